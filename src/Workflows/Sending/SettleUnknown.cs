using Companion.Workflows.HandOffs;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>
/// Finds out what became of messages whose outcome is unknown: the call was cut off, or the sender died with the row in its hands.
/// The provider is asked. What it has is settled, what it certainly never got goes again while it is of use, and what it cannot
/// tell stays unknown, with a task after a quarter of an hour. Only a safety text goes again unknown, once.
/// </summary>
public sealed class SettleUnknown(IStore store, SettleDelivery settle, IEnumerable<ICarrier> carriers, IClock clock)
{
    /// <summary>How long the outcome of a safety text may stay unknown before it goes again.</summary>
    public static readonly Duration SafetyWaits = Duration.FromSeconds(30);

    /// <summary>How long a receipt is waited for before the provider is asked.</summary>
    public static readonly Duration OthersWait = Duration.FromSeconds(60);

    /// <summary>How long before a person is given the task.</summary>
    public static readonly Duration TaskAfter = Duration.FromMinutes(15);

    private static readonly string CannotSay = StaffWords.Of("send.cannot-say");
    private static readonly Duration Lease = Duration.FromSeconds(120);

    /// <summary>Clocks and their answers: a text may be listed as made a little before our row was.</summary>
    private static readonly Duration KnownSince = Duration.FromHours(1);

    private readonly ICarrier[] carriers = carriers.ToArray();

    /// <summary>Looks into at most <paramref name="most"/> rows, safety first; returns how many there were.</summary>
    public async Task<int> Handle(int most, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var unknown = await Claim(most, now, cancel);
        foreach (var row in unknown)
        {
            await LookInto(row, now, cancel);
        }

        return unknown.Count;
    }

    // A claimed row's ClaimedUntil is our lease and our fence: whoever changed it since has taken over.
    private Task<List<OutboundMessage>> Claim(int most, Instant now, CancellationToken cancel) => store.Write(
        async session =>
        {
            var rows = await session.Query<OutboundMessage>(
                """
                WHERE "Status" IN (1, 2) AND "ClaimedUntil" <= @p0
                AND ("Status" = 1 OR "ClaimedUntil" <= CASE "Class" WHEN 0 THEN @p1 ELSE @p2 END)
                ORDER BY "Class", "Id" LIMIT @p3
                """ + session.SkipLocked,
                now.ToUnixTimeTicks(),
                (now - SafetyWaits).ToUnixTimeTicks(),
                (now - OthersWait).ToUnixTimeTicks(),
                most);
            foreach (var row in rows)
            {
                row.Reason ??= StaffWords.Of("send.cut-off");
                (row.Status, row.ClaimedUntil) = (SendStatus.Unknown, now + Lease);
                session.Update(row);
            }

            return rows;
        },
        cancel);

    private async Task LookInto(OutboundMessage row, Instant now, CancellationToken cancel)
    {
        var carrier = Array.Find(carriers, carrier => carrier.Carries(row.Channel));
        var found = carrier is null ? null : await carrier.Ask(row, await Known(row, cancel), cancel);
        if (found is Delivery.Taken or Delivery.Refused)
        {
            await settle.Handle(row.Id, row.ServiceId, row.AddressId, found, cancel);
        }
        else if (found is Delivery.NotNow)
        {
            await Change(row, (_, mine) => (mine.Status, mine.Reason) = (SendStatus.Queued, null), cancel); // due since it was: it keeps its place
        }
        else if (row.Class == SendClass.Safety && row.SentAgainAt is null)
        {
            await Change(row, (_, mine) => (mine.Status, mine.DueAt, mine.SentAgainAt, mine.Reason) = (SendStatus.Queued, now, now, null), cancel);
        }
        else
        {
            await Change(row, (session, mine) => StayUnknown(session, mine, now), cancel);
        }
    }

    private async Task<IReadOnlySet<string>> Known(OutboundMessage row, CancellationToken cancel)
    {
        await using var db = store.Read();
        var since = row.CreatedAt - KnownSince;
        return (await db.Outbound
            .Where(other => other.To == row.To && other.Id != row.Id && other.ProviderId != null && other.SentAt >= since)
            .Select(other => other.ProviderId!)
            .ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }

    private Task<bool> Change(OutboundMessage claimed, Action<Session, OutboundMessage> change, CancellationToken cancel) => store.Write(
        async session =>
        {
            var mine = (await session.Query<OutboundMessage>("WHERE \"Id\" = @p0" + session.Lock, claimed.Id)).Single();
            if (mine.Status != SendStatus.Unknown || mine.ClaimedUntil?.ToUnixTimeTicks() != claimed.ClaimedUntil?.ToUnixTimeTicks())
            {
                return false; // a receipt settled it meanwhile
            }

            mine.ClaimedUntil = null;
            change(session, mine);
            session.Update(mine);
            return true;
        },
        cancel);

    private static void StayUnknown(Session session, OutboundMessage row, Instant now)
    {
        row.ClaimedUntil = now; // and is asked about again, while it is of use
        if (now >= row.ExpiresAt)
        {
            (row.Status, row.ClaimedUntil) = (SendStatus.Expired, null);
        }

        if (now - row.DueAt < TaskAfter || row.Reason == CannotSay)
        {
            return;
        }

        row.Reason = CannotSay;
        if (row.AddressId is { } address)
        {
            StaffTasks.Give(session, StaffTasks.Phone, new TaskAbout(row.ServiceId, address, row.HandOffId), StaffWords.Of("task.unknown"), now);
        }
    }
}
