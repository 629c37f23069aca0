using Companion.Bot.Sending;
using Companion.Workflows.StaffRooms;
using NodaTime;

namespace Companion.Bot.Channels.Teams;

/// <summary>Shows what is due in staff rooms: one after the other in each room, rooms side by side.</summary>
public sealed partial class PostLoop(
    ClaimPosts claim, ShowPost show, SettlePost settle, TeamsSwitch onOff, SenderBell bell, IClock clock, TimeProvider time, ILogger<PostLoop> log)
    : RungRounds(onOff, bell, time, log)
{
    private const int Most = 32;
    private const int MostRooms = 128;

    // Longer than one post with all its tries takes.
    private static readonly Duration LongestShow = Duration.FromSeconds(75);

    private readonly List<Task> rooms = [];

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(rooms).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // A room that is slow holds up itself alone: what is claimed for the others goes on meanwhile.
    /// <inheritdoc/>
    protected override async Task<bool> Round(CancellationToken stop)
    {
        rooms.RemoveAll(room => room.IsCompleted);
        if (rooms.Count >= MostRooms)
        {
            await Task.WhenAny(rooms);
        }

        var claimed = await claim.Handle(Most, stop);
        rooms.AddRange(claimed.GroupBy(post => (post.ServiceId, post.WorkerId, Own: post.WorkerId is null ? post.RoomId : null)).Select(room => InOrder(room, stop)));
        return claimed.Count > 0;
    }

    // What a person wrote does not overtake what they wrote before.
    private async Task InOrder(IEnumerable<StaffPost> room, CancellationToken stop)
    {
        var heldUp = new HashSet<long?>();
        foreach (var post in room.OrderBy(post => post.Id))
        {
            if (clock.GetCurrentInstant() > post.ClaimedUntil - LongestShow || (post.Kind == StaffPostKind.Heard && heldUp.Contains(post.HandOffId)))
            {
                await settle.Later(post, "An earlier one takes long.", Duration.Zero, stop);
            }
            else if (!await Show(post, stop) && post.Kind == StaffPostKind.Heard)
            {
                heldUp.Add(post.HandOffId);
            }
        }
    }

    private async Task<bool> Show(StaffPost post, CancellationToken stop)
    {
        try
        {
            return await show.Handle(post, stop);
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            LogFailed(post.Id, Trouble.Of(trouble));
            await settle.Later(post, trouble.GetType().Name, Duration.FromSeconds(30), stop);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Post {Id} could not be shown: {Trouble}")]
    private partial void LogFailed(long id, string trouble);
}
