namespace Companion.Workflows.Notes;

/// <summary>What happened to a sentence from one version to another.</summary>
public enum Difference
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It says something else, or stands on something else.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>One sentence that differs.</summary>
/// <param name="What">What happened to it.</param>
/// <param name="Before">As it was; null for a new one.</param>
/// <param name="After">As it is; null for one that is gone.</param>
public sealed record LineDifference(Difference What, NoteLine? Before, NoteLine? After);

/// <summary>The difference between two versions of a note, sentence by sentence.</summary>
public static class NoteDifference
{
    /// <summary>What differs, in the order in which it is read.</summary>
    public static IReadOnlyList<LineDifference> Between(NoteLines before, NoteLines after)
    {
        var (old, now) = (before.All.ToDictionary(line => line.Key), after.All.ToDictionary(line => line.Key));
        return old.Values.Where(line => !now.ContainsKey(line.Key)).Select(line => new LineDifference(Difference.Removed, line, null))
            .Concat(now.Values.Where(line => !old.ContainsKey(line.Key)).Select(line => new LineDifference(Difference.Added, null, line)))
            .Concat(now.Values.Where(line => old.TryGetValue(line.Key, out var was) && !was.IsAs(line)).Select(line => new LineDifference(Difference.Changed, old[line.Key], line)))
            .OrderBy(one => (one.After ?? one.Before)!.Heading)
            .ThenBy(one => (one.After ?? one.Before)!.Key)
            .ToList();
    }
}
