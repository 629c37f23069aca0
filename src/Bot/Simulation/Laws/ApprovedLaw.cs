using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;

namespace Companion.Bot.Simulation.Laws;

/// <summary>
/// Law 7: nothing of a draft is in the record before a person approves it, and every sentence that is cites messages that are there, or a
/// person stands for it.
/// </summary>
internal static class ApprovedLaw
{
    public static Law Check(Evidence evidence)
    {
        var law = new Law();
        var notes = evidence.Notes.ToDictionary(note => note.Id);
        var newest = evidence.Versions.ToLookup(version => version.NoteId);
        var rows = evidence.Inbound.Select(row => row.Id).Concat(evidence.Outbound.Select(row => row.Id)).ToHashSet();
        foreach (var given in evidence.Approved)
        {
            var where = $"note {given.Id}";
            var note = notes.GetValueOrDefault(given.Id);
            law.Holds(
                note is { Status: NoteStatus.Approved } && evidence.Diary.Approvals.Exists(act => act.Note == given.Id && act.By == given.By),
                "a note is in the record that nobody approved",
                where,
                given.At);
            var lines = newest[given.Id].MaxBy(version => version.Number)?.Lines.All ?? [];
            foreach (var sentence in given.Sentences)
            {
                Stands(law, sentence, lines.FirstOrDefault(line => line.Text == sentence.Text && line.Heading == sentence.Heading), where);
                law.Holds(sentence.Cites.All(id => IsThere(note, id, rows)), "a sentence cites what is not there", where);
            }
        }

        foreach (var note in evidence.Notes)
        {
            law.Holds(
                note.Sources.All.All(source => source.Words?.Contains(SimulatedSummariser.Invented, StringComparison.Ordinal) != true),
                "a draft read what nobody approved",
                $"note {note.Id}");
            law.Holds(
                note.Status != NoteStatus.Asked || note.DueAt >= evidence.End - NodaTime.Duration.FromHours(1),
                "a note was asked for and never drafted",
                $"note {note.Id}",
                note.AskedAt);
            law.Holds(newest[note.Id].Count(version => version.Number == 1) == (note.Status == NoteStatus.Asked ? 0 : 1), "a note has not one draft", $"note {note.Id}");
        }

        return law;
    }

    private static void Stands(Law law, Sentence sentence, NoteLine? line, string where)
    {
        law.Holds(sentence.Fault is null && line is { Stands: true }, "a struck sentence, or one that no version has, is in the record", where);
        law.Holds(sentence.Cites.Count > 0 || line?.By is not null, "a sentence cites nothing and nobody stands for it", where);
    }

    private static bool IsThere(Note? note, string id, HashSet<long> rows) =>
        note?.Sources.All.FirstOrDefault(source => source.Id == id) is { } source && (source.Kept == KeptIn.Record || rows.Contains(source.Row));
}
