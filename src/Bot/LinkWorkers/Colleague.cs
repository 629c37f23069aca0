using Companion.Bot.Pages;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
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
        var now = at.Local();
        return [.. (await Rota.Of(db, service, at, cancel))
            .Where(one => one.Worker.Role != WorkerRole.Commissioner && one.Worker.Id != handOff.OwnerId)
            .OrderBy(one => !one.IsIn(now))
            .ThenBy(one => one.Worker.Name, StringComparer.Ordinal)
            .Select(one => new Colleague(one.Worker, one.IsIn(now) ? null : one.NextIn ?? now.PlusDays(LongestAway)))];
    }

    /// <summary>Who, and when they are back if they are not in: nobody gives a conversation away into an empty room unknowingly.</summary>
    public string Label(PageWords words) => words.With(
        BackAt is null ? "colleague.here" : "colleague.away",
        ("name", Worker.Name),
        ("role", words.Called(Worker.Role)),
        ("back", BackAt is { } back ? Shown.Day(back.Date) : ""));
}
