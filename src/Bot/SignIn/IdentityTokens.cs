using Companion.Workflows.Workers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Companion.Bot.SignIn;

/// <summary>Reads identity tokens of our tenant, and refuses every other: key, issuer, audience, tenant, times and nonce must all be right.</summary>
public sealed class IdentityTokens
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly ConfigurationManager<OpenIdConnectConfiguration> metadata;
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly SignInSettings settings;
    private readonly TimeProvider time;

    /// <summary>Tokens of the tenant that the settings name.</summary>
    public IdentityTokens(SignInSettings settings, IHttpClientFactory clients, TimeProvider time)
    {
        (this.settings, this.time) = (settings, time);
        metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{settings.Tenant}/v2.0/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(clients.CreateClient(EntraHandler.Name)) { RequireHttps = settings.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) });
    }

    /// <summary>The account of a token.</summary>
    /// <exception cref="SecurityTokenException">The token is not what was asked for.</exception>
    public async Task<Account> Read(string? token, string? nonce, CancellationToken cancel)
    {
        var result = await Check(token, cancel);
        if (result is { IsValid: false, Exception: SecurityTokenSignatureKeyNotFoundException })
        {
            metadata.RequestRefresh(); // keys are changed now and then
            result = await Check(token, cancel);
        }

        if (!result.IsValid)
        {
            throw result.Exception;
        }

        var read = (JsonWebToken)result.SecurityToken;
        var (oid, tenant) = (Claim(read, "oid"), Claim(read, "tid"));
        if (string.IsNullOrEmpty(nonce) || Claim(read, "nonce") != nonce)
        {
            throw new SecurityTokenException("The nonce is not the one that was asked with.");
        }

        if (oid.Length == 0 || !tenant.Equals(settings.TenantId, StringComparison.OrdinalIgnoreCase))
        {
            throw new SecurityTokenException("The account is not of our tenant.");
        }

        string[] addresses = [Claim(read, "email"), Claim(read, "preferred_username")];
        return new Account(oid, [.. addresses.Where(address => address.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    private async Task<TokenValidationResult> Check(string? token, CancellationToken cancel)
    {
        var known = await metadata.GetConfigurationAsync(cancel);
        return await handler.ValidateTokenAsync(token ?? "", new TokenValidationParameters
        {
            ValidIssuer = known.Issuer,
            ValidAudience = settings.ClientId,
            IssuerSigningKeys = known.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = Skew,
            LifetimeValidator = IsOfNow,
        });
    }

    private bool IsOfNow(DateTime? from, DateTime? to, SecurityToken token, TokenValidationParameters rules)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return to is { } end && now < end + rules.ClockSkew && !(from > now + rules.ClockSkew);
    }

    private static string Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value ?? "" : "";
}
