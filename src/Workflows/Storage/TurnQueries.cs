namespace Companion.Workflows.Storage;

/// <summary>The questions a turn asks about one address, the same on both databases.</summary>
internal static class TurnQueries
{
    public const string ByName = "WHERE \"ServiceId\" = @p0 AND \"Channel\" = @p1 AND \"Value\" = @p2";

    public const string Duplicate = "WHERE \"Channel\" = @p1 AND \"ProviderId\" = @p3";

    /// <summary>How far back <see cref="Recent"/> looks.</summary>
    public static readonly NodaTime.Duration RecentWindow = NodaTime.Duration.FromMinutes(10);

    /// <summary>How far back <see cref="SafetySaid"/> and <see cref="Unsent"/> look.</summary>
    public static readonly NodaTime.Duration SaidWindow = NodaTime.Duration.FromHours(1);

    public const string Address = "WHERE \"Id\" = @p6";

    public const string People =
        "WHERE \"Id\" IN (SELECT \"PersonId\" FROM \"PersonAddresses\" WHERE \"AddressId\" = @p6) ORDER BY \"Id\"";

    public const string Open = "WHERE \"AddressId\" = @p6 AND \"ClosedAt\" IS NULL ORDER BY \"Id\" DESC";

    public const string HandOffs = "WHERE \"AddressId\" = @p6 AND \"ClearedAt\" IS NULL ORDER BY \"Id\" DESC";

    public const string Recent =
        "WHERE \"AddressId\" = @p6 AND \"ReceivedAt\" >= @p4 ORDER BY \"ReceivedAt\" DESC, \"Id\" DESC LIMIT 5";

    public const string SafetySaid =
        "WHERE \"AddressId\" = @p6 AND \"CreatedAt\" >= @p5 AND \"Class\" = 0 ORDER BY \"CreatedAt\" DESC, \"Id\" DESC";

    // Not "Status = 0": that would let PostgreSQL go by the index of the queue, through the whole of it when a provider is away.
    public const string Unsent =
        "WHERE \"Id\" = (SELECT MAX(\"Id\") FROM \"Outbound\" WHERE \"AddressId\" = @p6 AND \"CreatedAt\" >= @p5 AND \"Status\" < 1 AND \"Class\" = @p7)"
        + " AND \"Status\" < 1";

    // @p0 to @p7: what the database holds, and the value of it.
    private static readonly (Type Stored, Func<TurnRequest, long, object?> Value)[] Known =
    [
        (typeof(string), (request, _) => request.ServiceId),
        (typeof(string), (request, _) => request.Channel.ToString()),
        (typeof(string), (request, _) => request.Value),
        (typeof(string), (request, _) => request.ProviderId),
        (typeof(long), (request, _) => (request.At - RecentWindow).ToUnixTimeTicks()),
        (typeof(long), (request, _) => (request.At - SaidWindow).ToUnixTimeTicks()),
        (typeof(long), (_, address) => address),
        (typeof(int), (_, _) => (int)Sending.SendClass.Reply),
    ];

    /// <summary>What the database holds for each of @p0 to @p7.</summary>
    public static IReadOnlyList<Type> Stored { get; } = Array.ConvertAll(Known, one => one.Stored);

    /// <summary>The values of @p0 to @p7.</summary>
    public static object?[] Values(TurnRequest request, long address) => Array.ConvertAll(Known, one => one.Value(request, address));
}
