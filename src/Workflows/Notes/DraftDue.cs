using Companion.Workflows.Safety;
using Companion.Workflows.Storage;
using Companion.Workflows.Telemetry;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>One round of drafting: claims notes that were asked for and writes them side by side.</summary>
public sealed class DraftDue(IStore store, WriteDraft write, RaiseAlert alerts, CompanionMeter meter, IClock clock)
{
    private static readonly Duration PutOff = Duration.FromMinutes(5);

    /// <summary>Drafts at most <paramref name="most"/>; returns how many were claimed.</summary>
    public async Task<int> Handle(int most, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.Write(
            async session => (await session.Query<Note>(
                    "WHERE \"Status\" = 'Asked' AND \"DueAt\" <= @p0 AND (\"ClaimedUntil\" IS NULL OR \"ClaimedUntil\" < @p0) ORDER BY \"DueAt\", \"Id\" LIMIT @p1" + session.SkipLocked,
                    now.ToUnixTimeTicks(),
                    most))
                .ConvertAll(note => WriteDraft.Claim(session, note, now)),
            cancel);
        await Task.WhenAll(due.Select(note => Safely(note, now, cancel)));
        return due.Count;
    }

    // One that cannot be written must not hold up the others: it is put off, and somebody is told.
    private async Task Safely(Note note, Instant now, CancellationToken cancel)
    {
        try
        {
            await write.Write(note, cancel);
        }
        catch (Exception mistake) when (Mistake.IsOurs(mistake))
        {
            meter.Failed("Draft");
            await store.Write(
                session =>
                {
                    session.Execute(
                        "UPDATE \"Notes\" SET \"DueAt\" = @p1, \"ClaimedUntil\" = NULL WHERE \"Id\" = @p0 AND \"Status\" = 'Asked' AND \"Claims\" = @p2",
                        note.Id,
                        (now + PutOff).ToUnixTimeTicks(),
                        note.Claims);
                    return ValueTask.FromResult(0);
                },
                cancel);
            await alerts.Handle(
                "DraftFailed",
                $"A note of {note.ServiceId} cannot be drafted ({mistake.GetType().Name}) and is tried again every five minutes. Look at note {note.Id}.",
                cancel);
        }
    }
}
