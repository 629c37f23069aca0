using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Choosing;

/// <summary>Where the question stands.</summary>
public enum WhichState
{
    Resting,
    Asking,
    Ended,
}

/// <summary>What words come to at it.</summary>
public enum WhichTrigger
{
    Begin,
    Chosen,
    Unclear,
    Silence,
}

/// <summary>
/// Words that answer two or three open questions equally well: asked once which they meant, with the words kept. An answer that is no
/// number of the list ends it without a word, and is heard as what it is: nobody has to answer this before they go on.
/// </summary>
public sealed class WhichDialog : Dialog<WhichState, WhichTrigger>
{
    /// <summary>The most that is asked about in one text.</summary>
    public const int MostChoices = 3;

    /// <summary>The slot with the words that are kept.</summary>
    public const string WordsSlot = "words";

    /// <summary>
    /// The slot of any conversation with what it is called in the question, where the name of its dialog would not tell it from another:
    /// the day and time of an appointment.
    /// </summary>
    public const string LabelSlot = "label";

    private static readonly IReadOnlyList<string> Placeholders = ["one", "two", "three"];

    /// <summary>Declares the one question.</summary>
    public WhichDialog()
    {
        Machine.Configure(WhichState.Resting).Permit(WhichTrigger.Begin, WhichState.Asking);
        Machine.Configure(WhichState.Asking)
            .OnEntry(Ask)
            .Permit(WhichTrigger.Chosen, WhichState.Ended)
            .Permit(WhichTrigger.Unclear, WhichState.Ended)
            .Permit(WhichTrigger.Silence, WhichState.Ended);
        Machine.Configure(WhichState.Ended)
            .OnEntryFrom(WhichTrigger.Chosen, Give, "give them the words")
            .OnEntryFrom(WhichTrigger.Unclear, Drop, "ask nothing more")
            .OnEntryFrom(WhichTrigger.Silence, Drop, "ask nothing more");
    }

    /// <inheritdoc/>
    public override string Name => "which";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override WhichState Resting => WhichState.Resting;

    /// <inheritdoc/>
    protected override WhichTrigger BeginTrigger => WhichTrigger.Begin;

    /// <inheritdoc/>
    protected override WhichTrigger UnclearTrigger => WhichTrigger.Unclear;

    /// <inheritdoc/>
    protected override WhichTrigger SilenceTrigger => WhichTrigger.Silence;

    private int Choices => Slots.Has(ConversationSlot(MostChoices)) ? MostChoices : MostChoices - 1;

    /// <summary>The slots of a question about these conversations.</summary>
    /// <param name="words">The words that fit them all.</param>
    /// <param name="choices">
    /// Two or three, in the order they are asked about: the dialog's name, the conversation's id, and what it is called if that is not the name of its dialog.
    /// </param>
    public static Slots About(string words, IReadOnlyList<(string Dialog, string Conversation, string? Label)> choices) => choices
        .Select((choice, at) => (choice, Number: at + 1))
        .Aggregate(
            Slots.Empty.With(WordsSlot, words),
            (slots, next) => slots
                .With(DialogSlot(next.Number), next.choice.Dialog)
                .With(ConversationSlot(next.Number), next.choice.Conversation)
                .With(CalledSlot(next.Number), next.choice.Label));

    /// <summary>The conversations a question was about.</summary>
    public static IEnumerable<string> Conversations(Slots slots) =>
        Enumerable.Range(1, MostChoices).Select(number => slots[ConversationSlot(number)]).OfType<string>();

    /// <inheritdoc/>
    protected override WhichTrigger Hear(WhichState state) =>
        Gist.Choice(Said.Plain) is { } number && number >= 1 && number <= Choices ? WhichTrigger.Chosen : WhichTrigger.Unclear;

    /// <inheritdoc/>
    protected override Fit FitOf(WhichState state) =>
        state == WhichState.Asking && Hear(state) == WhichTrigger.Chosen ? Fit.Clear : Fit.None;

    private static string DialogSlot(int number) => $"choice.{number}.dialog";

    private static string ConversationSlot(int number) => $"choice.{number}.conversation";

    private static string CalledSlot(int number) => $"choice.{number}.label";

    private void Ask() => Say(
        Choices == MostChoices ? "which.ask.three" : "which.ask",
        [.. Placeholders.Take(Choices).Select((name, at) => (name, Slots[CalledSlot(at + 1)] ?? $"@which.name.{Slots[DialogSlot(at + 1)] ?? Name}"))]);

    private void Give() =>
        Do(new GiveWords(Slots[ConversationSlot(Gist.Choice(Said.Plain)!.Value)] ?? "", Slots[WordsSlot] ?? ""));

    private void Drop() => Slots = Slots.With(ReferralSlots.ClosedReason, ClosedReasons.Unanswered);
}
