namespace Companion.Workflows.Outcomes;

/// <summary>A number of people as it is published: null when it is hidden.</summary>
public readonly record struct Figure(int? Value)
{
    /// <summary>True when it is not published.</summary>
    public bool IsHidden => Value is null;
}

/// <summary>A number of people that may have to be hidden.</summary>
/// <param name="value">How many.</param>
/// <param name="worth">What its readers lose when it is hidden: of two, the one of less worth goes first.</param>
internal sealed class Count(int value, Worth worth)
{
    public int Value => value;

    public Worth Worth => worth;

    public bool IsHidden { get; set; }

    public Figure Figure => new(IsHidden ? null : value);
}

/// <summary>What a number is worth to its readers, the least first.</summary>
internal enum Worth
{
    Detail,
    NotDue,
    Group,
    People,
    Missing,
    Baseline,
    Pairs,
}

/// <summary>Numbers that are published together with what they add up to.</summary>
internal sealed record Line(Count Total, IReadOnlyList<Count> Parts);

/// <summary>
/// Hides small numbers, and as many others as it takes that none can be worked out from those that stay. Nobody is shown as zero: it
/// rests on no one. The lines form a tree (a number is a part of one line at most), so it is enough that no line leaves one number over.
/// </summary>
internal static class Suppression
{
    /// <summary>Marks what is to be hidden.</summary>
    public static void Protect(IReadOnlyList<Line> lines, int smallest)
    {
        foreach (var count in lines.SelectMany(Members).Where(count => count.Value > 0 && count.Value < smallest))
        {
            count.IsHidden = true;
        }

        bool changed;
        do
        {
            changed = false;
            foreach (var next in lines.Where(line => Gives(line, smallest)).Select(Cheapest).OfType<Count>())
            {
                next.IsHidden = true;
                changed = true;
            }
        }
        while (changed);
    }

    private static IEnumerable<Count> Members(Line line) => [.. line.Parts, line.Total];

    // One hidden number alone is the rest of the line. Several under a total tell how many they are together: not few, and not one each,
    // for what is hidden is at least one.
    private static bool Gives(Line line, int smallest)
    {
        var hidden = Members(line).Where(count => count.IsHidden).ToList();
        var together = hidden.Sum(count => count.Value);
        return hidden.Count == 1 || (hidden.Count > 1 && !line.Total.IsHidden && (together < smallest || together <= hidden.Count));
    }

    private static Count? Cheapest(Line line) => Members(line)
        .Where(count => !count.IsHidden && count.Value > 0)
        .OrderBy(count => count.Worth)
        .ThenBy(count => count.Value)
        .FirstOrDefault();
}
