using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Simulation.Laws;

/// <summary>
/// Law 4: danger is answered in the same turn and opens or grows an urgent hand-off that only a person clears; see
/// <see cref="LadderLaw"/> for the clock that reaches a human being.
/// </summary>
internal sealed class RedFlagLaw
{
    private const int MostAnHour = 6;

    private readonly Evidence evidence;
    private readonly Law law = new();
    private readonly ILookup<long, HandOffEvent> events;
    private readonly ILookup<long, Handing> handed;
    private readonly AddressStory story;

    private RedFlagLaw(Evidence evidence)
    {
        this.evidence = evidence;
        events = evidence.Events.ToLookup(row => row.HandOffId);
        handed = evidence.Diary.Handed.ToLookup(one => one.Row);
        story = new AddressStory(evidence);
    }

    public static Law Check(Evidence evidence)
    {
        var check = new RedFlagLaw(evidence);
        var written = evidence.Diary.Written;
        foreach (var row in evidence.Inbound.Where(row => written.TryGetValue(row.ProviderId, out var text) && text.Meaning == Meaning.Danger))
        {
            check.Answered(row);
        }

        foreach (var flag in evidence.RedFlags)
        {
            check.OnlyAPersonActed(flag);
            LadderLaw.Check(flag, evidence, check.law);
        }

        return check.law;
    }

    private void Answered(InboundMessage text)
    {
        law.Holds(
            evidence.RedFlags.Exists(flag => flag.AddressId == text.AddressId && flag.Urgent
                && events[flag.Id].Any(one => one.At == text.ReceivedAt && one.Kind is "Opened" or "Alarmed")),
            "Danger neither opened nor grew an urgent hand-off.",
            text.ProviderId,
            text.ReceivedAt);
        var safety = evidence.Outbound.Where(row => row.AddressId == text.AddressId && row.Class == SendClass.Safety).ToList();
        var answer = safety.Find(row => row.InReplyTo == text.Id && row.CreatedAt == text.ReceivedAt);
        var inThatHour = safety.Count(row => row.CreatedAt < text.ReceivedAt && row.CreatedAt >= text.ReceivedAt - Duration.FromHours(1));
        law.Holds(
            answer is null ? inThatHour >= MostAnHour : inThatHour < MostAnHour,
            $"Danger has {(answer is null ? "no" : "an")} answer after {inThatHour} safety texts in an hour.",
            text.ProviderId,
            text.ReceivedAt);
        if (answer is not null && answer.CreatedAt + LadderLaw.Slack(evidence) < evidence.End)
        {
            law.Holds(
                handed[answer.Id].Any(one => one.At <= answer.CreatedAt + LadderLaw.Slack(evidence))
                    || story.UnsafeAt(text.AddressId, answer.CreatedAt + LadderLaw.Slack(evidence)), // they said so before it could go
                "The safety words were not tried in time.",
                $"outbound {answer.Id}",
                answer.CreatedAt);
        }
    }

    private void OnlyAPersonActed(HandOff flag)
    {
        law.Holds(
            flag.ClearedAt is null || evidence.Diary.Clearings.Exists(one => one.HandOff == flag.Id && one.At == flag.ClearedAt && one.By == flag.ClearedBy),
            "A red flag was cleared, but by nobody.",
            $"hand-off {flag.Id}",
            flag.ClearedAt);
        foreach (var acknowledged in events[flag.Id].Where(one => one.Kind == "Acknowledged"))
        {
            law.Holds(
                evidence.Diary.Acknowledgements.Exists(one => one.At == acknowledged.At && one.By == acknowledged.Detail),
                "A red flag was acknowledged, but by nobody.",
                $"hand-off {flag.Id}, by {acknowledged.Detail}",
                acknowledged.At);
        }
    }
}
