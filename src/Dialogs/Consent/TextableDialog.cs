using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Consent;

/// <summary>Where the question stands.</summary>
public enum TextableState
{
    Resting,
    Asking,
    Ended,
}

/// <summary>What words come to at it.</summary>
public enum TextableTrigger
{
    Begin,
    Agreed,
    Refused,
    Unclear,
    Silence,
}

/// <summary>
/// The one neutral question to a number that somebody else gave us: "Is it OK to text you here?" It says nothing of why, because
/// anybody may hold that phone. Only a yes makes the number one we text.
/// </summary>
public sealed class TextableDialog : Dialog<TextableState, TextableTrigger>
{
    private const string Question = "consent.textable.ask";
    private const int Patience = 2;

    /// <summary>Declares the one question.</summary>
    public TextableDialog()
    {
        Machine.Configure(TextableState.Resting).Permit(TextableTrigger.Begin, TextableState.Asking);
        Machine.Configure(TextableState.Asking)
            .OnEntry(() => Say(Question))
            .InternalTransition(TextableTrigger.Unclear, AskAgain)
            .Permit(TextableTrigger.Agreed, TextableState.Ended)
            .Permit(TextableTrigger.Refused, TextableState.Ended)
            .Permit(TextableTrigger.Silence, TextableState.Ended);
        Machine.Configure(TextableState.Ended)
            .OnEntryFrom(TextableTrigger.Agreed, () => Record(true, "consent.textable.yes"), "record the yes")
            .OnEntryFrom(TextableTrigger.Refused, () => Record(false, "consent.textable.no"), "record the no");
    }

    /// <summary>True when the words say that somebody else has this number.</summary>
    public static bool IsNotThem(Plain plain) => Gist.Has(plain, "wrong number", "wrong person", "not me");

    /// <inheritdoc/>
    public override string Name => "textable";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override TextableState Resting => TextableState.Resting;

    /// <inheritdoc/>
    protected override TextableTrigger BeginTrigger => TextableTrigger.Begin;

    /// <inheritdoc/>
    protected override TextableTrigger UnclearTrigger => TextableTrigger.Unclear;

    /// <inheritdoc/>
    protected override TextableTrigger SilenceTrigger => TextableTrigger.Silence;

    /// <inheritdoc/>
    protected override TextableTrigger Hear(TextableState state) => YesNo.Read(Said.Plain) switch
    {
        true => TextableTrigger.Agreed,
        false => TextableTrigger.Refused,
        null when IsNotThem(Said.Plain) => TextableTrigger.Refused,
        null => TextableTrigger.Unclear,
    };

    /// <inheritdoc/>
    protected override Fit FitOf(TextableState state) =>
        state == TextableState.Asking && Hear(state) != TextableTrigger.Unclear ? Fit.Clear : Fit.None;

    private void Record(bool agreed, string text)
    {
        Do(new RecordConsent(ConsentTopic.TextingThisNumber, agreed, Question));
        Say(text);
    }

    private void AskAgain()
    {
        if (Misunderstood > Patience)
        {
            Do(new OpenHandOff(HandOffReason.Misunderstood));
            Say("consent.question.person");
            return;
        }

        Say("consent.textable.again");
    }
}
