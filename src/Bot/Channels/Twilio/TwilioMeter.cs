using System.Diagnostics.Metrics;
using Companion.Workflows.Telemetry;

namespace Companion.Bot.Channels.Twilio;

/// <summary>Counts what Twilio's webhooks refuse, by path and reason; never by whom.</summary>
public sealed class TwilioMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Companion.Twilio";

    private readonly Counter<long> refused;

    /// <summary>A meter of the host's factory.</summary>
    public TwilioMeter(IMeterFactory factory) =>
        refused = factory.Create(Name).CreateCounter<long>("companion.twilio.webhooks.refused", description: "Webhook calls that were refused.");

    /// <summary>One more refused.</summary>
    public void Refused(string path, string reason) => refused.Add(1, new(TagKeys.Path, path), new(TagKeys.Reason, reason));
}
