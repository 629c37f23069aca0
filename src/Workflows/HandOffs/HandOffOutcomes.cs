using Companion.Workflows.Staff;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// What can come of a hand-off: what staff choose when they close it. The words as they are that day are kept with it, and whatever they add
/// to them comes after a full stop.
/// </summary>
public static class HandOffOutcomes
{
    /// <summary>Each by the last part of the key of its words.</summary>
    public static readonly IReadOnlyList<string> All =
        ["safe-now", "supported", "999", "crisis-team", "safeguarding", "welfare-check", "tried", "nothing"];

    /// <summary>The words of one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such outcome.</exception>
    public static string Words(string outcome) => StaffWords.Of("outcome." + outcome);

    /// <summary>What was chosen, without what was added to it; null for one that was closed in other words.</summary>
    internal static string? Chosen(string? kept) => kept is null ? null : All.Select(Words)
        .FirstOrDefault(words => kept == words || kept.StartsWith(words + ". ", StringComparison.Ordinal));
}
