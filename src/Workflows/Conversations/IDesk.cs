using Companion.Dialogs.Talking;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>A feature's desk: it carries out the effects that are its own, and hears which of its texts did not get there.</summary>
public interface IDesk
{
    /// <summary>Carries out an effect as rows of the turn; false when it is another feature's.</summary>
    bool CarryOut(EffectContext context, Effect effect);

    /// <summary>A text was refused, expired or could not be delivered; true when the feature has given somebody a task to phone about it.</summary>
    ValueTask<bool> NotSent(Session session, OutboundMessage text, Instant now) => ValueTask.FromResult(false);
}

/// <summary>All desks together.</summary>
internal static class Desks
{
    /// <summary>Tells every desk of a text that did not get there; true when one of them has given a task to phone.</summary>
    public static async ValueTask<bool> NotSent(this IReadOnlyList<IDesk> desks, Session session, OutboundMessage text, Instant now)
    {
        var isPhoned = false;
        foreach (var desk in desks)
        {
            isPhoned |= await desk.NotSent(session, text, now);
        }

        return isPhoned;
    }
}
