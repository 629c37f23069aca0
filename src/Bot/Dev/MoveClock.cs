using System.Globalization;
using Companion.Bot.Hosting;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Dev;

/// <summary>
/// Moves Companion's clock forward, stopping at everything that becomes due on the way, so that it happens in its order and at its
/// time: what a week would bring is there when the page is.
/// </summary>
public sealed class MoveClock(CompanionClock clock, IStore store, RunToRest rest, StorageSettings storage)
{
    private const int MostStops = 2_000;

    private string File => Path.Combine(storage.DataFolder(), "development-clock");

    /// <summary>Moves by a duration.</summary>
    public async Task By(Duration by, CancellationToken cancel)
    {
        var until = clock.GetCurrentInstant() + by;
        await rest.Handle(cancel);
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await Next(cancel) is not { } next || next > until)
            {
                break;
            }

            await To(next, cancel);
        }

        await To(until, cancel);
    }

    /// <summary>Moves to the next thing that is due; false when nothing is.</summary>
    public async Task<bool> ToNext(CancellationToken cancel)
    {
        await rest.Handle(cancel);
        if (await Next(cancel) is not { } next)
        {
            return false;
        }

        await To(next, cancel);
        return true;
    }

    /// <summary>When the next thing is due: a timer, or a text that waits in the outbox. Null when nothing is.</summary>
    public async Task<Instant?> Next(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await using var db = store.Read();
        var timer = await db.Timers
            .Where(row => row.DueAt > now)
            .OrderBy(row => row.DueAt)
            .Select(row => (Instant?)row.DueAt)
            .FirstOrDefaultAsync(cancel);
        var text = await db.Outbound
            .Where(row => row.Status == SendStatus.Queued && row.DueAt > now)
            .OrderBy(row => row.DueAt)
            .Select(row => (Instant?)row.DueAt)
            .FirstOrDefaultAsync(cancel);
        return timer is { } first && text is { } second ? Instant.Min(first, second) : timer ?? text;
    }

    /// <summary>
    /// Moves to where the clock stood when Companion last ran on this data: going back to real time would leave rows in the future.
    /// </summary>
    public void Restore()
    {
        if (System.IO.File.Exists(File)
            && long.TryParse(System.IO.File.ReadAllText(File), CultureInfo.InvariantCulture, out var ticks)
            && ticks > clock.Moved.BclCompatibleTicks)
        {
            clock.MoveForward(Duration.FromTicks(ticks) - clock.Moved);
        }
    }

    private async Task To(Instant at, CancellationToken cancel)
    {
        clock.MoveForward(Duration.Max(Duration.Zero, at - clock.GetCurrentInstant()));
        await System.IO.File.WriteAllTextAsync(File, clock.Moved.BclCompatibleTicks.ToString(CultureInfo.InvariantCulture), cancel);
        await rest.Handle(cancel);
    }
}
