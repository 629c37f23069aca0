using Companion.Dialogs.Choosing;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Appointments;

/// <summary>Where a conversation about an appointment stands.</summary>
public enum AppointmentState
{
    Resting,

    /// <summary>Other people read this phone: a first name first.</summary>
    AskingName,
    Open,

    /// <summary>Told, and not answered yet.</summary>
    Waiting,

    /// <summary>Free times were offered.</summary>
    Choosing,

    /// <summary>Asked which days or times suit.</summary>
    AskingWhen,

    /// <summary>Answered; until it is over the answer can be changed.</summary>
    Listening,
    Ended,
}

/// <summary>What words come to about an appointment.</summary>
public enum AppointmentTrigger
{
    Begin,
    BeginShared,
    BeginOffer,
    BeginWhen,

    /// <summary>The service called it off: it is only told.</summary>
    Tell,
    Named,
    NamedAndTold,

    /// <summary>A first name that it is not for.</summary>
    Other,
    Confirmed,
    Late,
    Declined,
    WantsAnother,

    /// <summary>They want another time, and there are some to offer.</summary>
    WantsOffers,
    SaidWhen,
    Took,

    /// <summary>What they answer cannot be so any more: they are told where it stands.</summary>
    Stands,
    AsksDetails,
    WantsCalendar,
    WantsAPerson,

    /// <summary>Kind words that ask and answer nothing.</summary>
    Thanked,
    Unclear,
    Lost,
    Silence,
}

/// <summary>
/// An appointment, told and answered: yes, no, another time. Once answered it only listens until the appointment is over, so that the
/// last answer holds. Its texts hold no detail of anybody's health.
/// </summary>
public sealed partial class AppointmentDialog : Dialog<AppointmentState, AppointmentTrigger>
{
    /// <summary>Its name in storage.</summary>
    public const string Key = "appointment";

    /// <summary>Declares telling, answering and listening.</summary>
    public AppointmentDialog()
    {
        Machine.Configure(AppointmentState.Resting)
            .Permit(AppointmentTrigger.Begin, AppointmentState.Waiting)
            .Permit(AppointmentTrigger.BeginShared, AppointmentState.AskingName)
            .Permit(AppointmentTrigger.BeginOffer, AppointmentState.Choosing)
            .Permit(AppointmentTrigger.BeginWhen, AppointmentState.AskingWhen)
            .Permit(AppointmentTrigger.Tell, AppointmentState.Ended);
        Machine.Configure(AppointmentState.AskingName)
            .OnEntry(() => Say("appointment.name"), "ask a first name")
            .InternalTransition(AppointmentTrigger.Other, NotThem)
            .InternalTransition(AppointmentTrigger.Unclear, () => Say("appointment.name.again"))
            .Permit(AppointmentTrigger.Named, AppointmentState.Waiting)
            .Permit(AppointmentTrigger.NamedAndTold, AppointmentState.Ended)
            .Permit(AppointmentTrigger.Lost, AppointmentState.Ended)
            .Permit(AppointmentTrigger.Silence, AppointmentState.Ended);
        Machine.Configure(AppointmentState.Open)
            .Permit(AppointmentTrigger.Silence, AppointmentState.Ended)
            .InternalTransition(AppointmentTrigger.AsksDetails, () => Tell("details"))
            .InternalTransition(AppointmentTrigger.WantsCalendar, () => Say("appointment.calendar", Word(AppointmentSlots.Link)))
            .InternalTransition(AppointmentTrigger.WantsAPerson, BringAPerson)
            .InternalTransition(AppointmentTrigger.Thanked, () => Say("appointment.thanks"))
            .InternalTransition(AppointmentTrigger.Unclear, AskAgain);
        Asking(AppointmentState.Waiting)
            .OnEntryFrom(AppointmentTrigger.Begin, TellStep, "tell")
            .OnEntryFrom(AppointmentTrigger.Named, TellStep, "tell")
            .Permit(AppointmentTrigger.WantsAnother, AppointmentState.AskingWhen)
            .Permit(AppointmentTrigger.WantsOffers, AppointmentState.Choosing);
        Asking(AppointmentState.Choosing)
            .OnEntryFrom(AppointmentTrigger.WantsOffers, AskAnotherAndOffer, "offer times")
            .OnEntryFrom(AppointmentTrigger.BeginOffer, GoneAndOffer, "offer others")
            .PermitReentry(AppointmentTrigger.WantsOffers)
            .Permit(AppointmentTrigger.Took, AppointmentState.Listening);
        Asking(AppointmentState.AskingWhen)
            .OnEntryFrom(AppointmentTrigger.WantsAnother, AskAnother, "ask when")
            .OnEntryFrom(AppointmentTrigger.BeginWhen, GoneAndAsk, "ask when")
            .PermitReentry(AppointmentTrigger.WantsAnother);
        Machine.Configure(AppointmentState.Listening).SubstateOf(AppointmentState.Open)
            .OnEntryFrom(AppointmentTrigger.Confirmed, Confirm, "keep the yes")
            .OnEntryFrom(AppointmentTrigger.Late, ConfirmLate, "keep the yes, pass on late")
            .OnEntryFrom(AppointmentTrigger.Declined, Decline, "keep the no")
            .OnEntryFrom(AppointmentTrigger.SaidWhen, KeepWhen, "keep the words")
            .OnEntryFrom(AppointmentTrigger.Took, Take, "take the time")
            .OnEntryFrom(AppointmentTrigger.Stands, SayWhereItStands, "say where it stands")
            .OnEntryFrom(AppointmentTrigger.Lost, GiveUp, "a person instead")
            .PermitReentry(AppointmentTrigger.Confirmed)
            .PermitReentry(AppointmentTrigger.Late)
            .PermitReentry(AppointmentTrigger.Declined)
            .PermitReentry(AppointmentTrigger.SaidWhen)
            .PermitReentry(AppointmentTrigger.Stands)
            .PermitReentry(AppointmentTrigger.Lost)
            .Permit(AppointmentTrigger.WantsAnother, AppointmentState.AskingWhen)
            .Permit(AppointmentTrigger.WantsOffers, AppointmentState.Choosing);
        Machine.Configure(AppointmentState.Ended)
            .OnEntryFrom(AppointmentTrigger.Tell, TellOff, "tell")
            .OnEntryFrom(AppointmentTrigger.NamedAndTold, TellOff, "tell")
            .OnEntryFrom(AppointmentTrigger.Lost, PhoneThem, "a person instead")
            .OnEntryFrom(AppointmentTrigger.Silence, () => Close("over"), "it is over");
    }

