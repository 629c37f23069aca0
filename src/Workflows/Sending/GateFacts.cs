using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>What is true of an address at the moment of sending.</summary>
/// <param name="Address">The address, or null for somebody on call.</param>
public sealed record GateFacts(Address? Address)
{
    private static readonly Duration AWeek = Duration.FromDays(7);

    /// <summary>A red flag is open that nobody has cleared.</summary>
    public bool RedFlagOpen { get; init; }

    /// <summary>Words from there said that it is not the person's, or that the person died; nobody has looked into it.</summary>
    public bool InDoubt { get; init; }

    /// <summary>The conversation the text belongs to was begun by the person after they stopped.</summary>
    public bool AskedForIt { get; init; }

    /// <summary>Counted texts sent on this local day.</summary>
    public int CountedToday { get; init; }

    /// <summary>Counted texts sent in the last seven days.</summary>
    public int CountedThisWeek { get; init; }

    /// <summary>The counted text that was sent last, and the conversation it belonged to.</summary>
    public (Instant At, long? Conversation)? CountedLast { get; init; }

    /// <summary>Reads what holds of the address of a row.</summary>
    /// <param name="session">The open transaction.</param>
    /// <param name="row">The text.</param>
    /// <param name="known">What was read of addresses in this transaction, by their id.</param>
    /// <param name="now">The moment of sending.</param>
    public static async ValueTask<GateFacts> Read(Session session, OutboundMessage row, Dictionary<long, GateFacts> known, Instant now)
    {
        if (row.AddressId is not { } address)
        {
            return new GateFacts(Address: null);
        }

        if (!known.TryGetValue(address, out var facts))
        {
            var found = (await session.Query<Address>("WHERE \"Id\" = @p0", address)).Single();
            var open = await session.Query<HandOff>("WHERE \"AddressId\" = @p0 AND \"ClearedAt\" IS NULL", address);
            facts = new GateFacts(found)
            {
                RedFlagOpen = open.Exists(handOff => handOff.Reason == Dialogs.Talking.HandOffReason.RedFlag),
                InDoubt = open.Exists(handOff => handOff.Reason == Dialogs.Talking.HandOffReason.NotThem),
            };
            known.Add(address, facts);
        }

        return row.Class == SendClass.Reply && facts.Address!.StoppedAt is { } stopped
            ? facts with { AskedForIt = await BegunAfter(session, row, stopped) }
            : SendGate.Counts(row.Class) ? await facts.WithCounts(session, now) : facts;
    }

    /// <summary>
    /// From when on a planned text does not crowd upon another: not within the spacing of a counted text about something else, nor in the
    /// middle of a talk.
    /// </summary>
    internal Instant NothingElseSince(OutboundMessage row, ServiceSettings service)
    {
        var spacing = Duration.FromMinutes(service.SpacingMinutes);
        var afterOthers = CountedLast is { } last && last.Conversation != row.ConversationId ? last.At + spacing : Instant.MinValue;
        var afterTalk = row.Class != SendClass.AskToText && Address?.LastHeardAt is { } heard ? heard + Duration.FromMinutes(service.QuietAfterTalkMinutes) : Instant.MinValue;
        return Instant.Max(afterOthers, afterTalk);
    }

    // A conversation that the person began after they stopped is one they asked for.
    private static async ValueTask<bool> BegunAfter(Session session, OutboundMessage row, Instant stopped) =>
        row.ConversationId is { } id
        && (await session.Query<Conversation>("WHERE \"Id\" = @p0", id)).Exists(c => c.OpenedAt > stopped);

    private async ValueTask<GateFacts> WithCounts(Session session, Instant now)
    {
        var week = await session.Query<OutboundMessage>(
            "WHERE \"AddressId\" = @p0 AND \"SentAt\" >= @p1", Address!.Id, (now - AWeek).ToUnixTimeTicks());
        var counted = week.Where(sent => SendGate.Counts(sent.Class)).OrderBy(sent => sent.SentAt).ToList();
        return this with
        {
            CountedToday = counted.Count(sent => sent.SentAt!.Value.Local().Date == now.Local().Date),
            CountedThisWeek = counted.Count,
            CountedLast = counted.Count == 0 ? null : (counted[^1].SentAt!.Value, counted[^1].ConversationId),
        };
    }
}
