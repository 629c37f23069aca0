using Companion.Bot.Channels;
using Companion.Workflows.Notes;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;

namespace Companion.Bot.Sending;

/// <summary>Work done in rounds, for as long as the host runs. A round that fails is logged, and the next one comes all the same.</summary>
public abstract partial class Rounds(TimeSpan every, TimeProvider time, ILogger log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await Safely(stoppingToken))
            {
                await Task.Delay(every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
                LogFailed(GetType().Name, Trouble.Of(trouble));
            }

            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Loop} failed: {Trouble}")]
    private partial void LogFailed(string loop, string trouble);
}

/// <summary>Fires what is due, every second.</summary>
public sealed class TimerLoop(FireTimers fire, SenderBell bell, TimeProvider time, ILogger<TimerLoop> log)
    : Rounds(TimeSpan.FromSeconds(1), time, log)
{
    private const int Most = 100;

    /// <inheritdoc/>
    protected override async Task<bool> Round(CancellationToken stop)
    {
        var fired = await fire.Handle(Most, stop);
        if (fired > 0)
        {
            bell.Ring();
        }

        return fired == Most;
    }
}

/// <summary>Drafts the notes that were asked for, apart from the timers: a slow model holds up nothing else.</summary>
public sealed class DraftLoop(DraftDue draft, TimeProvider time, ILogger<DraftLoop> log)
    : Rounds(TimeSpan.FromSeconds(1), time, log)
{
    private const int Most = 8;

    /// <inheritdoc/>
    protected override async Task<bool> Round(CancellationToken stop) => await draft.Handle(Most, stop) == Most;
}

/// <summary>Finds out what became of messages whose outcome is unknown, every five seconds.</summary>
public sealed class SettleLoop(SettleUnknown settle, SenderBell bell, TimeProvider time, ILogger<SettleLoop> log)
    : Rounds(TimeSpan.FromSeconds(5), time, log)
{
    private const int Most = 20;

    /// <inheritdoc/>
    protected override async Task<bool> Round(CancellationToken stop)
    {
        var looked = await settle.Handle(Most, stop);
        if (looked > 0)
        {
            bell.Ring();
        }

        return looked == Most;
    }
}
