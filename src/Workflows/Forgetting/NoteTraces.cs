using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Safety;
using Companion.Workflows.Sharing;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Forgetting;

/// <summary>
/// What was written from forgotten words: a sentence that cites them says no more what it said, whatever its own words were; and what was
/// taken on from such a sentence, into a later note, a plan, a task or a letter, goes with it. That there was a danger stays under Risks.
/// </summary>
internal sealed class NoteTraces
{
    private const string Cases = "\"CaseId\" IN (SELECT \"Id\" FROM \"Cases\" " + Traces.OfPeople + ")";

    /// <summary>Notes of the address, and of the cases of whoever is reached there.</summary>
    internal const string OfNotes = "WHERE \"AddressId\" = @p0 OR " + Cases;

    private readonly Turn turn;
    private readonly IReadOnlySet<long> gone;
    private readonly IReadOnlyList<SafetyHit> dangers;
    private readonly List<(Note Note, List<NoteVersion> Versions)> notes = [];
    private readonly Queue<(long NoteId, RepeatedWords Words)> takenOn = new();
    private readonly HashSet<object> changed = [];
    private List<CareAction> actions = [];
    private List<PersonalGoal> goals = [];
    private List<StaffTask> tasks = [];
    private List<Letter> letters = [];

    private NoteTraces(Turn turn, IReadOnlySet<long> gone, IReadOnlyList<SafetyHit> dangers) => (this.turn, this.gone, this.dangers) = (turn, gone, dangers);

    /// <summary>Takes them out; how many rows changed.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="words">The forgotten words.</param>
    /// <param name="gone">The messages they stood in.</param>
    /// <param name="dangers">What was heard in those.</param>
    public static async ValueTask<int> Remove(Turn turn, RepeatedWords words, IReadOnlySet<long> gone, IReadOnlyList<SafetyHit> dangers)
    {
        var traces = new NoteTraces(turn, gone, dangers);
        await traces.Read();
        traces.Words(words);
        while (traces.takenOn.TryDequeue(out var sentence))
        {
            traces.TakenOn(sentence.NoteId, sentence.Words);
        }

        return traces.changed.Count;
    }

    private async ValueTask Read()
    {
        actions = await turn.Session.Query<CareAction>($"WHERE {Cases} OR \"NoteId\" IN (SELECT \"Id\" FROM \"Notes\" WHERE \"AddressId\" = @p0)", turn.Address.Id);
        goals = await turn.Session.Query<PersonalGoal>("WHERE " + Cases, turn.Address.Id);
        tasks = await turn.Session.Query<StaffTask>("WHERE \"AddressId\" = @p0", turn.Address.Id);
        letters = await turn.Session.Query<Letter>("WHERE " + Cases, turn.Address.Id);
        foreach (var note in await turn.Session.Query<Note>(OfNotes + " ORDER BY \"Id\"" + turn.Session.Lock, turn.Address.Id))
        {
            notes.Add((note, await turn.Session.Query<NoteVersion>("WHERE \"NoteId\" = @p0 ORDER BY \"Number\"", note.Id)));
        }
    }

    private void Words(RepeatedWords words)
    {
        foreach (var (note, versions) in notes)
        {
            var cites = note.Sources.All.Where(one => one.Kept == KeptIn.Inbound && gone.Contains(one.Row)).Select(one => one.Id)
                .Concat(Clean(note, one => words.IsIn(one.Words), words))
                .ToHashSet();
            Rewrite(words, note, note.Reason, kept => note.Reason = kept);
            versions.ForEach(version => Forget(note, version, line => line.Cites.Any(cites.Contains) || words.IsIn(line.Text) || words.IsIn(line.Because)));
        }

        goals.ForEach(row => Rewrite(words, row, row.Words, kept => row.Words = kept));
        actions.ForEach(row => Rewrite(words, row, row.What, kept => row.What = kept));
        tasks.ForEach(row => Rewrite(words, row, row.Reason, kept => row.Reason = kept));
        letters.ForEach(row => Rewrite(words, row, row.Agreed, kept => row.Agreed = kept));
        letters.ForEach(row => Rewrite(words, row, row.Words, kept => row.Words = kept));
    }

    // Another sentence that only says the same was written from something else, and stays.
    private void TakenOn(long noteId, RepeatedWords sentence)
    {
        foreach (var (note, versions) in notes)
        {
            var cites = Clean(note, one => one.Kept == KeptIn.Record && one.Row == noteId && sentence.IsIn(one.Words), sentence);
            versions.ForEach(version => Forget(note, version, line => line.Cites.Any(cites.Contains)));
        }

        actions.Where(row => row.NoteId == noteId).ToList().ForEach(row => Rewrite(sentence, row, row.What, kept => row.What = kept));
        letters.ForEach(row => Rewrite(sentence, row, row.Words, kept => row.Words = kept));
        tasks.Where(row => row.Kind == StaffTasks.Reminder).ToList().ForEach(row => Rewrite(sentence, row, row.Reason, kept => row.Reason = kept));
    }

    private HashSet<string> Clean(Note note, Func<NoteSource, bool> which, RepeatedWords words)
    {
        var found = note.Sources.All.Where(which).Select(one => one.Id).ToHashSet();
        if (found.Count > 0)
        {
            note.Sources = new NoteSources(note.Sources.All.Select(one => found.Contains(one.Id) && one.Words is { } kept ? one with { Words = words.Without(kept) } : one).ToList());
            Changed(note);
        }

        return found;
    }

    private void Forget(Note note, NoteVersion version, Func<NoteLine, bool> which)
    {
        var going = version.Lines.All.Where(line => !line.Forgotten && which(line)).ToHashSet();
        if (going.Count == 0)
        {
            return;
        }

        version.Lines = new NoteLines(version.Lines.All.Select(line => !going.Contains(line) ? line : IsRisk(line) ? WithoutWords(note, line) : line.Forget()).ToList());
        Changed(version);
        foreach (var line in going.Where(line => !IsRisk(line)))
        {
            takenOn.Enqueue((note.Id, new RepeatedWords(line.Text, wholly: true)));
        }
    }

    private static bool IsRisk(NoteLine line) => line is { Heading: Heading.Risks, Stands: true };

    private NoteLine WithoutWords(Note note, NoteLine line)
    {
        var cited = note.Sources.All.Where(one => one.Kept == KeptIn.Inbound && line.Cites.Contains(one.Id)).Select(one => one.Row).ToHashSet();
        var danger = dangers.FirstOrDefault(hit => cited.Contains(hit.MessageId));
        return line with
        {
            Text = danger is null
                ? StaffWords.Of("note.forgotten-risk")
                : StaffWords.Of("source.forgotten-danger", ("kind", danger.Kind.ToLowerInvariant()), ("day", StaffWords.Day(danger.At.Local().Date))),
            Because = null,
        };
    }

    private void Rewrite<T>(RepeatedWords words, T row, string? text, Action<string> keep)
        where T : class
    {
        if (text is not null && words.IsIn(text))
        {
            keep(words.Without(text));
            Changed(row);
        }
    }

    private void Changed<T>(T row)
        where T : class
    {
        changed.Add(row);
        turn.Update(row);
    }
}
