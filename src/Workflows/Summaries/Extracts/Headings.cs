using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Extracts;

/// <summary>Where somebody's words belong.</summary>
internal static class Headings
{
    // Looked through in this order: a wish about the home is a wish.
    private static readonly Heading[] Tried = [Heading.Requirements, Heading.Goals, Heading.Contacts, Heading.SocialContext, Heading.AboutMe];

    /// <summary>The heading of a sentence somebody wrote, or null when a note need not quote it.</summary>
    public static Heading? Of(Passage passage, Speaker speaker)
    {
        if (speaker == Speaker.LinkWorker)
        {
            var dated = Figures.Of(passage).Any(figure => figure.Kind is FigureKind.Weekday or FigureKind.Month);
            return (dated || passage.SaysOneOf("heading.plan") is not null) && !passage.Words.Any(word => word.Asked) ? Heading.Plan : null;
        }

        return Tried.Cast<Heading?>().FirstOrDefault(heading => Classes.Shipped[Kind(heading!.Value)].Any(passage.Says)) ?? Heading.Issues;
    }

    /// <summary>The heading of an entry of the record ("Needs: debt"), or null for one that only says who somebody is.</summary>
    public static Heading? OfRecord(Passage passage)
    {
        if (passage.SaysOneOf("record.identity") is not null)
        {
            return null;
        }

        return Classes.Shipped.Under("record").Where(entry => entry.Words.Any(passage.Says))
            .Select(entry => Enum.TryParse<Heading>(entry.Name, ignoreCase: true, out var heading) ? heading : (Heading?)null)
            .FirstOrDefault(heading => heading is not null) ?? Heading.Reason;
    }

    /// <summary>How much a heading tells whoever picks up.</summary>
    public static double WeightOf(Heading heading) => heading switch
    {
        Heading.Plan => 1.4,
        Heading.Issues => 1.3,
        Heading.Reason => 1.5,
        Heading.Requirements => 1.2,
        Heading.Goals => 1.2,
        Heading.Assessments => 1.1,
        _ => 1,
    };

    private static string Kind(Heading heading) => "heading." + heading.ToString().ToLowerInvariant();
}
