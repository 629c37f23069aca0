using System.Text.Json;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>What is true of the addresses that texts go to, at one moment: looked up once for each address, and once for the stops.</summary>
internal sealed class GateLook(Session session, IReadOnlyList<SendStop> stops, Instant now)
{
    /// <summary>Counted or not, what was sent to an address (@p0) since a moment (@p1), or is on its way and may have gone.</summary>
    public const string SentTo = "WHERE \"AddressId\" = @p0 " + Since;

    private const string Since = "AND (\"SentAt\" >= @p1 OR \"Status\" IN (1, 2))";
    private const string Open = "AND \"ClearedAt\" IS NULL";

    private static readonly Duration AWeek = Duration.FromDays(7);

    private readonly Dictionary<long, GateFacts> known = [];
    private readonly Dictionary<long, List<(Instant At, long? Conversation)>> counted = [];

    private long WeekAgo => (now - AWeek).ToUnixTimeTicks();

    /// <summary>A look at a moment, with the stops that stand, at everybody some texts go to.</summary>
    public static async ValueTask<GateLook> At(Session session, Instant now, params IReadOnlyCollection<OutboundMessage> texts)
    {
        var look = new GateLook(session, await SendStop.Now(session), now);
        if (texts.Count > 1)
        {
            await look.LookUp(texts);
        }

        return look;
    }

    /// <summary>What the gate would say to a text of a class to the turn's address now: asked before anything counts as begun.</summary>
    public static async ValueTask<GateRuling> Foresee(Turn turn, ServiceSettings service, SendClass sendClass)
    {
        var text = new OutboundMessage
        {
            ServiceId = service.Key,
            AddressId = turn.Address.Id,
            Channel = turn.Address.Channel,
            To = turn.Address.Value,
            Class = sendClass,
            SendKey = "",
            TextKey = "",
            Words = "",
            ExpiresAt = Instant.MaxValue,
        };
        return SendGate.Decide(text, await (await At(turn.Session, turn.Now)).Of(text), service, turn.Now);
    }

    /// <summary>What the gate has to know of a text.</summary>
    public async ValueTask<GateFacts> Of(OutboundMessage text)
    {
        if (text.AddressId is not { } address)
        {
            return new GateFacts(Address: null);
        }

        if (!known.TryGetValue(address, out var facts))
        {
            var found = (await session.Query<Address>("WHERE \"Id\" = @p0", address)).Single();
            known.Add(address, facts = FactsOf(found, await session.Query<HandOff>($"WHERE \"AddressId\" = @p0 {Open}", address)));
        }

        facts = facts with { Stop = stops.FirstOrDefault(stop => stop.Holds(text.ServiceId, text.Class)) };
        if (text.Class == SendClass.Reply && facts.Address!.StoppedAt is { } stopped)
        {
            return facts with { AskedForIt = await BegunAfter(text, stopped) };
        }

        return SendGate.Counts(text.Class) ? await WithCounts(facts) : facts;
    }

    /// <summary>It goes now: what else goes to that address at this moment finds it counted.</summary>
    public void Passed(OutboundMessage text)
    {
        if (text.AddressId is { } address && SendGate.Counts(text.Class))
        {
            counted[address].Add((now, text.ConversationId));
        }
    }

    private static GateFacts FactsOf(Address address, IReadOnlyCollection<HandOff> open) => new(address)
    {
        RedFlagOpen = open.Any(handOff => handOff.Reason == HandOffReason.RedFlag),
        InDoubt = open.Any(handOff => handOff.Reason == HandOffReason.NotThem),
    };

    // A conversation that the person began after they stopped is one they asked for.
    private async ValueTask<bool> BegunAfter(OutboundMessage text, Instant stopped) =>
        text.ConversationId is { } id && (await session.Query<Conversation>("WHERE \"Id\" = @p0", id)).Exists(c => c.OpenedAt > stopped);

    private async ValueTask<GateFacts> WithCounts(GateFacts facts)
    {
        var address = facts.Address!.Id;
        if (!counted.TryGetValue(address, out var week))
        {
            counted.Add(address, week = Counted(await session.Query<OutboundMessage>(SentTo, address, WeekAgo)));
        }

        return facts with
        {
            CountedToday = week.Count(sent => sent.At.Local().Date == now.Local().Date),
            CountedThisWeek = week.Count,
            CountedLast = week.Count == 0 ? null : week.MaxBy(sent => sent.At),
        };
    }

    // As many at once as are claimed: three questions, not three for each text.
    private async ValueTask LookUp(IReadOnlyCollection<OutboundMessage> texts)
    {
        var addresses = texts.Where(text => text.AddressId is not null).Select(text => text.AddressId!.Value).Distinct().ToList();
        var ids = JsonSerializer.Serialize(addresses);
        var open = (await session.Query<HandOff>($"WHERE \"AddressId\" {session.IsAmong} {Open}", ids)).ToLookup(handOff => handOff.AddressId);
        foreach (var address in await session.Query<Address>($"WHERE \"Id\" {session.IsAmong}", ids))
        {
            known.Add(address.Id, FactsOf(address, open[address.Id].ToList()));
        }

        if (texts.Any(text => SendGate.Counts(text.Class)))
        {
            var week = (await session.Query<OutboundMessage>($"WHERE \"AddressId\" {session.IsAmong} {Since}", ids, WeekAgo)).ToLookup(text => text.AddressId!.Value);
            addresses.ForEach(address => counted.Add(address, Counted(week[address])));
        }
    }

    private List<(Instant At, long? Conversation)> Counted(IEnumerable<OutboundMessage> texts) =>
        texts.Where(text => SendGate.Counts(text.Class)).Select(text => (text.SentAt ?? now, text.ConversationId)).ToList();
}
