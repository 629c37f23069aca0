using Companion.Workflows.Workers;

namespace Companion.Bot.SignIn;

/// <summary>Where somebody goes once they have signed in: only ever to a page of staff, never to another site.</summary>
public static class WayBack
{
    /// <summary>Where link workers begin.</summary>
    public const string Console = "/console";

    /// <summary>Where commissioners begin.</summary>
    public const string Outcomes = "/outcomes";

    /// <summary>The path, when it is one of ours; null otherwise.</summary>
    public static string? Of(string? back) => back is not null && (IsBelow(back, Console) || IsBelow(back, Outcomes)) ? back : null;

    /// <summary>The path for somebody: a commissioner has no console.</summary>
    public static string For(Worker worker, string? back) => worker.Role == WorkerRole.Commissioner
        ? Of(back) is { } asked && IsBelow(asked, Outcomes) ? asked : Outcomes
        : Of(back) ?? Console;

    private static bool IsBelow(string path, string start) =>
        path.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && (path.Length == start.Length || path[start.Length] is '/' or '?')
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl);
}
