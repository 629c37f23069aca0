using System.Text.Json.Nodes;
using Companion.Bot.LinkWorkers;
using Companion.Bot.LinkWorkers.Notes;
using Companion.Bot.Pages;
using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>
/// The sentences of a note as its card shows them, under their headings: as runs of plain text, in which nothing that anybody wrote can act.
/// One that is struck says why in the console's words; one at a time has a box to change it.
/// </summary>
public sealed class NoteLinesShown(PageWords words)
{
    /// <summary>More sentences than this never fit.</summary>
    public const int Most = 40;

    /// <summary>So much of each citation, in characters, where the whole does not fit.</summary>
    public const int Short = 160;

    /// <summary>The first of the sentences, with those under Risks and the one that is being changed before others.</summary>
    public static IReadOnlyList<NoteLine> First(IReadOnlyList<NoteLine> all, int most, int? changing)
    {
        var kept = all.OrderByDescending(line => line.Key == changing).ThenByDescending(line => line.Heading == Heading.Risks).Take(most).ToHashSet();
        return all.Where(kept.Contains).ToList();
    }

    /// <summary>The headings with their sentences, in the order in which they are read; Risks is always among them while the note is open.</summary>
    public List<Dictionary<string, object?>> Sections(NoteDetail detail, IReadOnlyList<NoteLine> shown, NoteShowing showing, int longest)
    {
        var headings = shown.Select(line => line.Heading).Concat(detail.Note.IsOpen ? [Heading.Risks] : []).Distinct().Order();
        return headings.Select(heading => Card.Line(
            ("heading", Shown.Capital(words.Called(heading))),
            ("empty", detail.Lines.All.All(line => line.Heading != heading)),
            ("lines", shown.Where(line => line.Heading == heading).Select(line => Line(detail, line, showing, longest)).ToList()))).ToList();
    }

    private Dictionary<string, object?> Line(NoteDetail detail, NoteLine line, NoteShowing showing, int longest)
    {
        var note = detail.Note;
        var cites = note.IsOpen ? line.Cites.Select(id => detail.Cited.GetValueOrDefault(id)).OfType<CitedSource>().Select(cited => Cited(cited, longest)).ToList() : [];
        var mayChange = note.IsOpen && !line.Forgotten;
        var isChanging = mayChange && showing.Line == line.Key;
        var mayOpen = mayChange && showing.Line is null;
        return Card.Line(
            ("text", line.Forgotten ? words["console.note.forgotten"] : DeskLines.Whole(line.Text)),
            ("struck", line is { Fault: not null, Forgotten: false } ? true : null),
            ("subtle", line.Stands ? null : true),
            ("why", line is { Fault: not null, Forgotten: false } ? DeskLines.Whole(words.Struck(line)) : null),
            ("whose", words.Whose(line) is { } whose ? DeskLines.Whole(whose) : null),
            ("buttons", cites.Count > 0 || mayOpen),
            ("cites", cites),
            ("rests", words.With("console.note.cites", ("count", StaffWords.Number(cites.Count)))),
            ("block", $"rests{line.Key}"),
            ("open", mayOpen ? Act(note, line) : null),
            ("edit", isChanging ? Act(note, line) : null),
            ("typed", showing.Typed ?? line.Text),
            ("longest", JsonValue.Create(EditNote.Longest)),
            ("keep", isChanging && line.Cites.Count > 0 ? showing.Keep ? "true" : "false" : null));
    }

    private Dictionary<string, object?> Cited(CitedSource cited, int longest) => Card.Line(
        ("head", words.With("teams.note.cited", ("who", Shown.Capital(words.Called(cited.Source.Speaker))), ("at", Shown.At(cited.Source.At)))),
        ("words", cited.ForgottenAt is { } at ? words.With("console.forgotten", ("at", Shown.At(at))) : DeskLines.Run(cited.Words, longest).Text));

    private static JsonObject Act(Note note, NoteLine line)
    {
        var act = NoteCard.Act(note);
        act["line"] = line.Key;
        return act;
    }
}
