namespace Companion.Workflows.Storage;

/// <summary>A question about one address, for an address known by its id (@p6) and for one found by service, channel and value.</summary>
internal sealed record TurnQuestion(string ById, string ByValue)
{
    private const string Found = "(SELECT \"Id\" FROM \"Addresses\" " + TurnQueries.ByName + ")";

    /// <summary>A question in which "{address}" stands for the address's id.</summary>
    public static TurnQuestion Of(string condition) => new(
        condition.Replace("{address}", "@p6", StringComparison.Ordinal),
        condition.Replace("{address}", Found, StringComparison.Ordinal));
}

/// <summary>The questions a turn asks about one address, the same on both databases.</summary>
internal static class TurnQueries
{
    public const string ByName = "WHERE \"ServiceId\" = @p0 AND \"Channel\" = @p1 AND \"Value\" = @p2";

    public const string Duplicate = "WHERE \"Channel\" = @p1 AND \"ProviderId\" = @p3";

    /// <summary>How far back <see cref="Recent"/> looks.</summary>
    public static readonly NodaTime.Duration RecentWindow = NodaTime.Duration.FromMinutes(10);

    /// <summary>How far back <see cref="SafetySaid"/> and <see cref="Unsent"/> look.</summary>
    public static readonly NodaTime.Duration SaidWindow = NodaTime.Duration.FromHours(1);

    public static readonly TurnQuestion Address = TurnQuestion.Of("WHERE \"Id\" = {address}");

    public static readonly TurnQuestion People = TurnQuestion.Of(
        "WHERE \"Id\" IN (SELECT \"PersonId\" FROM \"PersonAddresses\" WHERE \"AddressId\" = {address}) ORDER BY \"Id\"");

    public static readonly TurnQuestion Open = TurnQuestion.Of("WHERE \"AddressId\" = {address} AND \"ClosedAt\" IS NULL ORDER BY \"Id\" DESC");

    public static readonly TurnQuestion HandOffs = TurnQuestion.Of("WHERE \"AddressId\" = {address} AND \"ClearedAt\" IS NULL ORDER BY \"Id\" DESC");

    public static readonly TurnQuestion Recent = TurnQuestion.Of(
        "WHERE \"AddressId\" = {address} AND \"ReceivedAt\" >= @p4 ORDER BY \"ReceivedAt\" DESC, \"Id\" DESC LIMIT 5");

    public static readonly TurnQuestion SafetySaid = TurnQuestion.Of(
        "WHERE \"AddressId\" = {address} AND \"CreatedAt\" >= @p5 AND \"Class\" = 0 ORDER BY \"CreatedAt\" DESC, \"Id\" DESC");

    public static readonly TurnQuestion Unsent = TurnQuestion.Of(
        "WHERE \"AddressId\" = {address} AND \"CreatedAt\" >= @p5 AND \"Status\" = 0 AND \"Class\" = @p7 ORDER BY \"Id\"");

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
