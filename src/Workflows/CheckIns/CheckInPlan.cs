using System.Globalization;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.CheckIns;

/// <summary>
/// Plans the check-ins of a case, and says whether one that is due may be asked. Everyone enrolled is asked each wave once in its window,
/// or a reason is recorded.
/// </summary>
public static class CheckInPlan
{
    // The first one is not asked in the same breath as the referral.
    private static readonly Duration Breath = Duration.FromHours(2);

    // Two waves are never nearer than this.
    private static readonly Duration Apart = Duration.FromDays(14);

    /// <summary>Plans the waves of a new case.</summary>
    /// <param name="turn">The turn in which it was referred.</param>
    /// <param name="service">The service.</param>
    /// <param name="referral">The case.</param>
    /// <param name="age">In whole years; negative when it is not known.</param>
    /// <param name="answersForThemselves">False when somebody else referred them.</param>
    public static void Enrol(Turn turn, ServiceSettings service, Case referral, int age, bool answersForThemselves)
    {
        var reason = !answersForThemselves ? "checkin.proxy"
            : age < service.CheckIns.FromAge ? "checkin.age"
            : turn.Address.Channel == Channel.WebChat ? "checkin.no-number"
            : null;
        var dayZero = turn.Now.Local().Date;
        foreach (var week in service.CheckIns.Waves)
        {
            var opens = dayZero.PlusWeeks(week);
            var planned = turn.Insert(new CheckIn
            {
                Id = turn.Session.NextId(),
                ServiceId = service.Key,
                CaseId = referral.Id,
                PersonId = referral.PersonId,
                AddressId = turn.Address.Id,
                Instrument = Instrument.Ons4.Key,
                InstrumentVersion = Instrument.Ons4.Version,
                Week = week,
                DayZero = dayZero,
                OpensOn = opens,
                ClosesOn = opens.PlusDays(service.CheckIns.WindowDays - 1),
                Status = reason is null ? CheckInStatus.Planned : CheckInStatus.NotOffered,
                Reason = reason is null ? null : StaffWords.Of(reason),
            });
            if (reason is null)
            {
                Arm(turn, service, planned, week == 0 ? (turn.Now + Breath).Local() : opens.AtMidnight());
            }
        }
    }

    /// <summary>
    /// Says whether a check-in that is due may be asked now; if so, what the dialog may know. If not, it is put off within its window, or
    /// it ends with the reason.
    /// </summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service.</param>
    /// <param name="planned">The check-in.</param>
    /// <param name="isAsked">True while another question waits for an answer.</param>
    public static async ValueTask<Slots?> MayAsk(Turn turn, ServiceSettings service, CheckIn planned, bool isAsked)
    {
        if (planned.Status != CheckInStatus.Planned)
        {
            return null;
        }

        if (await Never(turn, planned) is { } never)
        {
            End(turn, planned, CheckInStatus.NotOffered, never);
            return null;
        }

        var today = turn.Now.Local();
        if (today.Date > planned.ClosesOn)
        {
            Miss(turn, planned, planned.Reason ?? StaffWords.Of("checkin.late"));
            return null;
        }

        if (NotNow(turn, service, isAsked) is { } notNow)
        {
            planned.Reason = notNow;
            turn.Update(planned);
            Arm(turn, service, planned, today.Date.PlusDays(1).AtMidnight());
            return null;
        }

        // It begins a talk of its own, by text, wherever they wrote last.
        turn.Address.LastChannel = turn.Address.Channel;
        turn.Update(turn.Address);
        return await Known(turn, planned);
    }

    /// <summary>It is being asked in this conversation.</summary>
    public static void Asked(Turn turn, CheckIn planned, Conversation conversation)
    {
        conversation.PersonId = planned.PersonId;
        turn.Update(conversation);
        planned.InstrumentVersion = Instrument.Of(planned.Instrument).Version;
        (planned.Status, planned.OfferedAt, planned.Reason) = (CheckInStatus.Offered, turn.Now, null);
        turn.Update(planned);
    }

