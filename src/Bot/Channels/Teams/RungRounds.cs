using Companion.Bot.Sending;

namespace Companion.Bot.Channels.Teams;

/// <summary>Whether there is anything to do with Teams in this process.</summary>
/// <param name="IsOn">True with an app, and in Development, where the Playground may be used without one.</param>
public sealed record TeamsSwitch(bool IsOn);

/// <summary>Rounds that begin again when the bell rings, or after a while. A round that fails is logged.</summary>
public abstract partial class RungRounds(TeamsSwitch onOff, SenderBell bell, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // A busy hour rings hundreds of times a second, and most rings are not for Teams.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (onOff.IsOn && !stoppingToken.IsCancellationRequested)
        {
            var rung = bell.Next;
            if (!await Safely(stoppingToken))
            {
                using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(rung, Task.Delay(Poll, time, over.Token));
                await over.CancelAsync();
                await Task.Delay(Breath, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>One round; true when more waits.</summary>
    protected abstract Task<bool> Round(CancellationToken stop);

    private async Task<bool> Safely(CancellationToken stop)
    {
        try
        {
            return await Round(stop);
        }
        catch (Exception trouble)
        {
            if (!stop.IsCancellationRequested)
            {
                LogFailed(log, GetType().Name, Trouble.Of(trouble));
            }

            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Loop} failed: {Trouble}")]
    private static partial void LogFailed(ILogger log, string loop, string trouble);
}
