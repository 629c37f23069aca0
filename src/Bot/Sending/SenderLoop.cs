using Companion.Workflows.Sending;

namespace Companion.Bot.Sending;

/// <summary>
/// The sender: one lane for texts, paced below the number's rate, and one for everything that has no such limit (web chat, e-mail,
/// calls), so that neither waits for the other.
/// </summary>
public sealed class SenderLoop(SendDue send, SendPace pace, SenderBell bell, TimeProvider time, ILogger<SenderLoop> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Run(Lane.Texts, pace, stoppingToken),
        Run(Lane.Others, new SendPace(null), stoppingToken));

    private Task Run(Lane lane, SendPace lanePace, CancellationToken stop) =>
        new SendingLane(lane, new TokenBucket(lanePace, time), send, bell, time, log).Run(stop);
}
