namespace Companion.Workflows.Storage;

/// <summary>
/// The questions a turn asks about one address, the same on both databases. "{address}" stands for the address's id, or for the
/// sub-select that finds it.
/// </summary>
internal static class TurnQueries
{
    public const string FindAddress = "SELECT \"Id\" FROM \"Addresses\" WHERE \"ServiceId\" = @p0 AND \"Channel\" = @p1 AND \"Value\" = @p2";

    public const string Address = "WHERE \"Id\" = ({address})";

    public const string Duplicate = "WHERE \"Channel\" = @p1 AND \"ProviderId\" = @p3";

    public const string People = "WHERE \"Id\" IN (SELECT \"PersonId\" FROM \"PersonAddresses\" WHERE \"AddressId\" = ({address})) ORDER BY \"Id\"";

    public const string Open = "WHERE \"AddressId\" = ({address}) AND \"ClosedAt\" IS NULL ORDER BY \"Id\" DESC";

    public const string HandOffs = "WHERE \"AddressId\" = ({address}) AND \"ClearedAt\" IS NULL ORDER BY \"Id\" DESC";

    public const string Recent = "WHERE \"AddressId\" = ({address}) AND \"ReceivedAt\" >= @p4 ORDER BY \"ReceivedAt\" DESC, \"Id\" DESC LIMIT 5";

    public const string Unsent = "WHERE \"AddressId\" = ({address}) AND \"Status\" = 0 AND \"Class\" = @p7 ORDER BY \"Id\"";

    public const string Said = "WHERE \"AddressId\" = ({address}) AND \"CreatedAt\" >= @p5 ORDER BY \"CreatedAt\" DESC, \"Id\" DESC LIMIT 30";

    /// <summary>How far back <see cref="Recent"/> looks.</summary>
    public static readonly NodaTime.Duration RecentWindow = NodaTime.Duration.FromMinutes(10);

    /// <summary>How far back <see cref="Said"/> looks.</summary>
    public static readonly NodaTime.Duration SaidWindow = NodaTime.Duration.FromHours(1);

    /// <summary>A condition for an address whose id is known (@p6).</summary>
    public static string ById(string condition) => condition.Replace("{address}", "@p6", StringComparison.Ordinal);

    /// <summary>A condition for an address that is found by service, channel and value.</summary>
    public static string ByValue(string condition) => condition.Replace("{address}", FindAddress, StringComparison.Ordinal);

    /// <summary>The values of @p0 to @p7.</summary>
    public static object?[] Values(TurnRequest request, long address) =>
    [
        request.ServiceId,
        request.Channel.ToString(),
        request.Value,
        request.ProviderId,
        (request.At - RecentWindow).ToUnixTimeTicks(),
        (request.At - SaidWindow).ToUnixTimeTicks(),
        address,
        (int)Sending.SendClass.Reply,
    ];
}
