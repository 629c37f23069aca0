using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>A proposal as it was ticked.</summary>
/// <param name="NoteId">The approved note.</param>
/// <param name="Key">The sentence of its plan.</param>
/// <param name="Kind">What is to be done about it.</param>
/// <param name="DueOn">By when, where that was said.</param>
/// <param name="By">Who ticked it: it is theirs to do.</param>
public sealed record Ticked(long NoteId, int Key, ProposalKind Kind, LocalDate? DueOn, string By);

/// <summary>A link worker ticks what an approved note proposes: it becomes an action of the case's plan, once, and a reminder where they want one.</summary>
public sealed class TakeProposal(IStore store, IClock clock)
{
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>Takes it; ticked before, it is there already.</summary>
    /// <returns>False when the service has no such approved note, or no such sentence stands in it.</returns>
    public async Task<bool> Handle(string serviceId, Ticked ticked, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.Notes.SingleOrDefaultAsync(one => one.Id == ticked.NoteId && one.ServiceId == serviceId && one.Status == NoteStatus.Approved, cancel) is not { } note)
        {
            return false;
        }

        return await store.Turn(
            TurnRequest.About(serviceId, note.AddressId, clock.GetCurrentInstant()),
            async turn =>
            {
                var version = (await turn.Session.Query<NoteVersion>("WHERE \"NoteId\" = @p0 AND \"Number\" = @p1", note.Id, note.Version)).Single();
                if (Proposal.Of(version.Lines).FirstOrDefault(one => one.Key == ticked.Key) is not { } proposal)
                {
                    return false;
                }

                var before = await turn.Session.Query<CareAction>("WHERE \"NoteId\" = @p0", note.Id);
                if (!before.Exists(one => one.What == proposal.What))
                {
                    Take(turn, note, proposal, ticked);
                }

                return true;
            },
            cancel);
    }

    private static void Take(Turn turn, Note note, Proposal proposal, Ticked ticked)
    {
        turn.Insert(new CareAction
        {
            Id = turn.Session.NextId(),
            ServiceId = note.ServiceId,
            CaseId = note.CaseId,
            NoteId = note.Id,
            What = proposal.What,
            Who = ticked.By,
            DueOn = ticked.DueOn,
            WrittenAt = turn.Now,
            WrittenBy = ticked.By,
        });
        if (ticked.Kind == ProposalKind.Remind)
        {
            var due = ticked.DueOn is { } day ? (day + Morning).Instant() : turn.Now;
            StaffTasks.Give(turn.Session, StaffTasks.Reminder, new TaskAbout(note.ServiceId, note.AddressId), proposal.What, turn.Now, due);
        }
    }
}
