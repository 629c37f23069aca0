using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>What came of pressing a stop button.</summary>
public enum PressOutcome
{
    /// <summary>It stands from now on.</summary>
    Stands,

    /// <summary>One like it stood already; nothing was changed.</summary>
    StoodAlready,

    /// <summary>This class is never stopped.</summary>
    NeverStopped,

    /// <summary>There is no such service.</summary>
    NoSuchService,
}

/// <summary>Somebody stops a class of a service's texts, or all that may be stopped, with a reason.</summary>
public sealed class PressStop(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>Presses it.</summary>
    /// <param name="service">The service's key.</param>
    /// <param name="sendClass">The class; null for every class that may be stopped.</param>
    /// <param name="reason">Why, in words for staff; not empty.</param>
    /// <param name="by">Who pressed it; not empty.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<PressOutcome> Handle(string service, SendClass? sendClass, string reason, string by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (!services.All.Any(known => known.Key == service))
        {
            return PressOutcome.NoSuchService;
        }

        if (sendClass is { } one && !SendStop.Stoppable.Contains(one))
        {
            return PressOutcome.NeverStopped;
        }

        var now = clock.GetCurrentInstant();
        return await store.Write(
            async session =>
            {
                if ((await SendStop.Now(session)).Exists(stop => stop.ServiceId == service && stop.Class == sendClass))
                {
                    return PressOutcome.StoodAlready;
                }

                session.Insert(new SendStop { Id = session.NextId(), ServiceId = service, Class = sendClass, Reason = reason, By = by, At = now });
                return PressOutcome.Stands;
            },
            cancel);
    }
}
