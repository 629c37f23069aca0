using Companion.Workflows.HandOffs;
using NodaTime;

namespace Companion.Bot.Simulation.Laws;

/// <summary>
/// The clock of law 4: the first on call at once, the next at five minutes each, all at fifteen and every fifteen from then on,
/// until somebody acknowledges; and again when danger comes after that, beginning with whoever acknowledged in the last half hour, and when
/// whoever acknowledged does not answer any longer.
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
        // Where one could not be told, the next was at once: everything after that comes sooner than by the clock.
        var sooner = events.Exists(one => one.Kind == "CouldNotTell") ? Everybody : Duration.Zero;
        (Instant From, IReadOnlyList<string> Order)? start = (flag.OpenedAt, SimulatedService.OnCall);
        var next = 0;
        while (start is var (from, order))
        {
            var accepted = events.FindIndex(next, one => one.Kind == "Acknowledged");
            var end = new[] { accepted < 0 ? evidence.End : events[accepted].At, flag.ClearedAt ?? evidence.End, evidence.End }.Min();
            foreach (var (due, number) in Rungs(from, end - Slack(evidence), order))
            {
                law.Holds(
                    told.Exists(one => one.To == number && one.At >= due - sooner && one.At <= due + Slack(evidence)),
                    $"{number} was not told in time.",
                    $"hand-off {flag.Id}, {(due - from).TotalMinutes:0} minutes on",
                    due);
            }

            next = accepted < 0 ? -1 : events.FindIndex(accepted, one => one.Kind is "Alarmed" or "Lapsed" or "Unanswered");
            start = next < 0 ? null : (events[next].At, Order(events[events.FindLastIndex(next, one => one.Kind == "Acknowledged")], events[next]));
        }
    }

    // Whoever accepted it within the half hour is told first of a new alarm, then the others in their order.
    private static IReadOnlyList<string> Order(HandOffEvent accepted, HandOffEvent again) =>
        again.Kind == "Alarmed" && again.At - accepted.At <= AcknowledgementHolds
            ? [.. SimulatedService.OnCall.OrderBy(number => SimulatedService.NameOf(number) == accepted.Detail ? 0 : 1)]
            : SimulatedService.OnCall;

    private static IEnumerable<(Instant Due, string Number)> Rungs(Instant from, Instant until, IReadOnlyList<string> order)
    {
        for (var rung = 0; from + (Step * rung) < until && Step * rung < Everybody; rung++)
        {
            if (rung < order.Count)
            {
                yield return (from + (Step * rung), order[rung]);
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
