using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Companion.Bot.SignIn;

/// <summary>
/// Signing in with Microsoft Entra ID: the authorisation code flow of the framework with PKCE, and on top of it what makes it a sign-in, the
/// identity token with the nonce that was asked for.
/// </summary>
public sealed class EntraHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, IdentityTokens tokens, AdmitAccount admit, LinkSettings links, IClock clock)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    /// <summary>The authentication scheme.</summary>
    public const string Name = "entra";

    private const string Nonce = "nonce";

    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        properties.Items[Nonce] = nonce; // travels in the state, which only we can read
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, Here), Nonce, nonce);
    }

    /// <inheritdoc/>
    protected override Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return base.ExchangeCodeAsync(new OAuthCodeExchangeContext(context.Properties, context.Code, Here));
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse answer)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(answer);
        var nonce = properties.Items.TryGetValue(Nonce, out var asked) ? asked : null;
        properties.Items.Remove(Nonce);
        var account = await tokens.Read(Text(answer, "id_token"), nonce, Context.RequestAborted);
        return await admit.Handle(account, Context.RequestAborted) is { } worker
            ? new AuthenticationTicket(StaffCookie.Of(worker, clock.GetCurrentInstant()), properties, Name)
            : throw new UnknownAccountException();
    }

    // As people's browsers know us: behind a proxy that ends TLS the request itself looks otherwise.
    private string Here => links.BaseUrl.TrimEnd('/') + Options.CallbackPath;

    private static string? Text(OAuthTokenResponse answer, string name) =>
        answer.Response is { } body && body.RootElement.TryGetProperty(name, out var found) ? found.GetString() : null;
}

/// <summary>The account is genuine, and nobody has entered its owner as a worker.</summary>
public sealed class UnknownAccountException() : Exception("Nobody with this account works for a service.");
