using Companion.Dialogs.Talking;

namespace Companion.Workflows.Tests;

/// <summary>The smallest conversations, for tests of what surrounds them.</summary>
internal static class TestDialogs
{
    /// <summary>A book whose "referral" says the text "test.echo" to everything.</summary>
    public static DialogBook Echo() => new(() => new EchoDialog("referral"), () => new EchoDialog("returning"));

    /// <summary>The same, but a referral opens another conversation called "second" with its first words.</summary>
    public static DialogBook EchoTwice() => new(() => new EchoDialog("referral", new BeginDialog("second")), () => new EchoDialog("second"));

    /// <summary>A dialog called "listens" that awaits no answer and hears only "echo" clearly, and a referral.</summary>
    public static DialogBook Listening() => new(() => new EchoDialog("listens") { Listens = true }, () => new EchoDialog("referral"));

    private sealed class EchoDialog(string name, params IReadOnlyList<Effect> first) : IDialog
    {
        public string Name => name;

        public int Version => 1;

        public string Diagram => "";

        public Step Begin(Slots slots, Utterance said) => new(Step(slots).Place, [.. Step(slots).Effects, .. first]);

        public Step Hear(Place place, Utterance said) => Step(place.Slots);

        public Step Silence(Place place, Utterance said) => new(place with { State = Place.Ended }, []);

        public bool Listens { get; init; }

        public Fit Fits(Place place, Utterance said) => Listens && said.Words == "echo" ? Fit.Clear : Fit.Possible;

        public bool Asks(Place place) => !Listens;

        private Step Step(Slots slots) => new(new Place(name, 1, "Asking", slots, 0), [new Say("test.echo")]);
    }
}
