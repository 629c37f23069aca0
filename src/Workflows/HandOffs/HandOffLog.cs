using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;

namespace Companion.Workflows.HandOffs;

/// <summary>The append-only log of a hand-off. Whatever is written here changes what staff see of it.</summary>
public static class HandOffLog
{
    /// <summary>Writes one line; never with the person's words.</summary>
    public static HandOffEvent Write(Turn turn, HandOff handOff, string kind, string? detail = null)
    {
        Posts.Changed(turn, handOff, isNew: kind == "Opened");
        return turn.Insert(new HandOffEvent
        {
            Id = turn.Session.NextId(),
            ServiceId = handOff.ServiceId,
            HandOffId = handOff.Id,
            At = turn.Now,
            Kind = kind,
            Detail = detail,
        });
    }
}
