namespace Companion.Bot.Channels.Teams;

/// <summary>
/// Which connectors the bot speaks to. An activity says where its connector is; anybody who could forge one would otherwise have us send a token,
/// and a person's words, wherever they liked.
/// </summary>
public sealed class ConnectorHosts(TeamsSettings settings, IHostEnvironment environment)
{
    private readonly string[] allowed = TeamsSettings.Listed(settings.ServiceHosts);

    /// <summary>True when the bot may speak to the connector at an address.</summary>
    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (IsPlayground(address) || (IsListed(address.Host) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))));

    // Without an app no token is sent, and it is this machine's.
    private bool IsPlayground(Uri address) =>
        environment.IsDevelopment() && !settings.IsUsed && address.IsLoopback && address.Scheme is "http" or "https";

    private bool IsListed(string host) => Array.Exists(
        allowed, one => host.Equals(one, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + one, StringComparison.OrdinalIgnoreCase));
}
