using Companion.Workflows.CheckIns;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Sending.Preview;

/// <summary>Carries out what is to come, in the order of time, on a clock that jumps from one event to the next.</summary>
internal sealed class Rehearsal
{
    private static readonly Duration ADay = Duration.FromHours(24);
    private static readonly Duration AnHour = Duration.FromHours(1);

    private readonly RehearsalSession session;
    private readonly ServiceBook services;
    private readonly Dictionary<TimerKind, ITimed> features;
    private readonly Instant from;
    private readonly Instant until;
    private readonly PriorityQueue<object, (Instant At, int Class, long Order)> events = new();
    private readonly Dictionary<(long Subject, TimerKind Kind), TimerRow> timers = [];
    private readonly Dictionary<long, Turn> turns = [];
    private readonly List<ComingText> coming = [];
    private readonly Dictionary<long, ComingText> notBegun = [];
    private readonly Dictionary<OutboundMessage, (Instant DueAt, bool OverBudget)> waiting = [];
    private IReadOnlyList<SendStop> stops = [];
    private long order;

    public Rehearsal(RehearsalSession session, ServiceBook services, IEnumerable<ITimed> features, Instant from, Instant until)
    {
        (this.session, this.services, this.from, this.until) = (session, services, from, until);
        this.features = features.ToDictionary(feature => feature.Kind);
    }

    /// <summary>A text that waits to be sent.</summary>
    public void Expect(OutboundMessage row)
    {
        waiting[row] = (row.DueAt, OverBudget: false);
        Enqueue(row, row.DueAt);
    }

    /// <summary>A timer that is armed; it takes the place of an earlier one of its subject.</summary>
    public void Expect(TimerRow timer)
    {
        if (features.ContainsKey(timer.Kind))
        {
            timers[(timer.SubjectId, timer.Kind)] = timer;
            Enqueue(timer, timer.DueAt);
        }
    }

    /// <summary>Runs to the end; what came of each text.</summary>
    public async Task<IReadOnlyList<ComingText>> Run(CancellationToken cancel)
    {
        stops = await SendStop.Now(session);
        while (events.TryDequeue(out var next, out var when))
        {
            cancel.ThrowIfCancellationRequested();
            switch (next)
            {
                case TimerRow timer when ReferenceEquals(timers.GetValueOrDefault((timer.SubjectId, timer.Kind)), timer):
                    await Fire(timer, when.At);
                    break;
                case OutboundMessage row:
                    await Pass(row, when.At);
                    break;
            }
        }

        coming.AddRange(waiting.Select(one => Outcome(one.Key, one.Value.DueAt, Outlook.Waits, one.Key.Reason)));
        return [.. coming, .. notBegun.Values];
    }

    private void Enqueue(object what, Instant at)
    {
        if (at <= until)
        {
            // As they are claimed: what a timer brings, then class by class.
            events.Enqueue(what, (Instant.Max(at, from), what is OutboundMessage row ? (int)row.Class : -1, order++));
        }
    }

    private async ValueTask Fire(TimerRow timer, Instant at)
    {
        timers.Remove((timer.SubjectId, timer.Kind));
        try
        {
            var feature = features[timer.Kind];
            var turn = await TurnAt(await feature.RequestOf(timer, at, CancellationToken.None));
            await feature.Fire(turn, services.Of(timer.ServiceId), timer);
        }
        catch (Exception mistake) when (Mistake.IsOurs(mistake))
        {
            session.Take(); // it would fail, and be told of, when it is due
            return;
        }

        var added = session.Take();
        foreach (var row in added.OfType<OutboundMessage>().Where(row => row is { AddressId: not null, Channel: Channel.Sms }))
        {
            if ((await session.Query<OutboundMessage>("WHERE \"SendKey\" = @p0", row.SendKey)).Count == 0)
            {
                Expect(row);
            }
        }

        added.OfType<TimerRow>().ToList().ForEach(Expect);
        if (timer.Kind == TimerKind.CheckIn)
        {
            await WhetherBegun(timer, at);
        }
    }

