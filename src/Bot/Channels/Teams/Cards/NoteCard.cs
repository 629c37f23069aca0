using System.Globalization;
using System.Text.Json.Nodes;
using Companion.Bot.LinkWorkers;
using Companion.Bot.LinkWorkers.Notes;
using Companion.Bot.Pages;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>A note as its card needs it.</summary>
/// <param name="Detail">The note with its newest version and what that stands on.</param>
/// <param name="Who">The person by initials and reference: "A.B. 7K2M9P".</param>
/// <param name="Reference">The reference alone.</param>
public sealed record NoteSeen(NoteDetail Detail, string Who, string Reference);

/// <summary>What is added to the card of a note for one showing, after a button was pressed.</summary>
public sealed record NoteShowing
{
    /// <summary>What is said to whoever pressed.</summary>
    public string? Said { get; init; }

    /// <summary>The sentence that is being changed; null for none.</summary>
    public int? Line { get; init; }

    /// <summary>What was typed for it and not kept; null for nothing.</summary>
    public string? Typed { get; init; }

    /// <summary>True when the sentence still rests on what it cites.</summary>
    public bool Keep { get; init; } = true;
}

/// <summary>
/// The card of a note in the personal chat of whoever is to approve it: its sentences, each with what it rests on. One that does not fit Teams
/// as a whole cannot be approved there: nobody stands for sentences they were not shown.
/// </summary>
public sealed class NoteCard(PageWords words, NoteLinesShown lines, LinkSettings links)
{
    private readonly CardTemplate template = new("note", words);

    /// <summary>The card as the note stands. What sentences rest on is shortened first; then sentences are left to the console, those under Risks last.</summary>
    public Card Of(NoteSeen seen, NoteShowing showing)
    {
        var all = seen.Detail.Note.Status switch
        {
            NoteStatus.Rejected => [],
            NoteStatus.Approved => seen.Detail.Lines.All.Where(line => line.Stands).ToList(),
            _ => seen.Detail.Lines.All,
        };
        var whole = Of(seen, showing, all, all, DeskLines.Longest);
        for (var most = Math.Min(all.Count, NoteLinesShown.Most); !whole.Fits && most >= 0; most--)
        {
            whole = Of(seen, showing, all, NoteLinesShown.First(all, most, showing.Line), NoteLinesShown.Short);
        }

        return whole;
    }

    /// <summary>The card of somebody whose note it is no longer: nothing of it.</summary>
    public Card Lost(NoteSeen seen) => Filled(seen, Card.Line(("status", words["teams.note.lost"])));

    private Card Of(NoteSeen seen, NoteShowing showing, IReadOnlyList<NoteLine> all, IReadOnlyList<NoteLine> shown, int longest)
    {
        var note = seen.Detail.Note;
        var isWhole = shown.Count == all.Count;
        var change = showing.Line is { } key && shown.Any(line => line.Key == key) ? showing : showing with { Line = null };
        var mayDecide = note.IsOpen && change.Line is null;
        return Filled(seen, Card.Line(
            ("said", showing.Said is null ? null : CardTemplate.Plain(showing.Said)),
            ("status", CardTemplate.Plain(words.With(
                $"console.note.status.{note.Status.ToString().ToLowerInvariant()}",
                ("who", note.DecidedBy ?? ""),
                ("at", Shown.At(note.DecidedAt ?? note.AskedAt)),
                ("reason", note.Reason ?? "")))),
            ("unsaved", change.Line is null && showing.Typed is { Length: > 0 } typed ? DeskLines.Run(typed).Text : null),
            ("sections", lines.Sections(seen.Detail, shown, change, longest)),
            ("shortened", note.IsOpen && longest < DeskLines.Longest),
            ("cut", isWhole ? null : words.With("teams.note.cut", ("count", StaffWords.Number(all.Count - shown.Count)))),
            ("facts", words.Facts(seen.Detail.Origin!)
                .Where(fact => fact.Value is { Length: > 0 })
                .Select(fact => Card.Line(("title", fact.Name), ("value", CardTemplate.Plain(fact.Value!)))).ToList()),
            ("leftOut", note.Status != NoteStatus.Rejected && seen.Detail.LeftOut > 0
                ? words.With("console.note.was-left-out", ("count", StaffWords.Number(seen.Detail.LeftOut)))
                : null),
            ("act", Act(note)),
            ("approve", mayDecide && isWhole),
            ("noRisks", mayDecide && !seen.Detail.HasRisks),
            ("reject", mayDecide),
            ("longestReason", JsonValue.Create(DecideNote.LongestReason))));
    }

    private Card Filled(NoteSeen seen, Dictionary<string, object?> values)
    {
        var note = seen.Detail.Note;
        values["who"] = seen.Who;
        values["purpose"] = Shown.Capital(words.Called(note.Purpose));
        values["console"] = string.Create(CultureInfo.InvariantCulture, $"{links.BaseUrl.TrimEnd('/')}/console/notes/{note.Id}");
        return new Card(template.Fill(values), words.With("teams.note.summary", ("reference", seen.Reference)));
    }

    /// <summary>What a button carries: the note and the version it was shown with.</summary>
    internal static JsonObject Act(Note note) => new() { ["noteId"] = note.Id.ToString(CultureInfo.InvariantCulture), ["version"] = note.Version };
}
