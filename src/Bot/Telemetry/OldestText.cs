using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.Telemetry;

/// <summary>How long the text has waited that should have gone first: what the provider's rate, an outage or a dead sender shows in.</summary>
public sealed class OldestText(IStore store, IClock clock)
{
    /// <summary>Its age past its time, in seconds; 0 when none waits.</summary>
    public double Age()
    {
        var now = clock.GetCurrentInstant();
        using var db = store.Read();
        var due = db.Outbound
            .Where(row => row.Status == SendStatus.Queued && row.Channel == Channel.Sms && row.DueAt <= now)
            .OrderBy(row => row.DueAt)
            .Select(row => (Instant?)row.DueAt)
            .FirstOrDefault();
        return due is { } since ? (now - since).TotalSeconds : 0;
    }
}
