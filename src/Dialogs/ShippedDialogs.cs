using Companion.Dialogs.Appointments;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Choosing;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Groups;
using Companion.Dialogs.Referrals;
using Companion.Dialogs.Returning;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs;

/// <summary>The dialogs of this release.</summary>
public static class ShippedDialogs
{
    /// <summary>What makes each of them.</summary>
    public static IReadOnlyList<Func<IDialog>> Makers { get; } =
    [
        () => new ReferralDialog(),
        () => new ReturningDialog(),
        () => new CaringQuestionDialog(),
        () => new SafeToTextDialog(),
        () => new StopQuestionDialog(),
        () => new TextableDialog(),
        () => new WhichDialog(),
        () => new CheckInDialog(),
        () => new SessionDialog(),
        () => new PlaceOfferDialog(),
        () => new AppointmentDialog(),
    ];

    /// <summary>A book of all of them.</summary>
    public static DialogBook Book() => new(Makers);
}
