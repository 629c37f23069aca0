using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>What the workers of the simulated service make of drafts: most are added to and approved, some rejected, some left.</summary>
internal sealed class SimulatedWriting(World world)
{
    /// <summary>Somebody looks at the notes of a hand-off.</summary>
    public Task Decide(long handOff, string by) => world.Do(
        async companion =>
        {
            await using var db = companion.Store.Read();
            var open = await db.Notes
                .Where(note => note.HandOffId == handOff && (note.Status == NoteStatus.Drafted || note.Status == NoteStatus.Edited))
                .OrderBy(note => note.Id)
                .ToListAsync();
            foreach (var note in open)
            {
                await Decide(companion, note, by);
            }
        },
        () => Decide(handOff, by));

    // By the note and not by chance: a run with and without notes is otherwise the same.
    private async Task Decide(RunningCompanion companion, Note note, string by)
    {
        var hand = new NoteHand(note.ServiceId, note.Id, note.Version, by);
        switch (note.Id % 5)
        {
            case 0:
                return;
            case 1:
                await companion.Part<DecideNote>().Reject(hand, "Not of use.", CancellationToken.None);
                return;
            case 2 or 3:
                await companion.Part<EditNote>().Add(hand, Heading.Plan, $"To be phoned, says {by}.", CancellationToken.None);
                world.At(world.Now + Duration.FromMinutes(2), () => Approve(hand with { Version = note.Version + 1 }));
                return;
            default:
                world.At(world.Now + Duration.FromMinutes(2), () => Approve(hand));
                return;
        }
    }

    private Task Approve(NoteHand hand)
    {
        world.Diary.Approvals.Add(new NoteAct(hand.NoteId, hand.By));
        return world.Do(companion => companion.Part<DecideNote>().Approve(hand, CancellationToken.None), () => Approve(hand));
    }
}
