using System.Diagnostics;
using System.Diagnostics.Metrics;
using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Workflows.Telemetry;

/// <summary>
/// What Companion counts of its own work, after the commit that makes it so. Costs next to nothing while nobody listens.
/// </summary>
public sealed class CompanionMeter : IDisposable
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Companion";

    private static readonly ActivitySource Spans = new(Name);

    private readonly Meter meter;
    private readonly Counter<long> received;
    private readonly Counter<long> failed;
    private readonly Counter<long> redFlags;
    private readonly Counter<long> sent;
    private readonly Counter<long> refused;
    private readonly Histogram<double> turn;
    private readonly Histogram<double> summary;

    /// <summary>A meter of the host's factory, or one of its own where there is none.</summary>
    public CompanionMeter(IMeterFactory? factory = null)
    {
        meter = factory?.Create(Name) ?? new Meter(Name);
        received = meter.CreateCounter<long>("companion.messages.received", description: "Messages taken, by channel and outcome.");
        failed = meter.CreateCounter<long>("companion.turns.failed", description: "Turns that a mistake of ours spoilt, by what began them.");
        redFlags = meter.CreateCounter<long>("companion.red_flags.opened", description: "Urgent hand-offs opened for danger.");
        sent = meter.CreateCounter<long>("companion.messages.sent", description: "Messages handed to a provider, by channel, class and outcome.");
        refused = meter.CreateCounter<long>("companion.gate.refused", description: "Messages the send gate refused or let expire, by class and outcome.");
        turn = meter.CreateHistogram<double>("companion.turn.duration", unit: "s", description: "From a message to its commit.");
        summary = meter.CreateHistogram<double>("companion.summary.duration", unit: "s", description: "From asking a model to its draft, or to why there is none.");
    }

    /// <summary>Begins a turn that a message begins.</summary>
    public MeasuredTurn Begin(Channel channel) => new(this, channel, Stopwatch.GetTimestamp(), Spans.StartActivity("turn"));

    /// <summary>A turn was spoilt by a mistake of ours.</summary>
    /// <param name="cause">"message", or the kind of timer.</param>
    public void Failed(string cause) => failed.Add(1, new KeyValuePair<string, object?>(TagKeys.Cause, cause));

    /// <summary>An urgent hand-off for danger was opened.</summary>
    public void RedFlagOpened() => redFlags.Add(1);

    /// <summary>A message was handed to a provider.</summary>
    public void Sent(Channel channel, SendClass sendClass, Delivery delivery) => sent.Add(
        1,
        new(TagKeys.Channel, channel.ToString()),
        new(TagKeys.SendClass, sendClass.ToString()),
        new(TagKeys.Outcome, delivery switch
        {
            Delivery.Taken => "taken",
            Delivery.Refused => "refused",
            Delivery.NotNow => "not_now",
            _ => "unknown",
        }));

    /// <summary>The gate refused a message, or let it expire.</summary>
    public void GateRefused(SendClass sendClass, SendStatus status) => refused.Add(
        1, new(TagKeys.SendClass, sendClass.ToString()), new(TagKeys.Outcome, status == SendStatus.Expired ? "expired" : "refused"));

    /// <summary>A model was asked for a draft, or would have been.</summary>
    /// <param name="outcome">"model", or why another wrote instead.</param>
    /// <param name="took">From asking to the draft, or to the reason.</param>
    public void Summarised(string outcome, TimeSpan took) => summary.Record(took.TotalSeconds, new KeyValuePair<string, object?>(TagKeys.Outcome, outcome));

    /// <summary>Watches the age of the oldest text that is due and still queued, asked for when measurements are collected.</summary>
    /// <param name="seconds">Gives the age; 0 when nothing waits.</param>
    public void WatchOldestText(Func<double> seconds) => meter.CreateObservableGauge(
        "companion.texts.oldest_age", seconds, unit: "s", description: "How long the oldest due text has waited.");

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    internal void Ended(Channel channel, string outcome, long since)
    {
        var (by, with) = (new KeyValuePair<string, object?>(TagKeys.Channel, channel.ToString()), new KeyValuePair<string, object?>(TagKeys.Outcome, outcome));
        received.Add(1, by, with);
        turn.Record(Stopwatch.GetElapsedTime(since).TotalSeconds, by, with);
    }
}

/// <summary>One turn while it is measured. A turn that ends without an outcome was given up.</summary>
/// <param name="meter">Who counts it.</param>
/// <param name="channel">How the words came.</param>
/// <param name="since">When it began.</param>
/// <param name="span">Its span, when somebody follows.</param>
public sealed class MeasuredTurn(CompanionMeter meter, Channel channel, long since, Activity? span) : IDisposable
{
    /// <summary>What came of it.</summary>
    public string Outcome { get; set; } = "failed";

    /// <inheritdoc/>
    public void Dispose()
    {
        meter.Ended(channel, Outcome, since);
        span?.SetTag(TagKeys.Channel, channel.ToString()).SetTag(TagKeys.Outcome, Outcome).Dispose();
    }
}
