using Companion.Dialogs.Consent;
using Companion.Workflows.Consent;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Simulation.Laws;

/// <summary>
/// Law 3: what goes out is what the gate's table allows. The table is written down here once more, and what was so at each moment is
/// pieced together from the ledger and the logs, so that nothing of the gate is asked about the gate.
/// </summary>
internal sealed class AllowedLaw
{
    private const int MostADay = 3;
    private const int MostAWeek = 8;

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly Law law = new();
    private readonly AddressStory story;
    private readonly List<(long Address, Instant At)> counted = [];

    private AllowedLaw(Evidence evidence) => story = new AddressStory(evidence);

    public static Law Check(Evidence evidence)
    {
        var check = new AllowedLaw(evidence);
        foreach (var handed in evidence.Diary.Handed.Where(one => one.AddressId is not null))
        {
            check.Allowed(handed);
        }

        StopsAreKept(evidence, check.law);
        return check.law;
    }

    // What a person said plainly is in the ledger at the very moment it was taken.
    private static void StopsAreKept(Evidence evidence, Law law)
    {
        var written = evidence.Diary.Written;
        foreach (var row in evidence.Inbound.Where(row => written.TryGetValue(row.ProviderId, out var text) && text.Meaning == Meaning.Stop))
        {
            law.Holds(
                evidence.Ledger.Exists(entry => entry.MessageId == row.Id && entry.Change == ConsentChange.Stopped && entry.At == row.ReceivedAt),
                "STOP is not in the ledger.",
                row.ProviderId,
                row.ReceivedAt);
        }
    }

    private void Allowed(Handing handed)
    {
        var (address, at) = (handed.AddressId!.Value, handed.At);
        Say(handed, story.HeardBefore(address, at) || handed.Class == SendClass.AskToText, "a number that never wrote got more than the one question");
        Say(handed, !story.UnsafeAt(address, at) || handed.Class == SendClass.LinkWorker, "it is not safe to text this number");
        Say(handed, story.StoppedAt(address, at) is not { } stopped || GoesAfterStop(handed, stopped), "it was stopped");
        Say(handed, !story.RedAt(address, at) || GoesUnderRedFlag(handed.Class), "a red flag is open");
        Say(handed, GoesAtThisHour(handed.Class, at), "it is a quiet hour");
        if (Counts(handed.Class))
        {
            Say(handed, WithinBudget(address, at), "the contact budget is spent");
            if (handed.Accepted)
            {
                counted.Add((address, at));
            }
        }
    }

    private void Say(Handing handed, bool allowed, string why) =>
        law.Holds(allowed, $"{handed.Class} went although {why}.", $"outbound {handed.Row}", handed.At);

    private bool GoesAfterStop(Handing handed, Instant stopped) => handed.Class switch
    {
        SendClass.Safety or SendClass.StopOrStart or SendClass.Help => true,
        SendClass.Reply => handed.ConversationId is { } id && story.BeganAt(id) > stopped,
        _ => false,
    };

    private static bool GoesUnderRedFlag(SendClass sendClass) => sendClass is SendClass.Safety or SendClass.StopOrStart
        or SendClass.LinkWorker or SendClass.ServiceChange;

    private static bool GoesAtThisHour(SendClass sendClass, Instant at)
    {
        var local = at.InZone(London);
        var isWorkday = local.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        return sendClass switch
        {
            SendClass.AskToText => isWorkday && local.Hour is >= 9 and < 17,
            SendClass.ServiceChange => local.Hour is >= 7 and < 20,
            SendClass.Reminder or SendClass.CheckIn or SendClass.Nudge or SendClass.Offer => local.Hour is >= 8 and < 20,
            _ => true,
        };
    }

    private static bool Counts(SendClass sendClass) => sendClass is SendClass.Reminder or SendClass.CheckIn
        or SendClass.Nudge or SendClass.Offer or SendClass.AskToText;

    private bool WithinBudget(long address, Instant at)
    {
        var before = counted.Where(one => one.Address == address && at - one.At <= Duration.FromDays(7)).ToList();
        return before.Count < MostAWeek && before.Count(one => one.At.InZone(London).Date == at.InZone(London).Date) < MostADay;
    }
}

/// <summary>What was so of an address at any moment, from the append-only rows.</summary>
internal sealed class AddressStory(Evidence evidence)
{
    private readonly ILookup<long, ConsentEntry> ledger = evidence.Ledger
        .Where(entry => entry.Topic == ConsentTopic.Everything && entry.Change is ConsentChange.Stopped or ConsentChange.Started)
        .ToLookup(entry => entry.AddressId);

    private readonly ILookup<long, Instant> heard = evidence.Inbound.ToLookup(row => row.AddressId, row => row.ReceivedAt);
    private readonly Dictionary<long, Instant> began = evidence.Conversations.ToDictionary(row => row.Id, row => row.OpenedAt);
    private readonly ILookup<long, Workflows.HandOffs.HandOff> red = evidence.RedFlags.ToLookup(row => row.AddressId);
    private readonly ILookup<long, Workflows.HandOffs.HandOffEvent> events = evidence.Events.ToLookup(row => row.HandOffId);

    public bool HeardBefore(long address, Instant at) => heard[address].Any(one => one < at);

    /// <summary>Since when everything is stopped, or null.</summary>
    public Instant? StoppedAt(long address, Instant at) =>
        ledger[address].LastOrDefault(entry => entry.At < at) is { Change: ConsentChange.Stopped } last ? last.At : null;

    public bool RedAt(long address, Instant at) => red[address].Any(flag => flag.OpenedAt < at && !(flag.ClearedAt < at));

    /// <summary>Whether the last thing said of it was that texting is not safe.</summary>
    public bool UnsafeAt(long address, Instant at) => red[address]
        .SelectMany(flag => events[flag.Id])
        .Where(one => one.Kind is "UnsafeToText" or "SafeToTextAgain" && one.At < at)
        .MaxBy(one => (one.At, one.Id))?.Kind == "UnsafeToText";

    public Instant BeganAt(long conversation) => began[conversation];
}
