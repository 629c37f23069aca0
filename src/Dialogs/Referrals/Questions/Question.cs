using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals.Questions;

/// <summary>One question of the referral: its texts, how its answers are read, and what they fill. The machine knows the order.</summary>
/// <param name="name">Its texts are <c>referral.NAME.ask</c> and <c>.again</c> (and <c>.why</c>), its skip <c>skipped.NAME</c>.</param>
internal abstract class Question(string name)
{
    public string Name { get; } = name;

    /// <summary>The slots it fills. The first decides whether it is answered.</summary>
    public abstract IReadOnlyList<string> Fills { get; }

    /// <summary>A step of the way: passed by when it is answered already, and a place to go back to.</summary>
    public virtual bool IsStep => true;

    /// <summary>The record cannot be without it (PRSB mandatory): a skip is explained first, then leads to a person.</summary>
    public virtual bool MustHave => false;

    /// <summary>It cannot be skipped, because every answer leads somewhere else.</summary>
    public virtual bool Decides => false;

    /// <summary>It has a text of its own for a person somebody else refers (<c>.ask.theirs</c>).</summary>
    public virtual bool HasTheirs => false;

    /// <summary>It has a reason of its own (<c>.why</c>).</summary>
    public virtual bool HasWhy => MustHave;

    /// <summary>The text that says why it is asked.</summary>
    public virtual string Why => HasWhy ? Text("why") : "referral.why";

    /// <summary>What is to be remembered when it stays unanswered, because it was passed by or skipped.</summary>
    public virtual IReadOnlyList<(string Slot, string? Value)> Unasked => [];

    /// <summary>True when it is not for this person at all.</summary>
    public virtual bool PassesBy(Slots slots) => false;

    /// <summary>True when this command is an answer here: "phone me" where we ask how to reach somebody.</summary>
    public virtual bool Takes(Command command) => false;

    /// <summary>Reads an answer. Pure; commands were looked for before.</summary>
    public abstract Answer Hear(Utterance said, Slots slots);

    /// <summary>What follows from values that were read clearly: the referral goes on, unless the question knows better.</summary>
    /// <param name="values">Values for <see cref="Fills"/>.</param>
    /// <param name="said">The words of this turn.</param>
    /// <param name="confirmed">True when the person has confirmed them.</param>
    public virtual Answer Accept(IReadOnlyList<(string Slot, string? Value)> values, Utterance said, bool confirmed) =>
        new(ReferralTrigger.Answered, values);

    /// <summary>The text that asks.</summary>
    public virtual string Ask(Slots slots) => Text(HasTheirs && IsTheirs(slots) ? "ask.theirs" : "ask");

    /// <summary>Values for the placeholders of the text that asks.</summary>
    public virtual IReadOnlyList<(string Name, string Value)> Words(Utterance said, Slots slots) => [];

    /// <summary>The text that asks differently.</summary>
    public virtual string Again(Utterance said) => Text("again");

    /// <summary>Values for the placeholders of the text that asks differently.</summary>
    public virtual IReadOnlyList<(string Name, string Value)> AgainWords(Utterance said, Slots slots) => [];

    /// <summary>Every text that can say what was wrong with an answer.</summary>
    public virtual IEnumerable<string> Faults => [];

    /// <summary>The value of a slot as it is shown to the person.</summary>
    public virtual string Shown(string slot, Slots slots) => slots[slot] ?? "";

    /// <summary>True when it need not be asked.</summary>
    public bool IsSettled(Slots slots) =>
        IsStep && (PassesBy(slots) || slots.Has(Fills[0]) || slots.Has(ReferralSlots.Skipped(Name)));

    protected string Text(string part) => $"referral.{Name}.{part}";

    /// <summary>True when this fault was told before.</summary>
    protected static bool WasTold(Slots slots, string fault) =>
        slots[ReferralSlots.ToldWrong]?.Split(',').Contains(fault) ?? false;

    /// <summary>True when somebody writes about somebody else.</summary>
    protected static bool IsTheirs(Slots slots) => slots[ReferralSlots.For] is "someone" or "patient";
}
