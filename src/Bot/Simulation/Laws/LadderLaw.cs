using Companion.Workflows.HandOffs;
using NodaTime;

namespace Companion.Bot.Simulation.Laws;

/// <summary>
/// The clock of law 4: the first on call at once, the next at five minutes each, all at fifteen and every fifteen from then on,
/// until somebody acknowledges; and from the beginning when danger comes half an hour after that.
/// </summary>
internal static class LadderLaw
{
    private static readonly Duration Step = Duration.FromMinutes(5);
    private static readonly Duration Everybody = Duration.FromMinutes(15);
    private static readonly Duration AcknowledgementHolds = Duration.FromMinutes(30);

    /// <summary>How much later than due is in time: after a crash a lease has to run out, and a provider has its bad moments.</summary>
    public static Duration Slack(Evidence evidence) => evidence.Faults ? Duration.FromMinutes(4) : Duration.FromSeconds(10);

    public static void Check(HandOff flag, Evidence evidence, Law law)
    {
        var events = evidence.Events.Where(one => one.HandOffId == flag.Id).ToList();
        var told = evidence.Diary.Handed.Where(one => one.HandOffId == flag.Id && SimulatedService.OnCall.Contains(one.To)).ToList();
        Instant? start = flag.OpenedAt;
        while (start is { } from)
        {
            var acknowledged = events.Find(one => one.Kind == "Acknowledged" && one.At >= from)?.At;
            var end = new[] { acknowledged ?? evidence.End, flag.ClearedAt ?? evidence.End, evidence.End }.Min();
            foreach (var (due, number) in Rungs(from, end - Slack(evidence)))
            {
                law.Holds(
                    told.Exists(one => one.To == number && one.At >= due && one.At <= due + Slack(evidence)),
                    $"{number} was not told in time.",
                    $"hand-off {flag.Id}, {(due - from).TotalMinutes:0} minutes on",
                    due);
            }

            start = acknowledged is { } at
                ? events.Find(one => one.Kind == "Alarmed" && one.At - at > AcknowledgementHolds)?.At
                : null;
        }
    }

    private static IEnumerable<(Instant Due, string Number)> Rungs(Instant from, Instant until)
    {
        for (var rung = 0; from + (Step * rung) < until && Step * rung < Everybody; rung++)
        {
            if (rung < SimulatedService.OnCall.Count)
            {
                yield return (from + (Step * rung), SimulatedService.OnCall[rung]);
            }
        }

        for (var due = from + Everybody; due < until; due += Everybody)
        {
            foreach (var number in SimulatedService.OnCall)
            {
                yield return (due, number);
            }
        }
    }
}
