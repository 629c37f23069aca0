using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Returning;

/// <summary>Where somebody who was referred before stands.</summary>
public enum ReturningState
{
    Resting,
    Open,
    Asking,
    Nudged,
    AskingName,
    Ended,
}

/// <summary>What their words come to.</summary>
public enum ReturningTrigger
{
    Begin,
    WantsAPerson,

    /// <summary>They want a person, and others use this phone too.</summary>
    SaysNotWho,
    Named,
    WantsSomethingNew,
    Unclear,
    Lost,
    Silence,
}

/// <summary>
/// Somebody who has been referred writes with no question open. They are never ignored: a person, or a new request. Their words
/// are in the conversation whichever they choose.
/// </summary>
public sealed class ReturningDialog : Dialog<ReturningState, ReturningTrigger>
{
    /// <summary>The slot that is there when several people use the phone: then a first name is asked before words go to anybody.</summary>
    public const string SharedSlot = "shared";

    /// <summary>The slot with the first name they gave.</summary>
    public const string NameSlot = "name.first";

    /// <summary>Declares the one question, its one nudge and its ends.</summary>
    public ReturningDialog()
    {
        Machine.Configure(ReturningState.Resting).Permit(ReturningTrigger.Begin, ReturningState.Asking);
        Machine.Configure(ReturningState.Open)
            .Permit(ReturningTrigger.WantsAPerson, ReturningState.Ended)
            .Permit(ReturningTrigger.SaysNotWho, ReturningState.AskingName)
            .Permit(ReturningTrigger.WantsSomethingNew, ReturningState.Ended)
            .Permit(ReturningTrigger.Lost, ReturningState.Ended)
            .InternalTransition(ReturningTrigger.Unclear, () => Say("returning.again"));
        Machine.Configure(ReturningState.Asking).SubstateOf(ReturningState.Open)
            .OnEntryFrom(ReturningTrigger.Begin, () => Say("returning.ask"), "ask")
            .Permit(ReturningTrigger.Silence, ReturningState.Nudged);
        Machine.Configure(ReturningState.Nudged).SubstateOf(ReturningState.Open)
            .OnEntryFrom(ReturningTrigger.Silence, () => Say("returning.nudge"), "nudge")
            .Permit(ReturningTrigger.Silence, ReturningState.Ended);
        Machine.Configure(ReturningState.AskingName)
            .OnEntry(() => Say("returning.name"))
            .InternalTransition(ReturningTrigger.Unclear, () => Say("returning.name.again"))
            .Permit(ReturningTrigger.Named, ReturningState.Ended)
            .Permit(ReturningTrigger.Lost, ReturningState.Ended)
            .Permit(ReturningTrigger.Silence, ReturningState.Ended);
        Machine.Configure(ReturningState.Ended)
            .OnEntryFrom(ReturningTrigger.Named, PassNamed, "a person, by name")
            .OnEntryFrom(ReturningTrigger.WantsAPerson, () => Pass(HandOffReason.Asked), "a person")
            .OnEntryFrom(ReturningTrigger.Lost, () => Pass(HandOffReason.Misunderstood), "not understood")
            .OnEntryFrom(ReturningTrigger.Silence, () => Pass(HandOffReason.Asked), "their words are not lost")
            .OnEntryFrom(ReturningTrigger.WantsSomethingNew, () => Do(new BeginDialog("referral")), "a new request");
    }

    /// <inheritdoc/>
    public override string Name => "returning";

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override ReturningState Resting => ReturningState.Resting;

    /// <inheritdoc/>
    protected override ReturningTrigger BeginTrigger => ReturningTrigger.Begin;

    /// <inheritdoc/>
    protected override ReturningTrigger UnclearTrigger => ReturningTrigger.Unclear;

    /// <inheritdoc/>
    protected override ReturningTrigger SilenceTrigger => ReturningTrigger.Silence;

    /// <inheritdoc/>
    protected override ReturningTrigger Hear(ReturningState state) =>
        (state == ReturningState.AskingName ? HearName() : HearChoice())
        ?? (Misunderstood >= 2 ? ReturningTrigger.Lost : ReturningTrigger.Unclear);

    private ReturningTrigger? HearChoice() => Said.Plain.Text switch
    {
        "1" or "1 ." or "one" or "person" or "a person" => Slots.Has(SharedSlot) ? ReturningTrigger.SaysNotWho : ReturningTrigger.WantsAPerson,
        "2" or "2 ." or "two" or "new" or "something new" => ReturningTrigger.WantsSomethingNew,
        _ => null,
    };

    private ReturningTrigger? HearName() => NameReader.Read(Said.Words) is null ? null : ReturningTrigger.Named;

    private void PassNamed()
    {
        Slots = Slots.With(NameSlot, NameReader.Read(Said.Words)!.Value.Value.Given);
        Pass(HandOffReason.Asked);
    }

    private void Pass(HandOffReason reason)
    {
        Do(new OpenHandOff(reason));
        Say("returning.passed");
    }
}
