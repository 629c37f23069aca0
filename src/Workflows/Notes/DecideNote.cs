using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>A person approves a note, and it is in the record; or rejects it, and it never is.</summary>
public sealed class DecideNote(IStore store, IClock clock)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 500;

    /// <summary>
    /// Approves the version that was shown. What is struck through is left out: it can be in the record only once a person has written it anew.
    /// </summary>
    public Task<NoteOutcome> Approve(NoteHand hand, CancellationToken cancel) => NoteTurn.Run(store, clock, hand, async (turn, note, newest) =>
        newest.Lines.All.Any(line => line.Stands && line.Heading == Heading.Risks)
            ? await Decide(turn, note, NoteStatus.Approved, hand.By, null)
            : NoteOutcome.NoRisks, cancel);

    /// <summary>Rejects it, with a reason.</summary>
    public Task<NoteOutcome> Reject(NoteHand hand, string reason, CancellationToken cancel) => reason.Trim().Length is 0 or > LongestReason
        ? Task.FromResult(NoteOutcome.BadWords)
        : NoteTurn.Run(store, clock, hand, (turn, note, _) => Decide(turn, note, NoteStatus.Rejected, hand.By, reason.Trim()), cancel);

    private static async ValueTask<NoteOutcome> Decide(Turn turn, Note note, NoteStatus status, string by, string? reason)
    {
        (note.Status, note.DecidedAt, note.DecidedBy, note.Reason) = (status, turn.Now, by, reason);
        turn.Update(note);
        await NotePosts.Changed(turn, note);
        return NoteOutcome.Done;
    }
}
