using System.Globalization;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.CheckIns;

/// <summary>Where a check-in stands.</summary>
public enum CheckInState
{
    Resting,
    Open,
    Asking,

    /// <summary>A number that was not said plainly, or is that of last time, was read back.</summary>
    AskingBack,
    Nudged,
    NudgedAgain,
    Ended,
}

/// <summary>What words come to at a check-in.</summary>
public enum CheckInTrigger
{
    Begin,

    /// <summary>Something was answered, and something is left to ask.</summary>
    Answered,

    /// <summary>The last item was answered or missed out.</summary>
    Completed,

    /// <summary>An earlier answer was changed.</summary>
    Corrected,

    /// <summary>Two numbers: which?</summary>
    Unsettled,

    /// <summary>"Same as last time", or probably a number.</summary>
    Hinted,

    /// <summary>The number that was read back is not it.</summary>
    Differs,
    WantsAPerson,
    Unclear,
    Lost,
    Silence,
}

/// <summary>
/// A questionnaire by text: one item a text in the published order, answered in any way people answer. Silence is nudged twice at
/// most; what was answered is kept.
/// </summary>
public sealed partial class CheckInDialog : Dialog<CheckInState, CheckInTrigger>
{
    /// <summary>Its name in storage.</summary>
    public const string Key = "check-in";

    /// <summary>Declares asking, the two nudges and the ends.</summary>
    public CheckInDialog()
    {
        Machine.Configure(CheckInState.Resting).Permit(CheckInTrigger.Begin, CheckInState.Asking);
        Machine.Configure(CheckInState.Open)
            .Permit(CheckInTrigger.Completed, CheckInState.Ended)
            .Permit(CheckInTrigger.Lost, CheckInState.Ended)
            .InternalTransition(CheckInTrigger.Corrected, Change)
            .InternalTransition(CheckInTrigger.Unsettled, AskWhich)
            .InternalTransition(CheckInTrigger.Unclear, AskAgain)
            .InternalTransition(CheckInTrigger.WantsAPerson, BringAPerson);
        Machine.Configure(CheckInState.Asking).SubstateOf(CheckInState.Open)
            .OnEntryFrom(CheckInTrigger.Begin, () => Say($"checkin.{Instrument.Key}.open", ("question", Question())), "ask")
            .OnEntryFrom(CheckInTrigger.Answered, TakeAndAsk, "take, ask the next")
            .OnEntryFrom(CheckInTrigger.Differs, () => Say(Question()[1..]), "ask again")
            .PermitReentry(CheckInTrigger.Answered)
            .Permit(CheckInTrigger.Hinted, CheckInState.AskingBack)
            .Permit(CheckInTrigger.Silence, CheckInState.Nudged);
        Machine.Configure(CheckInState.AskingBack).SubstateOf(CheckInState.Open)
            .OnEntry(AskBack)
            .PermitReentry(CheckInTrigger.Hinted)
            .Permit(CheckInTrigger.Answered, CheckInState.Asking)
            .Permit(CheckInTrigger.Differs, CheckInState.Asking)
            .Permit(CheckInTrigger.Silence, CheckInState.Nudged);
        Nudge(CheckInState.Nudged, then: CheckInState.NudgedAgain);
        Nudge(CheckInState.NudgedAgain, then: CheckInState.Ended);
        Machine.Configure(CheckInState.Ended)
            .OnEntryFrom(CheckInTrigger.Completed, Finish, "take, thank")
            .OnEntryFrom(CheckInTrigger.Lost, GiveUp, "a person instead")
            .OnEntryFrom(CheckInTrigger.Silence, () => Close("unanswered"), "keep what there is");
    }

    /// <inheritdoc/>
    public override string Name => Key;

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override CheckInState Resting => CheckInState.Resting;

    /// <inheritdoc/>
    protected override CheckInTrigger BeginTrigger => CheckInTrigger.Begin;

    /// <inheritdoc/>
    protected override CheckInTrigger UnclearTrigger => CheckInTrigger.Unclear;

    /// <inheritdoc/>
    protected override CheckInTrigger SilenceTrigger => CheckInTrigger.Silence;

    private Instrument Instrument => Instrument.Of(Slots[CheckInSlots.Instrument] ?? "ons4");

    private IReadOnlyList<InstrumentItem> Left => LeftIn(Slots);

    private int? Before => Slots.Number(CheckInSlots.Before(Left[0].Key));

    private void Nudge(CheckInState state, CheckInState then) => Machine.Configure(state).SubstateOf(CheckInState.Open)
        .OnEntryFrom(CheckInTrigger.Silence, () => Say("checkin.nudge", ("question", Question())), "nudge")
        .Permit(CheckInTrigger.Answered, CheckInState.Asking)
        .Permit(CheckInTrigger.Hinted, CheckInState.AskingBack)
        .Permit(CheckInTrigger.Silence, then);

    private IReadOnlyList<InstrumentItem> LeftIn(Slots slots) =>
        [.. Instrument.Items.Where(item => !slots.Has(CheckInSlots.Score(item.Key)) && !slots.Has(CheckInSlots.Missing(item.Key)))];

    private string Question() => $"@checkin.{Instrument.Key}.{Left[0].Key}";

    private static string Text(int score) => score.ToString(CultureInfo.InvariantCulture);
}
