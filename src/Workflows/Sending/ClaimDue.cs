using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Telemetry;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>Which part of the outbox is claimed: only texts have a rate to keep below.</summary>
public enum Lane
{
    Any,
    Texts,
    Others,
}

/// <summary>What a claim brought.</summary>
/// <param name="Rows">Those that may go now, in the order to send them.</param>
/// <param name="MayBeMore">True when as many were looked at as were wanted, or another process was claiming: look again soon.</param>
public sealed record Claimed(IReadOnlyList<OutboundMessage> Rows, bool MayBeMore);

/// <summary>
/// Claims due rows, safety first, and passes each through the send gate in the same transaction: what is returned may go this
/// moment, and only this process may send it.
/// </summary>
public sealed class ClaimDue(IStore store, ServiceBook services, IEnumerable<IDesk> features, CompanionMeter meter, IClock clock)
{
    private readonly IReadOnlyList<IDesk> features = [.. features];

    /// <summary>How long a claim lasts; a sender that dies leaves rows whose outcome is unknown.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(60);

    /// <summary>How long a text that is unknown, or is to be tried again, keeps a later one from overtaking it; after that silence would be worse.</summary>
    private static readonly Duration KeepsItsPlace = Duration.FromMinutes(3);

    // Within one class, the oldest first; never past an earlier text to the same address that is still on its way, or that its carrier
    // could not take and that is to be tried again. As it stands, PostgreSQL goes by the order of the queue's index, and by that of the
    // retried ones ("Status" < 1 is not the queue's), however little it knows of how long the queue has grown.
    private const string Due =
        """
        o WHERE o."Status" = 0 AND o."DueAt" <= @p0 AND (o."Class" <= 1 OR NOT EXISTS (
            SELECT 1 FROM "Outbound" s WHERE s."AddressId" = o."AddressId" AND s."Status" IN (1, 2) AND (s."Status" = 1 OR s."DueAt" > @p2)))
        AND (o."Class" <= 1 OR o."DueAt" <= @p2 OR NOT EXISTS (
            SELECT 1 FROM "Outbound" s WHERE s."AddressId" = o."AddressId" AND s."Status" < 1 AND s."Attempts" > 0 AND s."Id" < o."Id"))
        AND o."Channel" IN ({channels})
        ORDER BY o."Class", o."DueAt", o."Id" LIMIT @p1
        """;

    private static readonly Dictionary<Lane, string> DueIn = Enum.GetValues<Lane>().ToDictionary(
        lane => lane,
        lane => Due.Replace("{channels}", string.Join(", ", Enum.GetValues<Channel>().Where(channel => IsIn(channel, lane)).Select(channel => $"'{channel}'")), StringComparison.Ordinal));

    /// <summary>Claims at most <paramref name="most"/> rows of a lane.</summary>
    public async Task<Claimed> Handle(int most, CancellationToken cancel, Lane lane = Lane.Any)
    {
        var now = clock.GetCurrentInstant();
        var looked = await store.Write<IReadOnlyList<OutboundMessage>?>(
            async session =>
            {
                if (!await session.TryLock($"claim outbound {lane}"))
                {
                    return null; // another process is claiming this lane; two at once could pass an earlier text to the same address
                }

                var found = await session.Query<OutboundMessage>(
                    DueIn[lane] + session.SkipLocked, now.ToUnixTimeTicks(), most, (now - KeepsItsPlace).ToUnixTimeTicks());
                var due = found.OrderBy(row => row.Class).ThenBy(row => row.DueAt).ThenBy(row => row.Id).ToList();
                var look = await GateLook.At(session, now, due);
                foreach (var row in due)
                {
                    await Pass(session, row, look, now);
                }

                return due;
            },
            cancel);
        if (looked is null)
        {
            return new Claimed([], MayBeMore: true);
        }

        foreach (var row in looked.Where(row => row.Status is SendStatus.Refused or SendStatus.Expired))
        {
            meter.GateRefused(row.Class, row.Status);
        }

        return new Claimed(looked.Where(row => row.Status == SendStatus.Sending).ToList(), looked.Count == most);
    }

    private static bool IsIn(Channel channel, Lane lane) => lane == Lane.Any || (channel == Channel.Sms) == (lane == Lane.Texts);

    private async ValueTask Pass(Session session, OutboundMessage row, GateLook look, Instant now)
    {
        if (services.Find(row.ServiceId) is not { } service)
        {
            // One row of a service that was taken out of the configuration must not keep every other from going.
            (row.Status, row.Reason) = (SendStatus.Refused, StaffWords.Of("send.no-service", ("service", row.ServiceId)));
            session.Update(row);
            return;
        }

        var reasonBefore = row.Reason;
        var ruling = SendGate.Decide(row, await look.Of(row), service, now);
        switch (ruling.Ruling)
        {
            case Ruling.Go:
                (row.Status, row.Attempts, row.ClaimedUntil, row.Reason) = (SendStatus.Sending, row.Attempts + 1, now + Lease, null);
                look.Passed(row);
                break;
            case Ruling.Later:
                (row.DueAt, row.Reason) = (ruling.Again!.Value, ruling.Reason);
                break;
            case Ruling.Expire:
                (row.Status, row.Reason) = (SendStatus.Expired, ruling.Reason);
                break;
            default:
                (row.Status, row.Reason) = (SendStatus.Refused, ruling.Reason);
                break;
        }

        var isPhoned = row.Status is SendStatus.Refused or SendStatus.Expired && await features.NotSent(session, row, now);
        if (ruling.Task && !isPhoned && ruling.Reason != reasonBefore) // a row that is held is looked at again and again, but told of once
        {
            StaffTasks.Give(session, StaffTasks.Phone, new TaskAbout(row.ServiceId, row.AddressId!.Value, row.HandOffId), ruling.Reason, now);
        }

        session.Update(row);
    }
}
