using Companion.Workflows.OnCall;
using Companion.Workflows.Safety;

namespace Companion.Bot.Hosting;

/// <summary>Keeps the on-call list as it is written: read before anybody is served, and every few seconds from then on. At the start an alert
/// says whom nothing set up here reaches: it does not stop the start, for the list is mended in the console.</summary>
public sealed partial class OnCallWatch(OnCallList list, RaiseAlert alerts, TimeProvider time, ILogger<OnCallWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Try(list.Read, cancellationToken);
        await Try(Check, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Try(list.Read, stoppingToken);
        }
    }

    private async Task Check(CancellationToken cancel)
    {
        foreach (var sentence in await list.Wrong(cancel))
        {
            await alerts.Handle("OnCallList", sentence, cancel);
        }
    }

    // The list as it was last read is better than none.
    private async Task Try(Func<CancellationToken, Task> look, CancellationToken cancel)
    {
        try
        {
            await look(cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            LogTrouble(trouble.GetType().Name);
        }
        catch (OperationCanceledException)
        {
            // We are being stopped.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The on-call list could not be read ({Trouble}); it stays as it was.")]
    private partial void LogTrouble(string trouble);
}
