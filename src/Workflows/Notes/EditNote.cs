using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>A sentence as a person wants it.</summary>
/// <param name="Heading">Where it is to stand; null for where it does.</param>
/// <param name="Text">What it says.</param>
/// <param name="KeepCites">True when it still stands on the messages it cited; false when the person answers for it themselves.</param>
public sealed record Wanted(Heading? Heading, string Text, bool KeepCites);

/// <summary>A person changes a note that is not decided on: each change is a version of its own, and the one before is kept.</summary>
public sealed class EditNote(IStore store, IClock clock)
{
    /// <summary>The longest sentence, in characters.</summary>
    public const int Longest = 600;

    /// <summary>Adds a sentence that the person answers for.</summary>
    public Task<NoteOutcome> Add(NoteHand hand, Heading heading, string text, CancellationToken cancel) => Change(hand, text, lines =>
        [.. lines, new NoteLine(lines.Max(line => (int?)line.Key).GetValueOrDefault() + 1, heading, text.Trim(), [], By: hand.By)], cancel);

    /// <summary>Writes a sentence anew: it stands from now on, whatever was wrong with it.</summary>
    public Task<NoteOutcome> Write(NoteHand hand, int key, Wanted wanted, CancellationToken cancel) => Change(hand, wanted.Text, lines =>
    {
        var line = lines.FirstOrDefault(one => one is { Forgotten: false } && one.Key == key);
        return line is null ? null : lines.Select(one => one.Key == key
            ? new NoteLine(key, wanted.Heading ?? line.Heading, wanted.Text.Trim(), wanted.KeepCites ? line.Cites : [], By: hand.By)
            : one);
    }, cancel);

    /// <summary>Takes a sentence out; earlier versions keep it.</summary>
    public Task<NoteOutcome> Remove(NoteHand hand, int key, CancellationToken cancel) => Change(hand, "-", lines =>
        lines.Any(one => one.Key == key) ? lines.Where(one => one.Key != key) : null, cancel);

    private Task<NoteOutcome> Change(NoteHand hand, string text, Func<IReadOnlyList<NoteLine>, IEnumerable<NoteLine>?> change, CancellationToken cancel) =>
        text.Trim().Length is 0 or > Longest
            ? Task.FromResult(NoteOutcome.BadWords)
            : NoteTurn.Run(store, clock, hand, (turn, note, newest) => Store(turn, note, newest, hand.By, change), cancel);

    private static async ValueTask<NoteOutcome> Store(Turn turn, Note note, NoteVersion newest, string by, Func<IReadOnlyList<NoteLine>, IEnumerable<NoteLine>?> change)
    {
        if (change(newest.Lines.All) is not { } changed)
        {
            return NoteOutcome.Unknown;
        }

        (note.Status, note.Version) = (NoteStatus.Edited, note.Version + 1);
        turn.Update(note);
        turn.Insert(new NoteVersion
        {
            Id = turn.Session.NextId(),
            ServiceId = note.ServiceId,
            NoteId = note.Id,
            Number = note.Version,
            At = turn.Now,
            By = by,
            Lines = new NoteLines(changed.OrderBy(line => line.Heading).ThenBy(line => line.Key).ToList()),
            Origin = new Origin(Writer.Person, Duration.Zero),
        });
        await NotePosts.Changed(turn, note);
        return NoteOutcome.Done;
    }
}
