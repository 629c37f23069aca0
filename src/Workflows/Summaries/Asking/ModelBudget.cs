using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>
/// The tokens of a service's day. What a question may take is put down before it is asked, and corrected afterwards; whoever dies in between leaves
/// it put down, so that a restart forgets nothing and a crash spends rather too little. Kept in the database: all Companions on it
/// share it, and take turns at it.
/// </summary>
public sealed class ModelBudget(IStore store, IClock clock)
{
    /// <summary>Puts tokens down for today.</summary>
    /// <returns>What they are put down under, or null when there are not so many left.</returns>
    public Task<long?> PutDown(string serviceId, int tokens, int most, CancellationToken cancel)
    {
        var day = clock.GetCurrentInstant().Local().Date;
        return store.Write<long?>(
            async session =>
            {
                await session.WaitForLock($"model budget of {serviceId}");
                var calls = await session.Query<ModelCall>("WHERE \"ServiceId\" = @p0 AND \"Day\" = @p1", serviceId, LocalDatePattern.Iso.Format(day));
                if (calls.Sum(call => (long)call.Tokens) + tokens > most)
                {
                    return null;
                }

                var call = new ModelCall { Id = session.NextId(), ServiceId = serviceId, Day = day, Tokens = tokens };
                session.Insert(call);
                return call.Id;
            },
            cancel);
    }

    /// <summary>Corrects what was put down to what it took.</summary>
    public Task Correct(long id, int tokens, CancellationToken cancel) => store.Write(
        session =>
        {
            session.Execute("UPDATE \"ModelCalls\" SET \"Tokens\" = @p0 WHERE \"Id\" = @p1", tokens, id);
            return ValueTask.FromResult(true);
        },
        cancel);
}
