using Companion.Bot.Hosting;
using Companion.Bot.SignIn;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.LinkWorkers;

/// <summary>Tells a worker's browser that the queue, or a conversation, is no longer as it is shown.</summary>
public sealed class StaffEvents(IStore store, SignedIn me, OwnRows own, TimeProvider time, IHostApplicationLifetime host)
{
    private readonly LiveStream live = new(time, host);

    /// <summary>The queue of the service.</summary>
    public IResult Queue(HttpContext context, CancellationToken cancel)
    {
        var service = me.ServiceId;
        return live.Open(context, () => Queue(service), cancel);
    }

    /// <summary>One conversation; 404 when it is none of the service's.</summary>
    public async Task<IResult> Conversation(HttpContext context, long id, CancellationToken cancel) =>
        await own.Has<Workflows.HandOffs.HandOff>(id) ? live.Open(context, () => Conversation(id), cancel) : Results.NotFound();

    private async Task<string> Queue(string service)
    {
        await using var db = store.Read();
        var open = db.HandOffs.Where(one => one.ServiceId == service && one.ClearedAt == null);
        var (count, fences, alarms, accepted, act) = (
            await open.CountAsync(),
            await open.SumAsync(one => one.Fence),
            await open.SumAsync(one => one.Alarms),
            await open.CountAsync(one => one.AcknowledgedAt != null),
            await open.MaxAsync(one => one.ActBy));
        return $"{count}-{fences}-{alarms}-{accepted}-{act?.ToUnixTimeSeconds()}";
    }

    private async Task<string> Conversation(long id)
    {
        await using var db = store.Read();
        var now = await db.HandOffs
            .Where(one => one.Id == id)
            .Select(one => new
            {
                one.Fence,
                Heard = db.Inbound.Count(message => message.AddressId == one.AddressId),
                Said = db.Outbound.Count(row => row.AddressId == one.AddressId),
                Waiting = db.Outbound.Count(row => row.AddressId == one.AddressId && (row.Status == SendStatus.Queued || row.Status == SendStatus.Sending)),
                Delivered = db.Outbound.Count(row => row.AddressId == one.AddressId && row.Status == SendStatus.Delivered),
                Happened = db.HandOffEvents.Count(happened => happened.HandOffId == id),
                Notes = db.HandOffNotes.Count(note => note.AddressId == one.AddressId),
                Drafts = db.Notes.Where(note => note.HandOffId == id).Sum(note => note.Version),
            })
            .SingleAsync();
        return $"{now.Fence}-{now.Heard}-{now.Said}-{now.Waiting}-{now.Delivered}-{now.Happened}-{now.Notes}-{now.Drafts}";
    }
}
