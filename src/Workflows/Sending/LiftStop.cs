using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>Somebody lifts a stop. What waited passes the send gate like every other text: it goes, waits or is too late by its class.</summary>
public sealed class LiftStop(IStore store, IClock clock)
{
    /// <summary>Lifts it; one that was lifted stays as it is.</summary>
    /// <returns>False when there is no such stop.</returns>
    public Task<bool> Handle(long id, string by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var now = clock.GetCurrentInstant();
        return store.Write(
            async session =>
            {
                if ((await session.Query<SendStop>("WHERE \"Id\" = @p0" + session.Lock, id)).SingleOrDefault() is not { } stop)
                {
                    return false;
                }

                if (stop.LiftedAt is null)
                {
                    (stop.LiftedAt, stop.LiftedBy) = (now, by);
                    session.Update(stop);
                }

                return true;
            },
            cancel);
    }
}
