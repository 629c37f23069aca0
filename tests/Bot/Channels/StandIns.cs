using Companion.Dialogs.Talking;
using NodaTime;

namespace Companion.Bot.Tests.Channels;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class StandingClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}

/// <summary>A dialog that thanks for everything.</summary>
internal sealed class ParrotDialog(string name) : IDialog
{
    public string Name => name;

    public int Version => 1;

    public string Diagram => "";

    public Step Begin(Slots slots, Utterance said) => Thank(slots);

    public Step Hear(Place place, Utterance said) => Thank(place.Slots);

    public Step Silence(Place place, Utterance said) => new(place with { State = Place.Ended }, []);

    public Fit Fits(Place place, Utterance said) => Fit.Possible;

    public bool Asks(Place place) => true;

    private Step Thank(Slots slots) => new(new Place(name, 1, "Asking", slots, 0), [new Say("oncall.accepted.call")]);
}