    /// <inheritdoc/>
    public override string Name => Key;

    /// <inheritdoc/>
    public override int Version => 1;

    /// <inheritdoc/>
    protected override AppointmentState Resting => AppointmentState.Resting;

    /// <inheritdoc/>
    protected override AppointmentTrigger BeginTrigger => Slots[AppointmentSlots.Step] switch
    {
        AppointmentSteps.Offer => AppointmentTrigger.BeginOffer,
        AppointmentSteps.When => AppointmentTrigger.BeginWhen,
        _ when Slots.Has(AppointmentSlots.Names) => AppointmentTrigger.BeginShared,
        AppointmentSteps.Cancelled => AppointmentTrigger.Tell,
        _ => AppointmentTrigger.Begin,
    };

    /// <inheritdoc/>
    protected override AppointmentTrigger UnclearTrigger => AppointmentTrigger.Unclear;

    /// <inheritdoc/>
    protected override AppointmentTrigger SilenceTrigger => AppointmentTrigger.Silence;

    /// <inheritdoc/>
    protected override bool AsksAt(AppointmentState state) => state != AppointmentState.Listening;

    // Wherever an answer is awaited, each of these is one.
    private Stateless.StateMachine<AppointmentState, AppointmentTrigger>.StateConfiguration Asking(AppointmentState state) =>
        Machine.Configure(state).SubstateOf(AppointmentState.Open)
            .Permit(AppointmentTrigger.Confirmed, AppointmentState.Listening)
            .Permit(AppointmentTrigger.Late, AppointmentState.Listening)
            .Permit(AppointmentTrigger.Declined, AppointmentState.Listening)
            .Permit(AppointmentTrigger.SaidWhen, AppointmentState.Listening)
            .Permit(AppointmentTrigger.Stands, AppointmentState.Listening)
            .Permit(AppointmentTrigger.Lost, AppointmentState.Listening);

    private void TellStep()
    {
        Slots = Slots.With(WhichDialog.LabelSlot, Slots[AppointmentSlots.When]);
        Tell(Slots[AppointmentSlots.Step] is AppointmentSteps.Booked or AppointmentSteps.Last or AppointmentSteps.Moved
            ? Slots[AppointmentSlots.Step]!
            : AppointmentSteps.Reminder);
    }
}
