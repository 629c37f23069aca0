namespace Companion.Bot.Channels.Teams;

/// <summary>The bot in Microsoft Teams, as <c>Teams:*</c> configures it. The secret comes from the environment only. Lists are separated by spaces.</summary>
public sealed class TeamsSettings
{
    /// <summary>Where Azure Bot Service publishes the keys it signs with.</summary>
    public const string DefaultMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The cloud that bots sign in to.</summary>
    public const string DefaultAuthority = "https://login.microsoftonline.com/";

    /// <summary>The tenants by which Microsoft issues, or is to issue, tokens of Azure Bot Service.</summary>
    public const string DefaultIssuers =
        "https://api.botframework.com"
        + " https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/ https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"
        + " https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/ https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0"
        + " https://sts.windows.net/69e9b82d-4842-4902-8d1e-abc5b98a55e8/ https://login.microsoftonline.com/69e9b82d-4842-4902-8d1e-abc5b98a55e8/v2.0";

    /// <summary>The id of the bot's app registration, a GUID; empty while Teams is not used.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant the bot lives in, a GUID.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app registration's secret; empty with a managed identity.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The client id of a user-assigned managed identity that is the bot, instead of a secret.</summary>
    public string ManagedIdentity { get; set; } = "";

    /// <summary>Where the keys of inbound tokens are described.</summary>
    public string OpenIdMetadata { get; set; } = DefaultMetadata;

    /// <summary>Who may issue inbound tokens.</summary>
    public string Issuers { get; set; } = DefaultIssuers;

    /// <summary>Hosts of connectors, or what their names end with after a dot; nothing is sent anywhere else.</summary>
    public string ServiceHosts { get; set; } = "botframework.com smba.trafficmanager.net teams.microsoft.com teams.microsoft.us";

    /// <summary>Where the bot gets its own tokens.</summary>
    public string LoginAuthority { get; set; } = DefaultAuthority;

    /// <summary>True when inbound activities are let in by their tokens.</summary>
    public bool IsUsed => AppId.Length > 0;

    /// <summary>True when the bot can prove who it is to a connector.</summary>
    public bool HasCredential => IsUsed && (ManagedIdentity.Length > 0 || (ClientSecret.Length > 0 && TenantId.Length > 0));

    /// <summary>What is wrong in any environment, one sentence each.</summary>
    public IEnumerable<string> Wrong()
    {
        foreach (var (key, list) in new[] { ("OpenIdMetadata", OpenIdMetadata), ("LoginAuthority", LoginAuthority) })
        {
            if (!Listed(list).All(IsSecure) || list.Length == 0)
            {
                yield return $"Teams:{key}: must be an https address; on this machine http will do.";
            }
        }

        if (IsUsed && Listed(Issuers).Length == 0)
        {
            yield return "Teams:Issuers: nobody may issue a token, so nothing would be let in.";
        }

        if (ClientSecret.Length > 0 && ManagedIdentity.Length > 0)
        {
            yield return "Teams:ManagedIdentity: give either this or Teams:ClientSecret, not both.";
        }
    }

    /// <summary>What is half configured, one sentence each; nothing when Teams is wholly configured or not used at all.</summary>
    public IEnumerable<string> Missing()
    {
        if (!IsUsed && TenantId.Length + ClientSecret.Length + ManagedIdentity.Length == 0)
        {
            yield break;
        }

        if (!Guid.TryParse(AppId, out _))
        {
            yield return "Teams:AppId: is missing or not a GUID although Teams is configured. Set it to the Microsoft App ID of the Azure Bot.";
        }

        if (!Guid.TryParse(TenantId, out _))
        {
            yield return "Teams:TenantId: is missing or not a GUID although Teams is configured. Set it to the tenant of the app registration.";
        }

        if (ClientSecret.Length == 0 && ManagedIdentity.Length == 0)
        {
            yield return "Teams:ClientSecret: set the environment variable Teams__ClientSecret, or Teams__ManagedIdentity; without either the bot hears but cannot answer.";
        }
    }

    /// <summary>The parts of a list.</summary>
    internal static string[] Listed(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsSecure(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
