using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>Whether a call may be carried out, or how it was answered before.</summary>
/// <param name="Before">The answer of the same call, if it had one.</param>
/// <param name="IsBusy">True while the same call is being carried out.</param>
/// <param name="IsOther">True when another call had the same name.</param>
public sealed record CallClaim(ApiCall? Before, bool IsBusy = false, bool IsOther = false)
{
    /// <summary>True when it is to be carried out now.</summary>
    public bool IsNew => Before is null && !IsBusy && !IsOther;
}

/// <summary>
/// A call of a case system is carried out once, however often it is sent. Only what was done is remembered: what was refused changed
/// nothing, and may be sent again when it was put right.
/// </summary>
public sealed class AnswerOnce(IStore store, IClock clock)
{
    // A process that dies in between leaves the call claimed for so long; carrying it out twice changes nothing either.
    private static readonly Duration Lease = Duration.FromSeconds(60);

    /// <summary>Claims a call.</summary>
    public Task<CallClaim> Claim(string service, string key, string bodyHash, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            async session =>
            {
                if (!await session.TryLock($"call:{service}:{key}"))
                {
                    return new CallClaim(null, IsBusy: true);
                }

                var known = (await session.Query<ApiCall>("WHERE \"ServiceId\" = @p0 AND \"Key\" = @p1", service, key)).SingleOrDefault();
                if (known is null)
                {
                    session.Insert(new ApiCall { Id = session.NextId(), ServiceId = service, Key = key, BodyHash = bodyHash, Answer = "", At = now });
                    return new CallClaim(null);
                }

                if (known.BodyHash != bodyHash)
                {
                    return new CallClaim(null, IsOther: true);
                }

                if (known.Status != 0 || known.At > now - Lease)
                {
                    return new CallClaim(known.Status == 0 ? null : known, IsBusy: known.Status == 0);
                }

                known.At = now;
                session.Update(known);
                return new CallClaim(null);
            },
            cancel);
    }

    /// <summary>Remembers what was answered, or lets go of a call that changed nothing.</summary>
    public Task Answered(string service, string key, int status, string answer, bool isDone) => store.Write(
        session =>
        {
            if (isDone)
            {
                session.Execute(
                    "UPDATE \"ApiCalls\" SET \"Status\" = @p2, \"Answer\" = @p3 WHERE \"ServiceId\" = @p0 AND \"Key\" = @p1", service, key, status, answer);
            }
            else
            {
                session.Execute("DELETE FROM \"ApiCalls\" WHERE \"ServiceId\" = @p0 AND \"Key\" = @p1 AND \"Status\" = 0", service, key);
            }

            return ValueTask.FromResult(0);
        },
        CancellationToken.None);
}
