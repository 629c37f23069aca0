using NodaTime;

namespace Companion.Workflows.Workers;

/// <summary>What a hand-off asks of whoever takes it.</summary>
/// <param name="Language">The language of the person's texts.</param>
/// <param name="Postcode">Their outward postcode, when known.</param>
/// <param name="Needs">Their needs by name.</param>
public sealed record Wanted(string Language, string? Postcode, IReadOnlyCollection<string> Needs);

/// <summary>A worker as they stand at a moment.</summary>
/// <param name="Worker">Who.</param>
/// <param name="Held">How many conversations they hold.</param>
/// <param name="NextIn">When they work next: now, when they are in; null when that is more than thirty days away.</param>
public sealed record Standing(Worker Worker, int Held, LocalDateTime? NextIn)
{
    /// <summary>True when they are in at a local time.</summary>
    public bool IsIn(LocalDateTime now) => NextIn <= now;
}

/// <summary>In which order workers are told of a hand-off: link workers first, those who fit best and hold least before others, then seniors, then managers.</summary>
public static class Routing
{
    /// <summary>Those who may take it, in that order. Whoever does not speak the language comes after everybody who does; a full caseload comes last of its role.</summary>
    public static IReadOnlyList<Standing> Order(IEnumerable<Standing> workers, Wanted wanted) => workers
        .Where(one => one.Worker is { LeftAt: null, Role: not WorkerRole.Commissioner })
        .OrderBy(one => one.Worker.Role)
        .ThenBy(one => one.Held >= one.Worker.MostHeld)
        .ThenByDescending(one => Has(one.Worker.Languages, wanted.Language))
        .ThenByDescending(one => wanted.Needs.Count(need => Has(one.Worker.Skills, need)))
        .ThenByDescending(one => wanted.Postcode is { } here && Has(one.Worker.Areas, here))
        .ThenBy(one => one.Worker.Areas.Length > 0 && wanted.Postcode is { } there && !Has(one.Worker.Areas, there))
        .ThenBy(one => one.Held)
        .ThenBy(one => one.Worker.Id)
        .ToList();

    private static bool Has(string list, string one) =>
        list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(one, StringComparer.OrdinalIgnoreCase);
}
