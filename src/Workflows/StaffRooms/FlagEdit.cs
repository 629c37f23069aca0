using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>A member of staff edited or deleted what was sent to the person already. The person keeps what they got; whoever holds the conversation is told.</summary>
public sealed class FlagEdit(IStore store, IClock clock)
{
    /// <summary>Writes it down and tells the holder, once for each key.</summary>
    /// <returns>The hand-off, or null when there is none.</returns>
    public Task<HandOff?> Handle(long handOffId, bool wasDeleted, string key, string words, CancellationToken cancel) =>
        HandOffTurn.Run(store, clock, handOffId, async (turn, handOff) =>
        {
            if ((await turn.Session.Query<StaffPost>("WHERE \"PostKey\" = @p0", Posts.NoticeKey(handOff, handOff.OwnerId, key))).Count == 0)
            {
                HandOffLog.Write(turn, handOff, wasDeleted ? "Deleted" : "Edited", handOff.Owner);
                Posts.Tell(turn, handOff, handOff.OwnerId, key, words);
            }
        }, cancel);
}
