using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>An activity as it arrived.</summary>
/// <param name="ConversationId">The platform's id of the conversation.</param>
/// <param name="Key">What it is known by; see <see cref="StaffActivity.ActivityKey"/>.</param>
/// <param name="Body">As received, JSON.</param>
public sealed record ArrivedActivity(string ConversationId, string Key, string Body);

/// <summary>Stores an activity before it is acknowledged. One that came before is known and changes nothing.</summary>
public sealed class TakeActivity(IStore store, IClock clock)
{
    /// <summary>Stores it; durable when this completes.</summary>
    /// <returns>False when it was there already.</returns>
    public Task<bool> Handle(ArrivedActivity arrived, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            async session =>
            {
                if ((await session.Query<StaffActivity>("WHERE \"ActivityKey\" = @p0", arrived.Key)).Count > 0)
                {
                    return false;
                }

                session.Insert(new StaffActivity
                {
                    Id = session.NextId(),
                    ServiceId = "",
                    ConversationId = arrived.ConversationId,
                    ActivityKey = arrived.Key,
                    Body = arrived.Body,
                    ReceivedAt = now,
                    DueAt = now,
                });
                return true;
            },
            cancel);
    }
}
