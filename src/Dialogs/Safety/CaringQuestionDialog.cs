using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Safety;

/// <summary>Where the caring question stands.</summary>
public enum CaringState
{
    Resting,
    Asking,
    Ended,
}

/// <summary>What words come to at the caring question.</summary>
public enum CaringTrigger
{
    Begin,

    /// <summary>Yes, or anything that is not a clear no.</summary>
    InDanger,
    NotInDanger,
    Unclear,
    Silence,
}

/// <summary>
/// One caring question after an amber. It is asked once and never repeated: yes, or anything unclear, is danger; only a clear no is
/// not; silence is looked at by a person the same day.
/// </summary>
public sealed class CaringQuestionDialog : Dialog<CaringState, CaringTrigger>
{
    /// <summary>The slot with the <see cref="Kind"/> that was heard.</summary>
    public const string KindSlot = "kind";

    /// <summary>The slot that is there when it seemed to be about somebody else.</summary>
    public const string ThirdPartySlot = "third-party";

    /// <summary>Declares the one question.</summary>
    public CaringQuestionDialog()
    {
        Machine.Configure(CaringState.Resting).Permit(CaringTrigger.Begin, CaringState.Asking);
        Machine.Configure(CaringState.Asking)
            .OnEntry(() => Say(SafetyWords.Question(About())))
            .Permit(CaringTrigger.InDanger, CaringState.Ended)
            .Permit(CaringTrigger.NotInDanger, CaringState.Ended)
            .Permit(CaringTrigger.Unclear, CaringState.Ended)
            .Permit(CaringTrigger.Silence, CaringState.Ended);
        Machine.Configure(CaringState.Ended)
            .OnEntryFrom(CaringTrigger.InDanger, () => Do(new AnswerCaringQuestion(InDanger: true)), "treat as red")
            .OnEntryFrom(CaringTrigger.Unclear, () => Do(new AnswerCaringQuestion(InDanger: true)), "treat as red")
            .OnEntryFrom(CaringTrigger.NotInDanger, StandDown, "keep visible")
            .OnEntryFrom(CaringTrigger.Silence, () => Do(new OpenHandOff(HandOffReason.Review)), "review the same day");
    }

    /// <inheritdoc/>
    public override string Name => "caring";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override CaringState Resting => CaringState.Resting;

    /// <inheritdoc/>
    protected override CaringTrigger BeginTrigger => CaringTrigger.Begin;

    /// <inheritdoc/>
    protected override CaringTrigger UnclearTrigger => CaringTrigger.Unclear;

    /// <inheritdoc/>
    protected override CaringTrigger SilenceTrigger => CaringTrigger.Silence;

    /// <inheritdoc/>
    protected override CaringTrigger Hear(CaringState state) =>
        YesNo.IsPlainNo(Said.Plain) ? CaringTrigger.NotInDanger
        : YesNo.Read(Said.Plain) == true ? CaringTrigger.InDanger
        : CaringTrigger.Unclear;

    /// <summary>Whatever they write now counts as an answer: it never goes past this question to another.</summary>
    protected override Fit FitOf(CaringState state) => state == CaringState.Asking ? Fit.Clear : Fit.None;

    private void StandDown()
    {
        Do(new AnswerCaringQuestion(InDanger: false));
        Say(SafetyWords.StoodDown(About()));
    }

    // A kind that a later release took away is asked about as the gravest.
    private Heard About() => new(
        Level.Amber,
        Enum.TryParse<Kind>(Slots[KindSlot], out var kind) && kind != Kind.None ? kind : Kind.Suicide,
        Slots.Has(ThirdPartySlot),
        []);
}
