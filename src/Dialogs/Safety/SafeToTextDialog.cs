using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Safety;

/// <summary>Where the question whether it is safe to text stands.</summary>
public enum SafeToTextState
{
    Resting,
    Waiting,
    Ended,
}

/// <summary>What words come to at that question.</summary>
public enum SafeToTextTrigger
{
    Begin,
    Safe,
    NotSafe,
    Unclear,
    Silence,
}

/// <summary>
/// After abuse was heard. The safety words have asked already ("Is it safe to text you? Reply 1 or 2"), so it begins without a word;
/// and it ends without one, because the wrong person may be reading. Everything but a clear 1 is not safe.
/// </summary>
public sealed class SafeToTextDialog : Dialog<SafeToTextState, SafeToTextTrigger>
{
    /// <summary>Declares the one question.</summary>
    public SafeToTextDialog()
    {
        Machine.Configure(SafeToTextState.Resting).Permit(SafeToTextTrigger.Begin, SafeToTextState.Waiting);
        Machine.Configure(SafeToTextState.Waiting)
            .Permit(SafeToTextTrigger.Safe, SafeToTextState.Ended)
            .Permit(SafeToTextTrigger.NotSafe, SafeToTextState.Ended)
            .Permit(SafeToTextTrigger.Unclear, SafeToTextState.Ended)
            .Permit(SafeToTextTrigger.Silence, SafeToTextState.Ended);
        Machine.Configure(SafeToTextState.Ended)
            .OnEntryFrom(SafeToTextTrigger.Safe, () => Do(new AnswerSafeToText(Safe: true)), "safe")
            .OnEntryFrom(SafeToTextTrigger.NotSafe, () => Do(new AnswerSafeToText(Safe: false)), "not confirmed safe")
            .OnEntryFrom(SafeToTextTrigger.Unclear, () => Do(new AnswerSafeToText(Safe: false)), "not confirmed safe");
    }

    /// <inheritdoc/>
    public override string Name => "safe-to-text";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override SafeToTextState Resting => SafeToTextState.Resting;

    /// <inheritdoc/>
    protected override SafeToTextTrigger BeginTrigger => SafeToTextTrigger.Begin;

    /// <inheritdoc/>
    protected override SafeToTextTrigger UnclearTrigger => SafeToTextTrigger.Unclear;

    /// <inheritdoc/>
    protected override SafeToTextTrigger SilenceTrigger => SafeToTextTrigger.Silence;

    /// <inheritdoc/>
    protected override SafeToTextTrigger Hear(SafeToTextState state) => (Gist.Choice(Said.Plain), YesNo.Read(Said.Plain)) switch
    {
        (1, _) or (_, true) => SafeToTextTrigger.Safe,
        (2, _) or (_, false) => SafeToTextTrigger.NotSafe,
        _ => SafeToTextTrigger.Unclear,
    };

    /// <summary>Whatever they write now counts as an answer.</summary>
    protected override Fit FitOf(SafeToTextState state) => state == SafeToTextState.Waiting ? Fit.Clear : Fit.None;
}
