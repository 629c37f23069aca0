using Companion.Workflows.Summaries;

namespace Companion.Workflows.Notes;

/// <summary>What can be done about a sentence of a plan.</summary>
public enum ProposalKind
{
    /// <summary>Book an appointment.</summary>
    Book,

    /// <summary>Refer them on.</summary>
    ReferOn,

    /// <summary>Remind us: a task for staff on a day.</summary>
    Remind,
}

/// <summary>Something that an approved note's plan says is to be done, for a link worker to tick.</summary>
/// <param name="Key">Which sentence of the note.</param>
/// <param name="Kind">What it looks like; whoever ticks it says what it is.</param>
/// <param name="What">The sentence.</param>
public sealed record Proposal(int Key, ProposalKind Kind, string What)
{
    private static readonly string[] OfMeeting = ["appointment", "book", "meet", "visit", "see them", "home visit"];

    private static readonly string[] OfReferring = ["refer", "sign up", "put in touch", "introduce", "link with", "join"];

    /// <summary>What the standing sentences of a plan propose.</summary>
    public static IReadOnlyList<Proposal> Of(NoteLines lines) => lines.All
        .Where(line => line is { Heading: Heading.Plan, Stands: true })
        .Select(line => new Proposal(line.Key, KindOf(line.Text), line.Text))
        .ToList();

    private static ProposalKind KindOf(string text) =>
        OfReferring.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? ProposalKind.ReferOn
        : OfMeeting.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ? ProposalKind.Book
        : ProposalKind.Remind;
}
