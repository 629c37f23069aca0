using System.Text.Json;
using Companion.Bot.Sending;
using Companion.Workflows.StaffRooms;

namespace Companion.Bot.Channels.Teams;

/// <summary>
/// Works on stored activities: conversations side by side, and what came in one of them in order. One that is slow holds up itself alone.
/// </summary>
public sealed partial class ActivityLoop(
    ClaimActivities claim, Incoming incoming, SettleActivity settle, TeamsSwitch onOff, SenderBell bell, TimeProvider time, ILogger<ActivityLoop> log)
    : RungRounds(onOff, bell, time, log)
{
    private const int MostAtOnce = 64;

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    private readonly SenderBell bell = bell;
    private readonly List<Task> conversations = [];

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(conversations).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    protected override async Task<bool> Round(CancellationToken stop)
    {
        conversations.RemoveAll(one => one.IsCompleted);
        if (conversations.Count == MostAtOnce)
        {
            await Task.WhenAny(conversations);
            return true;
        }

        var claimed = await claim.Handle(MostAtOnce - conversations.Count, stop);
        conversations.AddRange(claimed.Select(activity => Work(activity, stop)));
        return claimed.Count > 0;
    }

    private async Task Work(StaffActivity row, CancellationToken stop)
    {
        try
        {
            var outcome = await incoming.Handle(JsonSerializer.Deserialize<TeamsActivity>(row.Body, Reading)!, stop);
            await settle.Done(row, outcome.Word, outcome.ServiceId, stop);
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            LogFailed(row.Id, Trouble.Of(trouble));
            await PutOff(row, trouble, stop);
        }
        finally
        {
            bell.Ring(); // for the next of the conversation, and for what this one left to be shown and sent
        }
    }

    private async Task PutOff(StaffActivity row, Exception why, CancellationToken stop)
    {
        try
        {
            await settle.Later(row, why.GetType().Name, stop);
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            LogFailed(row.Id, Trouble.Of(trouble)); // its claim runs out, and it is taken up again
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Activity {Id} could not be worked on: {Trouble}")]
    private partial void LogFailed(long id, string trouble);
}
