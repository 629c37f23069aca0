using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Telemetry;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Timing;

/// <summary>
/// One round of the timers: claims what is due in a batch, and gives each to its subject in a turn of its own that also removes it. A
/// process that dies in between leaves a lease that runs out; a timer that is gone was fired by somebody else.
/// </summary>
public sealed class FireTimers(
    IStore store,
    ServiceBook services,
    Talk talk,
    OnCallLadder ladder,
    CouldNotBeTexted couldNotBeTexted,
    SafetyDesk safety,
    HandOffDesk desk,
    ClaimNumber claimNumber,
    RaiseAlert alerts,
    CompanionMeter meter,
    IClock clock)
{
    private static readonly Duration Lease = Duration.FromSeconds(60);
    private static readonly Duration PutOff = Duration.FromMinutes(5);

    /// <summary>Fires at most <paramref name="most"/> timers; returns how many were claimed.</summary>
    public async Task<int> Handle(int most, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.Write(
            async session =>
            {
                var claimed = await session.Query<TimerRow>(
                    """WHERE "DueAt" <= @p0 AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" < @p0) ORDER BY "DueAt", "Id" LIMIT @p1"""
                    + session.SkipLocked,
                    now.ToUnixTimeTicks(),
                    most);
                foreach (var timer in claimed)
                {
                    timer.ClaimedUntil = now + Lease;
                    session.Update(timer);
                }

                return claimed;
            },
            cancel);
        foreach (var timer in due)
        {
            await Safely(timer, now, cancel);
        }

        return due.Count;
    }

    // One that cannot be fired must not hold up those behind it, the urgent ones least of all: it is put off, and somebody is told.
    private async Task Safely(TimerRow timer, Instant now, CancellationToken cancel)
    {
        try
        {
            await store.TurnAndTell(await RequestOf(timer, now, cancel), turn => Fire(turn, timer), cancel);
        }
        catch (Exception mistake) when (Mistake.IsOurs(mistake))
        {
            meter.Failed(timer.Kind.ToString());
            await store.Write(
                session =>
                {
                    session.Execute(
                        "UPDATE \"Timers\" SET \"DueAt\" = @p1, \"ClaimedUntil\" = NULL WHERE \"Id\" = @p0",
                        timer.Id,
                        (now + PutOff).ToUnixTimeTicks());
                    return ValueTask.FromResult(0);
                },
                cancel);
            await alerts.Handle(
                "TimerFailed",
                $"A {timer.Kind} of {timer.ServiceId} cannot be carried out ({mistake.GetType().Name}) and is tried again every five minutes. Look at hand-off or conversation {timer.SubjectId}.",
                cancel);
        }
    }

    // Everything is a turn about one address; a number somebody else gave is another address than the one it was given from.
    private async Task<TurnRequest> RequestOf(TimerRow timer, Instant now, CancellationToken cancel)
    {
        if (timer.Kind != TimerKind.ClaimNumber)
        {
            return TurnRequest.About(timer.ServiceId, timer.AddressId, now);
        }

        await using var db = store.Read();
        var number = await db.Cases.Where(c => c.Id == timer.SubjectId).Select(c => c.Phone).SingleAsync(cancel);
        return new TurnRequest(timer.ServiceId, Channel.Sms, number, null, null, now);
    }

    private async ValueTask<bool> Fire(Turn turn, TimerRow claimed)
    {
        var timer = (await turn.Session.Query<TimerRow>("WHERE \"Id\" = @p0" + turn.Session.Lock, claimed.Id)).SingleOrDefault();
        if (timer is null || timer.DueAt > turn.Now)
        {
            return false; // fired by another, or put off since it was claimed
        }

        turn.Session.Delete(timer);
        var service = services.Of(timer.ServiceId);
        switch (timer.Kind)
        {
            case TimerKind.Silence:
                Silence(turn, service, timer);
                break;
            case TimerKind.ClimbLadder when turn.HandOffs.Find(h => h.Id == timer.SubjectId && h.Rung == timer.ArmedFor) is { } handOff:
                ladder.Climb(turn, service, handOff);
                break;
            case TimerKind.ClaimNumber:
                claimNumber.Ask(turn, service, (await turn.Session.Query<Case>("WHERE \"Id\" = @p0", timer.SubjectId)).Single());
                break;
            case TimerKind.CheckIn:
                await AskHowTheyAre(turn, service, timer);
                break;
            case TimerKind.SafetyReceipt:
                await Receipt(turn, timer);
                break;
        }

        return true;
    }

    private void Silence(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.Open.Find(open => open.Id == timer.SubjectId && open.Moves == timer.ArmedFor) is not { } conversation)
        {
            return; // the talk has moved on
        }

        if (LaterThan(turn, service, conversation) is { } later)
        {
            turn.Insert(new TimerRow
            {
                Id = turn.Session.NextId(),
                ServiceId = timer.ServiceId,
                Kind = TimerKind.Silence,
                DueAt = later,
                AddressId = timer.AddressId,
                SubjectId = timer.SubjectId,
                ArmedFor = timer.ArmedFor,
            });
            return;
        }

        if (conversation.Dialog == SafetyDesk.Caring)
        {
            CaringSilence(turn, service, conversation);
        }

        talk.Silence(turn, service, conversation);
        talk.AwaitWhetherSafe(turn, service, message: null);
    }

    // Nothing is nudged under a red flag, and a check-in only in its hours.
    private static Instant? LaterThan(Turn turn, ServiceSettings service, Conversation conversation) =>
        turn.IsPaused && !SafetyDesk.MayTalkWhilePaused(conversation) ? turn.Now + Duration.FromHours(service.NudgeAfterHours)
        : conversation.Dialog == CheckInDialog.Key && turn.Address.Holder is not null ? turn.Now + Duration.FromHours(service.CheckIns.NudgeAfterHours)
        : conversation.Dialog == CheckInDialog.Key && CheckInPlan.Humane(service, turn.Now.Local()) is { } humane && humane > turn.Now.Local()
            ? humane.Instant()
        : null;

    private async ValueTask AskHowTheyAre(Turn turn, ServiceSettings service, TimerRow timer)
    {
        var planned = (await turn.Session.Query<CheckIn>("WHERE \"Id\" = @p0", timer.SubjectId)).SingleOrDefault();
        if (planned is not null && await CheckInPlan.MayAsk(turn, service, planned) is { } known)
        {
            CheckInPlan.Asked(turn, planned, talk.Begin(turn, service, CheckInDialog.Key, known, message: null));
        }
    }

    // Fifteen minutes without an answer: red where the service chooses, else a review the same day.
    private void CaringSilence(Turn turn, ServiceSettings service, Conversation conversation)
    {
        if (service.UnansweredCaringQuestionIsRed)
        {
            safety.Red(turn, service, SafetyDesk.AsRed(conversation), message: null, canAnswer: true);
            return;
        }

        var handOff = desk.Ordinary(turn, service, HandOffReason.Review, conversation);
        StaffTasks.Give(
            turn.Session, StaffTasks.Review, new TaskAbout(service.Key, turn.Address.Id, handOff.Id), StaffWords.Of("task.caring"), turn.Now, handOff.DueAt);
    }

    private async ValueTask Receipt(Turn turn, TimerRow timer)
    {
        var text = (await turn.Session.Query<OutboundMessage>("WHERE \"Id\" = @p0", timer.SubjectId)).SingleOrDefault();
        if (text is not null && text.Status != SendStatus.Delivered)
        {
            text.Reason ??= StaffWords.Of("send.unconfirmed");
            await couldNotBeTexted.Escalate(turn, text);
        }
    }
}
