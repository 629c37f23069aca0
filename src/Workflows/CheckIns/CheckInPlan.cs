using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.CheckIns;

/// <summary>
/// Plans the check-ins of a case. Everyone enrolled is asked each wave once in its window, or a reason is recorded; whoever is enrolled
/// when a window has closed is not asked that wave.
/// </summary>
public static class CheckInPlan
{
    // The first one is not asked in the same breath as the referral.
    private static readonly Duration Breath = Duration.FromHours(2);

    private static readonly LocalTime Afternoon = new(14, 0);
    private static readonly LocalTime Evening = new(17, 0);

    /// <summary>Plans the waves of a case, in a turn about the address it was referred from.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service.</param>
    /// <param name="referral">The case.</param>
    /// <param name="told">What the referral was told: for whom, and when they like to be reached.</param>
    /// <param name="dayZero">The local day the weeks count from.</param>
    public static void Enrol(Turn turn, ServiceSettings service, Case referral, Slots told, LocalDate dayZero)
    {
        var (status, reason) = Standing(turn, service, referral, told, dayZero);
        var today = turn.Now.Local().Date;
        foreach (var (week, instrument) in service.CheckIns.Waves.SelectMany(week => service.CheckIns.Asked.Select(instrument => (week, instrument))))
        {
            var opens = dayZero.PlusWeeks(week);
            var closes = opens.PlusDays(service.CheckIns.WindowOf(week) - 1);
            var isLate = reason is null && closes < today;
            var planned = turn.Insert(new CheckIn
            {
                Id = turn.Session.NextId(),
                ServiceId = service.Key,
                CaseId = referral.Id,
                PersonId = referral.PersonId,
                AddressId = turn.Address.Id,
                Instrument = instrument,
                Week = week,
                DayZero = dayZero,
                OpensOn = opens,
                ClosesOn = closes,
                AskFrom = Preferred(told),
                Status = isLate ? CheckInStatus.NotOffered : status,
                Reason = isLate ? StaffWords.Of("checkin.enrolled-late") : reason is null ? null : StaffWords.Of(reason),
            });
            if (planned.Status is CheckInStatus.Planned or CheckInStatus.Waiting)
            {
                Arm(turn, service, planned, LocalDateTime.Max((turn.Now + Breath).Local(), opens.AtMidnight()));
            }
        }
    }

    /// <summary>Looks at a check-in not before a local time, nor before the person likes to be asked, in the hours of check-ins.</summary>
    internal static void Arm(Turn turn, ServiceSettings service, CheckIn planned, LocalDateTime notBefore) => turn.Insert(new TimerRow
    {
        Id = turn.Session.NextId(),
        ServiceId = planned.ServiceId,
        Kind = TimerKind.CheckIn,
        DueAt = Humane(service, planned.AskFrom, notBefore).Instant(),
        AddressId = planned.AddressId,
        SubjectId = planned.Id,
    });

    // The hours of the service are kept; within them, the time of day the person named.
    private static LocalDateTime Humane(ServiceSettings service, LocalTime from, LocalDateTime notBefore)
    {
        var next = service.NextCheckIn(notBefore) ?? notBefore;
        var liked = next.Date + from;
        return next < liked && service.NextCheckIn(liked) == liked ? liked : next;
    }

    // Somebody else's phone is never asked; the person's own number may still agree to be texted.
    private static (CheckInStatus Status, string? Reason) Standing(Turn turn, ServiceSettings service, Case referral, Slots told, LocalDate dayZero)
    {
        var isSelf = told[ReferralSlots.For] is null or "me";
        var age = referral.BirthDate is { } born ? Period.Between(born, dayZero, PeriodUnits.Years).Years : (int?)null;
        return !(age >= service.CheckIns.FromAge) ? (CheckInStatus.NotOffered, "checkin.age")
            : isSelf && turn.Address.Channel == Channel.Sms ? (CheckInStatus.Planned, null)
            : referral.Phone is not null ? (CheckInStatus.Waiting, null)
            : (CheckInStatus.NotOffered, isSelf ? "checkin.no-number" : "checkin.proxy");
    }

    private static LocalTime Preferred(Slots told) => told[ReferralSlots.ReachTimes] switch
    {
        "afternoon" => Afternoon,
        "evening" => Evening,
        _ => LocalTime.Midnight,
    };
}
