using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.Sending;
using Companion.Workflows.Staff;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A link worker's reply that did not get there: they believe that the person read it, so they are told, and somebody is to phone.</summary>
public sealed class UnsentReply : IDesk
{
    /// <inheritdoc/>
    public bool CarryOut(EffectContext context, Effect effect) => false;

    /// <inheritdoc/>
    public async ValueTask<bool> NotSent(Session session, OutboundMessage text, Instant now)
    {
        if (text is not { Class: SendClass.LinkWorker, HandOffId: { } id, AddressId: { } address }
            || await session.Query<HandOff>("WHERE \"Id\" = @p0", id) is not [var handOff])
        {
            return false;
        }

        StaffTasks.Give(session, StaffTasks.Phone, new TaskAbout(text.ServiceId, address, id), StaffWords.Of("task.reply"), now);
        HandOffLog.Write(session, handOff, now, "NotDelivered", detail: null);
        Posts.NotSent(session, handOff, text.Id, StaffWords.Of("handoff.not-sent", ("reference", handOff.Reference)), now);
        return true;
    }
}
