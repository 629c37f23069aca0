namespace Companion.Workflows.Summaries.Disguises;

/// <summary>What sort of thing is hidden, by the word that its placeholder has.</summary>
internal readonly record struct Kind(string Word)
{
    /// <summary>Somebody known.</summary>
    public static readonly Kind Person = new("PERSON");

    /// <summary>An address, a postcode or a part of one.</summary>
    public static readonly Kind Place = new("PLACE");

    /// <summary>An e-mail address, a link, somebody's name on a network.</summary>
    public static readonly Kind Contact = new("CONTACT");

    /// <summary>A phone number, an NHS number or anything else as long.</summary>
    public static readonly Kind Number = new("NUMBER");

    /// <summary>A day with its year, or a day that is known of somebody.</summary>
    public static readonly Kind Date = new("DATE");

    /// <summary>A word that may be a name.</summary>
    public static readonly Kind Name = new("NAME");

    /// <summary>What nobody here can read, and what looks like a placeholder and is none.</summary>
    public static readonly Kind Text = new("TEXT");
}

/// <summary>Where something stands that is to be hidden.</summary>
/// <param name="Start">Where it begins in the words.</param>
/// <param name="End">Where it ends; not included.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Whose">What all its ways of writing have in common: they share a number.</param>
internal readonly record struct Spot(int Start, int End, Kind Kind, string Whose)
{
    /// <summary>
    /// The spots in order, apart from each other: those that overlap become one that hides all of them, and so do two of the same thing with
    /// nothing but a space or a mark between ("Anna Bell").
    /// </summary>
    public static List<Spot> Together(string words, IEnumerable<Spot> spots)
    {
        var apart = new List<Spot>();
        foreach (var spot in spots.Where(spot => spot.End > spot.Start).OrderBy(spot => spot.Start).ThenByDescending(spot => spot.End))
        {
            if (apart.Count == 0 || !Joins(words, apart[^1], spot))
            {
                apart.Add(spot);
                continue;
            }

            var before = apart[^1];
            var end = Math.Max(before.End, spot.End);
            apart[^1] = before with { End = end, Whose = end > before.End && before.Whose != spot.Whose ? words[before.Start..end].ToLowerInvariant() : before.Whose };
        }

        return apart;
    }

    private static bool Joins(string words, Spot before, Spot next) =>
        next.Start < before.End
        || (next.Kind == before.Kind && next.Whose == before.Whose && next.Start - before.End == 1 && words[before.End] is ' ' or '-' or '.' or '_');
}
