using Companion.Dialogs.Talking;

namespace Companion.Bot.Tests.Hosting;

/// <summary>The smallest referral: asks a name, a date of birth, then says back what it is told. "CHAT" sends a link.</summary>
internal sealed class SmallDialog(string name) : IDialog
{
    public string Name => name;

    public int Version => 1;

    public string Diagram => "";

    public static DialogBook Book() => new(() => new SmallDialog("referral"), () => new SmallDialog("returning"));

    public Step Begin(Slots slots, Utterance said) => new(At("Name", slots), [new Say("test.name")]);

    public Step Hear(Place place, Utterance said) => (place.State, said.Words) switch
    {
        (_, "CHAT") => new(place, [new SendChatLink()]),
        ("Name", _) => new(At("Born", place.Slots.With("name", said.Words)), [new Say("test.hello", ("name", said.Words))]),
        ("Born", _) => new(At("Echo", place.Slots.With("dob", said.Words)), [new Say("test.echo", ("words", said.Words))]),
        _ => new(place, [new Say("test.echo", ("words", said.Words))]),
    };

    public Step Silence(Place place, Utterance said) => new(place with { State = Place.Ended }, []);

    public Fit Fits(Place place, Utterance said) => Fit.Possible;

    public bool Asks(Place place) => true;

    private Place At(string state, Slots slots) => new(name, 1, state, slots, 0);
}
