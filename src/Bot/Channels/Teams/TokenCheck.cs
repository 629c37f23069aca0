using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Companion.Bot.Channels.Teams;

/// <summary>What a genuine token says.</summary>
/// <param name="ServiceUrl">The connector it was issued for; null when it names none.</param>
/// <param name="Endorsed">The channels its key vouches for.</param>
public sealed record GenuineToken(string? ServiceUrl, IReadOnlySet<string> Endorsed);

/// <summary>Whether a bearer token was issued by Azure Bot Service for this bot, now.</summary>
public sealed class TokenCheck(TeamsSettings settings, SigningKeys keys)
{
    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>The token of an Authorization header; null when it is not genuine.</summary>
    public async Task<GenuineToken?> Check(string? header, CancellationToken cancel)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = header[Scheme.Length..].Trim();
        var result = await Validate(token, cancel);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            keys.LookAgain(); // keys are rolled over
            result = await Validate(token, cancel);
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken genuine }
            ? new GenuineToken(genuine.TryGetPayloadValue<string>("serviceurl", out var url) ? url : null, SigningKeys.Endorsed(genuine.SigningKey))
            : null;
    }

    private async Task<TokenValidationResult> Validate(string token, CancellationToken cancel) => await handler.ValidateTokenAsync(
        token,
        new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAudience = settings.AppId,
            ValidIssuers = TeamsSettings.Listed(settings.Issuers),
            IssuerSigningKeys = await keys.Known(cancel),
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = false, // the key that is named, or none
            ClockSkew = TimeSpan.FromMinutes(5),
        });
}
