using Companion.Workflows.OnCall;

namespace Companion.Bot.Hosting;

/// <summary>Keeps the on-call list as it is written: read before anybody is served, and every few seconds from then on.</summary>
public sealed partial class OnCallWatch(OnCallList list, TimeProvider time, ILogger<OnCallWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Look(stoppingToken);
        }
    }

    // The list as it was last read is better than none.
    private async Task Look(CancellationToken cancel)
    {
        try
        {
            await list.Read(cancel);
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
