using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Consent;

/// <summary>Where the question stands.</summary>
public enum StopQuestionState
{
    Resting,
    Asking,
    Ended,
}

/// <summary>What words come to at it.</summary>
public enum StopQuestionTrigger
{
    Begin,
    Stop,
    GoOn,
    Unclear,
    Silence,
}

/// <summary>
/// Words that may mean "stop texting me": asked, not guessed. Consent is not changed by what is unclear, so without a plain yes
/// everything stays as it was; STOP itself is heard everywhere.
/// </summary>
public sealed class StopQuestionDialog : Dialog<StopQuestionState, StopQuestionTrigger>
{
    /// <summary>The slot with the <see cref="ConsentTopic"/> they may have meant; everything, when it is missing.</summary>
    public const string TopicSlot = "topic";

    private const int Patience = 2;

    /// <summary>Declares the one question.</summary>
    public StopQuestionDialog()
    {
        Machine.Configure(StopQuestionState.Resting).Permit(StopQuestionTrigger.Begin, StopQuestionState.Asking);
        Machine.Configure(StopQuestionState.Asking)
            .OnEntry(() => Say("consent.stop-question.ask"))
            .InternalTransition(StopQuestionTrigger.Unclear, AskAgain)
            .Permit(StopQuestionTrigger.Stop, StopQuestionState.Ended)
            .Permit(StopQuestionTrigger.GoOn, StopQuestionState.Ended)
            .Permit(StopQuestionTrigger.Silence, StopQuestionState.Ended);
        Machine.Configure(StopQuestionState.Ended)
            .OnEntryFrom(StopQuestionTrigger.Stop, Stop, "stop the texts")
            .OnEntryFrom(StopQuestionTrigger.GoOn, () => Say("consent.stop-question.no"), "change nothing");
    }

    /// <inheritdoc/>
    public override string Name => "stop-question";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override StopQuestionState Resting => StopQuestionState.Resting;

    /// <inheritdoc/>
    protected override StopQuestionTrigger BeginTrigger => StopQuestionTrigger.Begin;

    /// <inheritdoc/>
    protected override StopQuestionTrigger UnclearTrigger => StopQuestionTrigger.Unclear;

    /// <inheritdoc/>
    protected override StopQuestionTrigger SilenceTrigger => StopQuestionTrigger.Silence;

    private ConsentTopic Topic =>
        Enum.TryParse<ConsentTopic>(Slots[TopicSlot], out var topic) ? topic : ConsentTopic.Everything;

    /// <inheritdoc/>
    protected override StopQuestionTrigger Hear(StopQuestionState state) => (Gist.Choice(Said.Plain), YesNo.Read(Said.Plain)) switch
    {
        (1, _) or (_, true) => StopQuestionTrigger.Stop,
        (2, _) or (_, false) => StopQuestionTrigger.GoOn,
        _ => StopQuestionTrigger.Unclear,
    };

    /// <inheritdoc/>
    protected override Fit FitOf(StopQuestionState state) =>
        state == StopQuestionState.Asking && Hear(state) != StopQuestionTrigger.Unclear ? Fit.Clear : Fit.None;

    private void Stop()
    {
        Do(new ChangeTexts(Topic, Stopped: true));
        Say(ConsentTexts.Stopped(Topic));
    }

    private void AskAgain()
    {
        if (Misunderstood > Patience)
        {
            Do(new OpenHandOff(HandOffReason.Misunderstood));
            Say("consent.question.person");
            return;
        }

        Say("consent.stop-question.again");
    }
}
