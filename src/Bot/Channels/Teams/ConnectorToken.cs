using Azure.Core;
using Azure.Identity;

namespace Companion.Bot.Channels.Teams;

/// <summary>The bot's own token, by which a connector knows it. The credential keeps it and renews it in time.</summary>
/// <param name="credential">Who the bot is; null where no token is sent.</param>
public sealed class ConnectorToken(TokenCredential? credential)
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);

    /// <summary>The token; null where none is sent.</summary>
    /// <exception cref="AuthenticationFailedException">There is none to be had.</exception>
    public async Task<string?> Get(CancellationToken cancel) => credential is null ? null : (await credential.GetTokenAsync(Scope, cancel)).Token;

    /// <summary>The credential that is configured; null when there is none.</summary>
    /// <param name="settings">Who the bot is.</param>
    /// <param name="change">A last word on how it signs in, for tests.</param>
    public static TokenCredential? Credential(TeamsSettings settings, Action<TokenCredentialOptions>? change = null)
    {
        if (!settings.HasCredential)
        {
            return null;
        }

        if (settings.ManagedIdentity.Length > 0)
        {
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.ManagedIdentity));
        }

        var options = new ClientSecretCredentialOptions
        {
            AuthorityHost = new Uri(settings.LoginAuthority),
            DisableInstanceDiscovery = settings.LoginAuthority != TeamsSettings.DefaultAuthority, // another cloud's is unknown to this one
        };
        change?.Invoke(options);
        return new ClientSecretCredential(settings.TenantId, settings.AppId, settings.ClientSecret, options);
    }
}
