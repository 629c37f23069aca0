using Companion.Bot.LinkWorkers;
using Companion.Bot.Pages;
using Companion.Workflows.Timing;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>The last messages of a conversation as a card shows them: as runs of plain text, in which nothing a person wrote can act.</summary>
public sealed class DeskLines(PageWords words)
{
    /// <summary>So many at most.</summary>
    public const int Most = 12;

    /// <summary>So much of each at most, in characters.</summary>
    public const int Longest = 1_000;

    /// <summary>The lines, the oldest first.</summary>
    public IReadOnlyList<Dictionary<string, object?>> Of(IReadOnlyList<TalkedLine> talked) => talked.Select(line => Card.Line(
        ("head", Head(line)),
        ("text", Text(line)))).ToList();

    /// <summary>Words for a run of text as they are. Card clients fill in {{DATE(...)}} even in plain runs.</summary>
    public static string Whole(string said) => said.Replace("{{", "{ {", StringComparison.Ordinal);

    /// <summary>A person's words for a run of text, cut where they are very long.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="longest">So much of it at most, in characters.</param>
    public static (string Text, bool IsCut) Run(string said, int longest = Longest)
    {
        var safe = Whole(said);
        return safe.Length <= longest ? (safe, false) : (safe[..(char.IsHighSurrogate(safe[longest - 1]) ? longest - 1 : longest)] + "...", true);
    }

    private string Head(TalkedLine line)
    {
        var at = $"{line.At.Local():ddd HH:mm}";
        return line.IsNote
            ? words.With("teams.desk.note.by", ("at", at), ("who", line.By ?? ""))
            : line.Said is { } said
                ? words.With("teams.desk.we", ("at", at), ("status", words.Called(said.Status)))
                : words.With("teams.desk.they", ("at", at));
    }

    private string Text(TalkedLine line)
    {
        var text = Run(line.Words).Text;
        return line.Attachments > 0 ? $"{text} {words["teams.desk.file"]}".Trim() : text.Length == 0 ? "-" : text;
    }
}
