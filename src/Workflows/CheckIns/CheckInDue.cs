using System.Globalization;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.CheckIns;

/// <summary>
/// The day of a check-in has come: it is asked when the send gate would let it go, else put off within its window. What kept it to the
/// end of the window is the reason why it was not asked.
/// </summary>
public sealed class CheckInDue(Talk talk) : ITimed
{
    // Two waves are never nearer than this, also when somebody was referred twice.
    private static readonly Duration Apart = Duration.FromDays(14);

    private static readonly Duration Soon = Duration.FromHours(1);

    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.CheckIn;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        var planned = (await turn.Session.Query<CheckIn>("WHERE \"Id\" = @p0", timer.SubjectId)).SingleOrDefault();
        if (planned is not { Status: CheckInStatus.Planned or CheckInStatus.Waiting })
        {
            return;
        }

        if (await OtherNumber(turn, planned) is { } number)
        {
            (planned.AddressId, planned.Status) = (number, CheckInStatus.Planned);
            turn.Update(planned);
            CheckInPlan.Arm(turn, service, planned, turn.Now.Local()); // fires in a turn about that number
        }
        else if (turn.Address.Shared || turn.People.Count > 1)
        {
            End(turn, planned, CheckInStatus.NotOffered, StaffWords.Of("checkin.shared"));
        }
        else if (await WasAskedLately(turn, planned))
        {
            End(turn, planned, CheckInStatus.NotOffered, StaffWords.Of("checkin.lately"));
        }
        else if (!Instrument.Of(planned.Instrument).CanBeTexted)
        {
            End(turn, planned, CheckInStatus.Missed, StaffWords.Of("checkin.by-hand"));
            CheckInDesk.Task(turn, service, "task.checkin.by-hand");
        }
        else
        {
            await AskOrPutOff(turn, service, planned);
        }
    }

    private async ValueTask AskOrPutOff(Turn turn, ServiceSettings service, CheckIn planned)
    {
        var ruling = await Ruling(turn, service, planned);
        if (turn.Now.Local().Date > planned.ClosesOn)
        {
            Missed(turn, service, planned, ruling);
            return;
        }

        var notNow = ruling.Ruling == Sending.Ruling.Go ? await Released.NotToday(turn, service, SendClass.CheckIn) : ruling.Reason;
        if (notNow is null)
        {
            await Ask(turn, service, planned);
        }
        else
        {
            planned.Reason = notNow;
            turn.Update(planned);
            var tomorrow = turn.Now.Local().Date.PlusDays(1).AtMidnight();
            CheckInPlan.Arm(turn, service, planned, ruling.Again > turn.Now + Soon ? ruling.Again.Value.Local() : tomorrow);
        }
    }

    // What the gate would say to its first text, before anything is said to have been asked.
    private async ValueTask<GateRuling> Ruling(Turn turn, ServiceSettings service, CheckIn planned)
    {
        if (planned.Status == CheckInStatus.Waiting)
        {
            return new GateRuling(Sending.Ruling.Refuse, StaffWords.Of("checkin.not-textable"));
        }

        // A question about something to come stands open for weeks, and is no reason not to ask how they are.
        if (turn.Open.Exists(open => open.EventAt is null && talk.Asks(open)))
        {
            return new GateRuling(Sending.Ruling.Later, StaffWords.Of("checkin.busy"));
        }

        return await GateLook.Foresee(turn, service, SendClass.CheckIn);
    }

    // It begins a talk of its own, by text, wherever they wrote last.
    private async ValueTask Ask(Turn turn, ServiceSettings service, CheckIn planned)
    {
        turn.Address.LastChannel = turn.Address.Channel;
        turn.Update(turn.Address);
        var conversation = talk.Begin(turn, service, CheckInDialog.Key, await Known(turn, planned), message: null);
        conversation.PersonId = planned.PersonId;
        turn.Update(conversation);
        planned.InstrumentVersion = Instrument.Of(planned.Instrument).Version;
        (planned.Status, planned.OfferedAt, planned.Reason) = (CheckInStatus.Offered, turn.Now, null);
        turn.Update(planned);
    }

    private static void Missed(Turn turn, ServiceSettings service, CheckIn planned, GateRuling ruling)
    {
        if (ruling.Ruling == Sending.Ruling.Refuse)
        {
            End(turn, planned, CheckInStatus.NotOffered, ruling.Reason);
            return;
        }

        End(turn, planned, CheckInStatus.Missed, planned.Reason ?? StaffWords.Of("checkin.late"));
        CheckInDesk.Task(turn, service, "task.checkin.missed");
    }

    private static void End(Turn turn, CheckIn planned, CheckInStatus status, string reason)
    {
        (planned.Status, planned.Reason, planned.EndedAt) = (status, reason, turn.Now);
        turn.Update(planned);
    }

    // Where it waits for the person's own number, or the number is theirs no longer: the newest that may be texted.
    private static async ValueTask<long?> OtherNumber(Turn turn, CheckIn planned)
    {
        if (planned.AddressId != turn.Address.Id)
        {
            return planned.AddressId; // changed since the timer was armed
        }

        if (planned.Status != CheckInStatus.Waiting && turn.Address.Trouble is null)
        {
            return null;
        }

        var others = await turn.Session.Query<Address>(
            "WHERE \"Id\" <> @p1 AND \"Channel\" = 'Sms' AND \"Trouble\" IS NULL AND \"Textable\" IN ('Wrote', 'Agreed', 'StaffRecorded')"
            + " AND \"Id\" IN (SELECT \"AddressId\" FROM \"PersonAddresses\" WHERE \"PersonId\" = @p0) ORDER BY \"Id\" DESC LIMIT 1",
            planned.PersonId,
            turn.Address.Id);
        return others.Count == 0 ? null : others[0].Id;
    }

    // Somebody who was referred twice is asked once.
    private static async ValueTask<bool> WasAskedLately(Turn turn, CheckIn planned) => (await turn.Session.Query<CheckIn>(
        "WHERE \"PersonId\" = @p0 AND \"CaseId\" <> @p1 AND \"Instrument\" = @p2 AND \"OfferedAt\" >= @p3 LIMIT 1",
        planned.PersonId,
        planned.CaseId,
        planned.Instrument,
        (turn.Now - Apart).ToUnixTimeTicks())).Count > 0;

    private static async ValueTask<Slots> Known(Turn turn, CheckIn planned)
    {
        var known = Slots.Empty
            .With(CheckInSlots.Instrument, planned.Instrument)
            .With(CheckInSlots.LastDay, NodaTime.Text.LocalDatePattern.Iso.Format(planned.ClosesOn))
            .With(CheckInDesk.IdSlot, planned.Id.ToString(CultureInfo.InvariantCulture));
        return (await WaveBefore.Of(turn.Session, planned)).Aggregate(known, (slots, answer) =>
            slots.With(CheckInSlots.Before(answer.Key), answer.Value.ToString(CultureInfo.InvariantCulture)));
    }
}