    // A check-in that is put off, or will not be asked, sends nothing that could be listed.
    private async ValueTask WhetherBegun(TimerRow timer, Instant at)
    {
        notBegun.Remove(timer.SubjectId);
        if ((await session.Query<CheckIn>("WHERE \"Id\" = @p0", timer.SubjectId)).SingleOrDefault() is { Reason: { } reason } planned)
        {
            notBegun[planned.Id] = new ComingText(
                timer.ServiceId, timer.AddressId, at, at, SendClass.CheckIn, "", 0, planned.Status is CheckInStatus.Planned or CheckInStatus.Waiting ? Outlook.Waits : Outlook.Refused, reason);
        }
    }

    // What one turn left open, the next one about that address finds.
    private async ValueTask<Turn> TurnAt(TurnRequest request)
    {
        var before = request.AddressId is { } id ? turns.GetValueOrDefault(id) : null;
        var turn = before is null ? await session.Begin(request) : new Turn
        {
            Session = session,
            Now = request.NotBefore(before.Address),
            Address = before.Address,
            ProviderId = null,
            IsDuplicate = false,
            People = before.People,
            Open = before.Open,
            HandOffs = before.HandOffs,
            Recent = [],
            SafetySaid = [],
            Unsent = null,
        };
        turns[turn.Address.Id] = turn;
        return turn;
    }

    private async ValueTask Pass(OutboundMessage row, Instant at)
    {
        if (services.Find(row.ServiceId) is not { } service)
        {
            Settle(row, Outlook.Refused, StaffWords.Of("send.no-service", ("service", row.ServiceId)), row.DueAt);
            return;
        }

        var ruling = SendGate.Decide(row, await Facts(row, at), service, at);
        switch (ruling.Ruling)
        {
            case Ruling.Go:
                session.Sent(row, at);
                Settle(row, Outlook.Goes, row.Reason, at);
                break;
            case Ruling.Later:
                waiting[row] = waiting[row] with { OverBudget = waiting[row].OverBudget || ruling.Reason == StaffWords.Of("gate.budget") };
                row.Reason = ruling.Reason;
                Enqueue(row, LookAgain(row, ruling.Again!.Value, at));
                break;
            case Ruling.Expire:
                Settle(row, Outlook.TooLate, row.Reason ?? ruling.Reason, waiting[row].DueAt);
                break;
            default:
                Settle(row, Outlook.Refused, ruling.Reason, waiting[row].DueAt);
                break;
        }
    }

    private async ValueTask<GateFacts> Facts(OutboundMessage row, Instant at)
    {
        var facts = await new GateLook(session, stops, at).Of(row);
        return facts with { RedFlagOpen = facts.RedFlagOpen || turns.GetValueOrDefault(row.AddressId!.Value) is { IsPaused: true } };
    }

    // What only a person ends is looked at every five minutes; here every hour, and when the event comes near, or when it is too late.
    private static Instant LookAgain(OutboundMessage row, Instant again, Instant at)
    {
        if (again - at != SendGate.LookAgain)
        {
            return again;
        }

        var next = Instant.Min(at + AnHour, row.ExpiresAt + Duration.FromTicks(1));
        return row.EventAt - ADay is { } near && near > at && near < next ? near : Instant.Max(again, next);
    }

    private void Settle(OutboundMessage row, Outlook outlook, string? reason, Instant at)
    {
        coming.Add(Outcome(row, at, outlook, reason));
        waiting.Remove(row);
    }

    private ComingText Outcome(OutboundMessage row, Instant at, Outlook outlook, string? reason) => new(
        row.ServiceId, row.AddressId!.Value, waiting[row].DueAt, at, row.Class, row.TextKey, row.Segments, outlook, reason)
    {
        IsOverBudget = waiting[row].OverBudget,
    };
}