    // What ends it for good, unless a person changes it.
    private static async ValueTask<string?> Never(Turn turn, CheckIn planned) =>
        turn.Address.Trouble is { } trouble ? StaffWords.Of("checkin.marked", ("mark", $"{trouble}"))
        : Stops.Has(turn.Address, ConsentTopic.Everything) || Stops.Has(turn.Address, ConsentTopic.CheckIns) || turn.Address.ProviderBlocked
            ? StaffWords.Of("checkin.stopped")
        : turn.Address.Textable is Textable.PhoneOnly or Textable.Declined or Textable.Claimed ? StaffWords.Of("checkin.not-textable")
        : turn.Address.Shared || turn.People.Count > 1 ? StaffWords.Of("checkin.shared")
        : await WasAskedLately(turn, planned) ? StaffWords.Of("checkin.lately")
        : null;

    // Somebody who was referred twice is asked once.
    private static async ValueTask<bool> WasAskedLately(Turn turn, CheckIn planned) => (await turn.Session.Query<CheckIn>(
        "WHERE \"PersonId\" = @p0 AND \"CaseId\" <> @p1 AND \"Instrument\" = @p2 AND \"OfferedAt\" >= @p3 LIMIT 1",
        planned.PersonId,
        planned.CaseId,
        planned.Instrument,
        (turn.Now - Apart).ToUnixTimeTicks())).Count > 0;

    // What will pass.
    private static string? NotNow(Turn turn, ServiceSettings service, bool isAsked) =>
        turn.IsPaused ? StaffWords.Of("checkin.red-flag")
        : turn.Address.Holder is not null ? StaffWords.Of("checkin.held")
        : isAsked ? StaffWords.Of("checkin.busy")
        : service.NextCheckIn(turn.Now.Local()) != turn.Now.Local() ? StaffWords.Of("checkin.hours")
        : null;

    private static async ValueTask<Slots> Known(Turn turn, CheckIn planned)
    {
        var known = Slots.Empty
            .With(CheckInSlots.Instrument, planned.Instrument)
            .With(CheckInDesk.IdSlot, planned.Id.ToString(CultureInfo.InvariantCulture));
        var before = await turn.Session.Query<CheckInScore>(
            "WHERE \"CheckInId\" = (SELECT \"Id\" FROM \"CheckIns\" WHERE \"CaseId\" = @p0 AND \"Instrument\" = @p1 AND \"Week\" < @p2"
            + " AND \"OfferedAt\" IS NOT NULL ORDER BY \"Week\" DESC LIMIT 1) ORDER BY \"RecordedAt\", \"Id\"",
            planned.CaseId,
            planned.Instrument,
            planned.Week);
        return before.Where(answer => answer.Score is not null).Aggregate(known, (slots, answer) =>
            slots.With(CheckInSlots.Before(answer.Item), answer.Score!.Value.ToString(CultureInfo.InvariantCulture)));
    }

    private static void Miss(Turn turn, CheckIn planned, string reason)
    {
        End(turn, planned, CheckInStatus.Missed, reason);
        StaffTasks.Give(
            turn.Session, StaffTasks.CheckIn, new TaskAbout(planned.ServiceId, planned.AddressId), StaffWords.Of("task.checkin.missed"), turn.Now);
    }

    private static void End(Turn turn, CheckIn planned, CheckInStatus status, string reason)
    {
        (planned.Status, planned.Reason, planned.EndedAt) = (status, reason, turn.Now);
        turn.Update(planned);
    }

    private static void Arm(Turn turn, ServiceSettings service, CheckIn planned, LocalDateTime notBefore) => turn.Insert(new TimerRow
    {
        Id = turn.Session.NextId(),
        ServiceId = planned.ServiceId,
        Kind = TimerKind.CheckIn,
        DueAt = (service.NextCheckIn(notBefore) ?? notBefore).Instant(),
        AddressId = planned.AddressId,
        SubjectId = planned.Id,
    });
}
