using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Groups;

/// <summary>Where the talk about a session stands.</summary>
public enum SessionState
{
    Resting,
    Open,

    /// <summary>Others read this phone: a first name is asked before anything is told.</summary>
    AskingName,
    Asking,

    /// <summary>They have answered; until it is over they may still change their mind, ask the way or say that they are late.</summary>
    Listening,

    /// <summary>They seem to leave for good: asked, for it frees their place.</summary>
    AskingToLeave,
    Ended,
}

/// <summary>What words come to about a session.</summary>
public enum SessionTrigger
{
    Begin,
    BeginShared,

    /// <summary>The first name fits.</summary>
    Named,
    Coming,
    NotComing,
    Late,
    WantsToLeave,
    Leaves,
    Stays,
    BringsGuest,
    Where,
    Thanks,
    WantsAPerson,
    Unclear,
    Lost,
    Silence,
}

/// <summary>
/// The reminder of a session the day before: are you coming? It listens until the session is over. Not coming once keeps the place in
/// the group; leaving it is asked about.
/// </summary>
public sealed partial class SessionDialog : Dialog<SessionState, SessionTrigger>
{
    /// <summary>Its name in storage.</summary>
    public const string Key = "session";

    /// <summary>Declares asking, listening and the ends.</summary>
    public SessionDialog()
    {
        Machine.Configure(SessionState.Resting)
            .Permit(SessionTrigger.Begin, SessionState.Asking)
            .Permit(SessionTrigger.BeginShared, SessionState.AskingName);
        Machine.Configure(SessionState.AskingName)
            .OnEntry(() => Say("session.name"))
            .InternalTransition(SessionTrigger.Unclear, () => Say("session.name.again"))
            .Permit(SessionTrigger.Named, SessionState.Asking)
            .Permit(SessionTrigger.Lost, SessionState.Ended)
            .Permit(SessionTrigger.Silence, SessionState.Ended);
        Machine.Configure(SessionState.Open)
            .Permit(SessionTrigger.Lost, SessionState.Ended)
            .Permit(SessionTrigger.Silence, SessionState.Ended)
            .InternalTransition(SessionTrigger.BringsGuest, Bring)
            .InternalTransition(SessionTrigger.Where, TellWhere)
            .InternalTransition(SessionTrigger.Thanks, () => Say("session.thanks"))
            .InternalTransition(SessionTrigger.WantsAPerson, BringAPerson)
            .InternalTransition(SessionTrigger.Unclear, AskAgain);
        Machine.Configure(SessionState.Asking).SubstateOf(SessionState.Open)
            .OnEntryFrom(SessionTrigger.Begin, () => SayWhen("session.ask"), "ask")
            .OnEntryFrom(SessionTrigger.Named, () => SayWhen("session.ask"), "ask")
            .OnEntryFrom(SessionTrigger.Stays, () => Say("session.stays", Group, Day), "ask again");
        Machine.Configure(SessionState.Listening).SubstateOf(SessionState.Open)
            .OnEntryFrom(SessionTrigger.Coming, () => Answer(coming: true, "session.yes"), "coming")
            .OnEntryFrom(SessionTrigger.NotComing, () => Answer(coming: false, "session.no"), "not coming")
            .OnEntryFrom(SessionTrigger.Late, RunLate, "coming, late");
        Machine.Configure(SessionState.AskingToLeave).SubstateOf(SessionState.Open)
            .OnEntry(() => Say("session.leave", Group))
            .Permit(SessionTrigger.Leaves, SessionState.Ended)
            .Permit(SessionTrigger.Stays, SessionState.Asking);
        Answers(SessionState.Asking);
        Answers(SessionState.Listening);
        Machine.Configure(SessionState.Ended)
            .OnEntryFrom(SessionTrigger.Leaves, Leave, "leave the group")
            .OnEntryFrom(SessionTrigger.Lost, GiveUp, "a person instead")
            .OnEntryFrom(SessionTrigger.Silence, () => Close("over"), "it is over");
    }

    /// <inheritdoc/>
    public override string Name => Key;

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override SessionState Resting => SessionState.Resting;

    /// <inheritdoc/>
    protected override SessionTrigger BeginTrigger => Slots.Has(GroupSlots.FirstName) ? SessionTrigger.BeginShared : SessionTrigger.Begin;

    /// <inheritdoc/>
    protected override SessionTrigger UnclearTrigger => SessionTrigger.Unclear;

    /// <inheritdoc/>
    protected override SessionTrigger SilenceTrigger => SessionTrigger.Silence;

    /// <inheritdoc/>
    protected override bool AsksAt(SessionState state) => state is not SessionState.Listening;

    private void Answers(SessionState state)
    {
        var answering = Machine.Configure(state).Permit(SessionTrigger.WantsToLeave, SessionState.AskingToLeave);
        foreach (var answer in (SessionTrigger[])[SessionTrigger.Coming, SessionTrigger.NotComing, SessionTrigger.Late])
        {
            _ = state == SessionState.Listening ? answering.PermitReentry(answer) : answering.Permit(answer, SessionState.Listening);
        }
    }
}
