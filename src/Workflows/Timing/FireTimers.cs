using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Telemetry;
using NodaTime;

namespace Companion.Workflows.Timing;

/// <summary>
/// One round of the timers: claims what is due in a batch, and gives each to its feature in a turn of its own that also removes it. A
/// process that dies in between leaves a lease that runs out; a timer that is gone was fired by somebody else.
/// </summary>
public sealed class FireTimers(IStore store, ServiceBook services, IEnumerable<ITimed> features, RaiseAlert alerts, CompanionMeter meter, IClock clock)
{
    private static readonly Duration Lease = Duration.FromSeconds(60);
    private static readonly Duration PutOff = Duration.FromMinutes(5);

    private const int AtOnce = 64;

    // What reaches for a human being never waits behind ten thousand check-ins of ten o'clock.
    internal const string Urgent = """("Kind" IN ('ClimbLadder', 'SafetyReceipt'))""";

    private const string Due = """("DueAt" <= @p0 AND ("ClaimedUntil" IS NULL OR "ClaimedUntil" < @p0)) ORDER BY "DueAt", "Id" LIMIT @p1""";

    private readonly Dictionary<TimerKind, ITimed> features = features.ToDictionary(feature => feature.Kind);

    /// <summary>Fires at most <paramref name="most"/> timers; returns how many were claimed.</summary>
    public async Task<int> Handle(int most, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.Write(
            async session =>
            {
                var claimed = await session.Query<TimerRow>($"WHERE {Urgent} AND {Due}" + session.SkipLocked, now.ToUnixTimeTicks(), most);
                if (claimed.Count < most)
                {
                    claimed.AddRange(await session.Query<TimerRow>($"WHERE NOT {Urgent} AND {Due}" + session.SkipLocked, now.ToUnixTimeTicks(), most - claimed.Count));
                }

                foreach (var timer in claimed)
                {
                    timer.ClaimedUntil = now + Lease;
                    session.Update(timer);
                }

                return claimed;
            },
            cancel);
        foreach (var together in SideBySide(due).SelectMany(wave => wave.Chunk(AtOnce)))
        {
            await Task.WhenAll(together.Select(timer => Safely(timer, now, cancel)));
        }

        return due.Count;
    }

    // Those of one address one after the other, those of different addresses side by side: turns that wait together share a commit.
    private static IEnumerable<IEnumerable<TimerRow>> SideBySide(IEnumerable<TimerRow> due) => due
        .GroupBy(timer => timer.AddressId)
        .SelectMany(address => address.Select((timer, place) => (timer, place)))
        .GroupBy(one => one.place, one => one.timer)
        .OrderBy(wave => wave.Key);

    // One that cannot be fired must not hold up those behind it, the urgent ones least of all: it is put off, and somebody is told.
    private async Task Safely(TimerRow timer, Instant now, CancellationToken cancel)
    {
        try
        {
            var feature = features[timer.Kind];
            await store.TurnAndTell(await feature.RequestOf(timer, now, cancel), turn => Fire(turn, feature, timer), cancel);
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

    private async ValueTask<bool> Fire(Turn turn, ITimed feature, TimerRow claimed)
    {
        var timer = (await turn.Session.Query<TimerRow>("WHERE \"Id\" = @p0" + turn.Session.Lock, claimed.Id)).SingleOrDefault();
        if (timer is null || timer.DueAt > turn.Now)
        {
            return false; // fired by another, or put off since it was claimed
        }

        turn.Session.Delete(timer);
        await feature.Fire(turn, services.Of(timer.ServiceId), timer);
        return true;
    }
}
