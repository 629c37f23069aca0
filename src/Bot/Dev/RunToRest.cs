using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Dev;

/// <summary>Fires timers, sends and settles until nothing is left to do at this moment, so that a page can show what came of it.</summary>
public sealed class RunToRest(IStore store, FireTimers fire, SendDue send, SettleUnknown settle, IClock clock, TimeProvider time)
{
    private const int Batch = 100;
    private const int MostRounds = 500;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs to rest; gives up waiting for the host's own loops after about ten seconds.</summary>
    public async Task Handle(CancellationToken cancel)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await fire.Handle(Batch, cancel) + await send.Handle(Batch, cancel) + await settle.Handle(Batch, cancel) > 0)
            {
                continue;
            }

            if (!await OthersAreAtWork(cancel))
            {
                return;
            }

            await Task.Delay(Wait, time, cancel);
        }
    }

    // The host's loops claim as we do: what they hold is not done yet.
    private async Task<bool> OthersAreAtWork(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = store.Read();
        return await db.Timers.AnyAsync(timer => timer.DueAt <= now, cancel)
            || await db.Outbound.AnyAsync(row => row.Status == SendStatus.Sending && row.ClaimedUntil > now, cancel);
    }
}
