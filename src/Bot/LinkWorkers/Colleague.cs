using Companion.Bot.Pages;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Somebody a conversation can be given to.</summary>
/// <param name="Worker">Who.</param>
/// <param name="BackAt">When they work next; null while they are in.</param>
public sealed record Colleague(Worker Worker, LocalDateTime? BackAt)
{
    private const int LongestAway = 30; // days

    /// <summary>Everybody whom a hand-off can be given to: those who are in, and then the others, by name.</summary>
    public static async Task<IReadOnlyList<Colleague>> Of(CompanionDb db, ServiceSettings service, HandOff handOff, Instant at, CancellationToken cancel)
    {
        var (now, here) = (at.Local(), await db.Workers
            .Where(worker => worker.ServiceId == handOff.ServiceId && worker.LeftAt == null && worker.Role != WorkerRole.Commissioner && worker.Id != handOff.OwnerId)
            .OrderBy(worker => worker.Name)
            .ToListAsync(cancel));
        var leave = (await db.Leaves.Where(one => one.ServiceId == handOff.ServiceId && one.To >= now.Date).ToListAsync(cancel)).ToLookup(one => one.WorkerId);
        return [.. here
            .Select(worker => new Colleague(worker, worker.NextIn(now, day => service.Holidays.Contains(day) || leave[worker.Id].Any(away => away.Contains(day)))))
            .Select(one => one.BackAt <= now ? one with { BackAt = null } : one with { BackAt = one.BackAt ?? now.PlusDays(LongestAway) })
            .OrderBy(one => one.BackAt is not null)];
    }

    /// <summary>Who, and when they are back if they are not in: nobody gives a conversation away into an empty room unknowingly.</summary>
    public string Label(PageWords words) => words.With(
        BackAt is null ? "colleague.here" : "colleague.away",
        ("name", Worker.Name),
        ("role", words.Called(Worker.Role)),
        ("back", BackAt is { } back ? Shown.Day(back.Date) : ""));
}
