using System.Text.Json;
using Companion.Bot.Sending;
using Companion.Workflows.StaffRooms;

namespace Companion.Bot.Channels.Teams;

/// <summary>Works on stored activities: the oldest of each conversation at once.</summary>
public sealed partial class ActivityLoop(
    ClaimActivities claim, Incoming incoming, SettleActivity settle, TeamsSwitch onOff, SenderBell bell, TimeProvider time, ILogger<ActivityLoop> log)
    : RungRounds(onOff, bell, time, log)
{
    private const int Most = 16;

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    /// <inheritdoc/>
    protected override async Task<bool> Round(CancellationToken stop)
    {
        var claimed = await claim.Handle(Most, stop);
        await Task.WhenAll(claimed.Select(activity => Work(activity, stop)));
        if (claimed.Count > 0)
        {
            Bell.Ring();
        }

        return claimed.Count > 0; // the next of the same conversations
    }

    private SenderBell Bell { get; } = bell;

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
            await settle.Later(row, trouble.GetType().Name, stop);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Activity {Id} could not be worked on: {Trouble}")]
    private partial void LogFailed(long id, string trouble);
}
