using System.Globalization;
using Companion.Dialogs.Talking;
using Stateless;

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

    /// <summary>Nothing more is asked; an answer is still taken.</summary>
    NudgedAgain,

    /// <summary>Everything is answered; an answer may still be changed.</summary>
    Answered,
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

    /// <summary>They asked why we ask.</summary>
    AsksWhy,

    /// <summary>Not now.</summary>
    NotNow,

    /// <summary>They told of something they need help with.</summary>
    AsksForHelp,
    Unclear,
    Lost,
    Silence,

    /// <summary>It was nudged as often as it may be: it can be answered to the last day of its window.</summary>
    StillOpen,

    /// <summary>Nobody answered to the last day of its window: nothing more is asked.</summary>
    Lapsed,
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
            .Permit(CheckInTrigger.Completed, CheckInState.Answered)
            .Permit(CheckInTrigger.Lost, CheckInState.Ended)
            .Permit(CheckInTrigger.Lapsed, CheckInState.Ended)
            .Permit(CheckInTrigger.StillOpen, CheckInState.NudgedAgain)
            .InternalTransition(CheckInTrigger.Corrected, Change)
            .InternalTransition(CheckInTrigger.Unsettled, AskWhich)
            .InternalTransition(CheckInTrigger.Unclear, AskAgain)
            .InternalTransition(CheckInTrigger.AsksWhy, () => Say("checkin.why", ("question", Question())))
            .InternalTransition(CheckInTrigger.NotNow, () => Say("checkin.later"))
            .InternalTransition(CheckInTrigger.AsksForHelp, PassOn)
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
        Nudge(CheckInState.NudgedAgain, then: CheckInState.Ended).PermitReentry(CheckInTrigger.StillOpen);
        Machine.Configure(CheckInState.Answered)
            .OnEntryFrom(CheckInTrigger.Completed, Finish, "take, thank")
            .InternalTransition(CheckInTrigger.Corrected, ChangeLast)
            .Ignore(CheckInTrigger.Unclear)
            .Permit(CheckInTrigger.Silence, CheckInState.Ended);
        Machine.Configure(CheckInState.Ended)
            .OnEntryFrom(CheckInTrigger.Lost, GiveUp, "a person instead")
            .OnEntryFrom(CheckInTrigger.Lapsed, () => Close("unanswered"), "keep what there is")
            .OnEntryFrom(CheckInTrigger.Silence, EndInSilence, "keep what there is");
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

    private Instrument Instrument => Instrument.Of(Slots[CheckInSlots.Instrument] ?? Instrument.Ons4.Key);

    private IReadOnlyList<InstrumentItem> Left => LeftIn(Slots);

    private int? Before => Left.Count == 0 ? null : Slots.Number(CheckInSlots.Before(Left[0].Key));

    private StateMachine<CheckInState, CheckInTrigger>.StateConfiguration Nudge(CheckInState state, CheckInState then) => Machine.Configure(state).SubstateOf(CheckInState.Open)
        .OnEntryFrom(CheckInTrigger.Silence, Remind, "nudge")
        .Permit(CheckInTrigger.Answered, CheckInState.Asking)
        .Permit(CheckInTrigger.Hinted, CheckInState.AskingBack)
        .Permit(CheckInTrigger.Silence, then);

    private IReadOnlyList<InstrumentItem> LeftIn(Slots slots) =>
        [.. Instrument.Items.Where(item => !slots.Has(CheckInSlots.Score(item.Key)) && !slots.Has(CheckInSlots.Missing(item.Key)))];

    private string Question() => $"@checkin.{Instrument.Key}.{Left[0].Key}";

    private static string Text(int score) => score.ToString(CultureInfo.InvariantCulture);
}
