using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>The append-only log of a hand-off. Whatever is written here changes what staff see of it.</summary>
public static class HandOffLog
{
    /// <summary>Writes one line; never with the person's words.</summary>
    public static HandOffEvent Write(Turn turn, HandOff handOff, string kind, string? detail = null)
    {
        Posts.Changed(turn, handOff, isNew: kind == "Opened");
        return Write(turn.Session, handOff, turn.Now, kind, detail);
    }

    /// <summary>Writes one line where there is no turn; what staff see of it is left to whoever writes it.</summary>
    internal static HandOffEvent Write(Session session, HandOff handOff, Instant now, string kind, string? detail)
    {
        var happened = new HandOffEvent
        {
            Id = session.NextId(),
            ServiceId = handOff.ServiceId,
            HandOffId = handOff.Id,
            At = now,
            Kind = kind,
            Detail = detail,
        };
        session.Insert(happened);
        return happened;
    }
}
