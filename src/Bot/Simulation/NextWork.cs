using Companion.Workflows.Notes;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>When the loops of the host would next find something: the virtual clock jumps there instead of polling.</summary>
internal static class NextWork
{
    private static readonly Duration Poll = Duration.FromSeconds(1);

    public static async Task<Instant> After(IStore store, Instant now)
    {
        await using var db = store.Read();
        var queued = await db.Outbound
            .Where(row => row.Status == SendStatus.Queued).OrderBy(row => row.DueAt).Select(row => (Instant?)row.DueAt).FirstOrDefaultAsync();
        var sending = await db.Outbound
            .Where(row => row.Status == SendStatus.Sending)
            .OrderBy(row => row.ClaimedUntil).Select(row => row.ClaimedUntil).FirstOrDefaultAsync();
        var unknown = await db.Outbound
            .Where(row => row.Status == SendStatus.Unknown)
            .OrderBy(row => row.ClaimedUntil).Select(row => row.ClaimedUntil).FirstOrDefaultAsync();
        var timer = await db.Timers
            .Where(row => row.ClaimedUntil == null).OrderBy(row => row.DueAt).Select(row => (Instant?)row.DueAt).FirstOrDefaultAsync();
        var claimed = await db.Timers
            .Where(row => row.ClaimedUntil != null).OrderBy(row => row.ClaimedUntil).Select(row => row.ClaimedUntil).FirstOrDefaultAsync();
        var asked = await db.Notes
            .Where(row => row.Status == NoteStatus.Asked && row.ClaimedUntil == null).OrderBy(row => row.DueAt).Select(row => (Instant?)row.DueAt).FirstOrDefaultAsync();
        var drafting = await db.Notes
            .Where(row => row.Status == NoteStatus.Asked && row.ClaimedUntil != null).OrderBy(row => row.ClaimedUntil).Select(row => row.ClaimedUntil).FirstOrDefaultAsync();
        var next = new[] { queued, sending, unknown + SettleUnknown.SafetyWaits, timer, claimed, asked, drafting }.Min() ?? Instant.MaxValue;
        return Instant.Max(next, now + Poll);
    }
}
