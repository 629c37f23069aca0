using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Forgetting;

/// <summary>
/// What was written from forgotten words: a sentence that cites them says no more what it said, whatever its own words were; and what was
/// taken on from such a sentence, into a later note, a plan or a task, goes with it.
/// </summary>
internal sealed class NoteTraces
{
    private readonly Turn turn;
    private readonly List<(Note Note, List<NoteVersion> Versions)> notes = [];
    private readonly List<CareAction> actions;
    private readonly List<PersonalGoal> goals;
    private readonly List<StaffTask> tasks;
    private readonly Queue<RepeatedWords> next = new();
    private readonly HashSet<object> changed = [];

    private NoteTraces(Turn turn, List<CareAction> actions, List<PersonalGoal> goals, List<StaffTask> tasks) =>
        (this.turn, this.actions, this.goals, this.tasks) = (turn, actions, goals, tasks);

    /// <summary>Takes them out; how many rows changed.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="words">The forgotten words.</param>
    /// <param name="gone">The messages they stood in.</param>
    public static async ValueTask<int> Remove(Turn turn, RepeatedWords words, IReadOnlySet<long> gone)
    {
        const string Plan = " IN (SELECT \"Id\" FROM \"Cases\" WHERE \"AddressId\" = @p0)";
        var traces = new NoteTraces(
            turn,
            await turn.Session.Query<CareAction>($"WHERE \"CaseId\"{Plan} OR \"NoteId\" IN (SELECT \"Id\" FROM \"Notes\" WHERE \"AddressId\" = @p0)", turn.Address.Id),
            await turn.Session.Query<PersonalGoal>("WHERE \"CaseId\"" + Plan, turn.Address.Id),
            await turn.Session.Query<StaffTask>("WHERE \"AddressId\" = @p0", turn.Address.Id));
        foreach (var note in await turn.Session.Query<Note>("WHERE \"AddressId\" = @p0 ORDER BY \"Id\"", turn.Address.Id))
        {
            traces.notes.Add((note, await turn.Session.Query<NoteVersion>("WHERE \"NoteId\" = @p0 ORDER BY \"Number\"", note.Id)));
        }

        traces.next.Enqueue(words);
        while (traces.next.TryDequeue(out var some))
        {
            traces.Pass(some, gone);
        }

        return traces.changed.Count;
    }

    private void Pass(RepeatedWords words, IReadOnlySet<long> gone)
    {
        foreach (var (note, versions) in notes)
        {
            var cites = note.Sources.All
                .Where(one => (one.Kept == KeptIn.Inbound && gone.Contains(one.Row)) || words.IsIn(one.Words))
                .Select(one => one.Id)
                .ToHashSet();
            if (note.Sources.All.Any(one => words.IsIn(one.Words)))
            {
                note.Sources = new NoteSources(note.Sources.All.Select(one => one.Words is { } kept ? one with { Words = words.Without(kept) } : one).ToList());
                Changed(note);
            }

            Rewrite(words, note, note.Reason, kept => note.Reason = kept);
            versions.ForEach(version => Look(version, words, cites));
        }

        goals.ForEach(row => Rewrite(words, row, row.Words, kept => row.Words = kept));
        actions.ForEach(row => Rewrite(words, row, row.What, kept => row.What = kept));
        tasks.ForEach(row => Rewrite(words, row, row.Reason, kept => row.Reason = kept));
    }

    private void Look(NoteVersion version, RepeatedWords words, HashSet<string> cites)
    {
        var going = version.Lines.All.Where(line => !line.Forgotten && (line.Cites.Any(cites.Contains) || words.IsIn(line.Text) || words.IsIn(line.Because))).ToHashSet();
        if (going.Count == 0)
        {
            return;
        }

        version.Lines = new NoteLines(version.Lines.All.Select(line => going.Contains(line) ? line.Forget() : line).ToList());
        Changed(version);
        foreach (var line in going)
        {
            next.Enqueue(new RepeatedWords(line.Text, wholly: true));
        }
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
