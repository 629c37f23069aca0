using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Safety;

/// <summary>Writes down something the people who run the service must see. The same thing is said once a day.</summary>
public sealed class RaiseAlert(IStore store, IClock clock)
{
    /// <summary>Alerts that belong to no service.</summary>
    public const string NoService = "";

    private static readonly Duration Again = Duration.FromDays(1);

    /// <summary>Raises one; true when it is new.</summary>
    /// <param name="kind">A short word, such as UnknownNumber.</param>
    /// <param name="detail">What, and what to do; never a person's words.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <param name="words">Words that could not be given to a service, kept so that nothing is lost.</param>
    /// <param name="from">Where the words came from.</param>
    public Task<bool> Handle(string kind, string detail, CancellationToken cancel, string? words = null, string? from = null) =>
        store.Write(session => Write(session, clock.GetCurrentInstant(), kind, detail, words, from), cancel);

    /// <summary>Raises one in an open transaction.</summary>
    internal static async ValueTask<bool> Write(Session session, Instant now, string kind, string detail, string? words = null, string? from = null)
    {
        var same = await session.Query<Alert>(
            "WHERE \"Kind\" = @p0 AND \"Detail\" = @p1 AND \"At\" > @p2 LIMIT 1", kind, detail, (now - Again).ToUnixTimeTicks());
        if (same.Count > 0)
        {
            return false;
        }

        session.Insert(new Alert
        {
            Id = session.NextId(),
            ServiceId = NoService,
            At = now,
            Kind = kind,
            Detail = detail,
            Words = words,
            From = from,
        });
        return true;
    }
}
