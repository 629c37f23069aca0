using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Companion.Bot.Tests.SignIn;

/// <summary>One tenant of Microsoft Entra ID on loopback: metadata, keys, the sign-in page that says yes, and the token endpoint with PKCE.</summary>
internal sealed class FakeEntra : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string Client = "66666666-7777-8888-9999-000000000000";
    public const string Secret = "a-secret-for-tests";

    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> asked = [];

    private FakeEntra(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public string Issuer => $"{Address}/{Tenant}/v2.0";

    /// <summary>What the next token says instead of the truth.</summary>
    public Action<SecurityTokenDescriptor> Lie { get; set; } = _ => { };

    /// <summary>Signs with a key that is not published.</summary>
    public bool ForgesKey { get; set; }

    /// <summary>Gives a token without a signature.</summary>
    public bool LeavesUnsigned { get; set; }

    public string ObjectId { get; set; } = "aaaaaaaa-0000-0000-0000-000000000001";

    public string Email { get; set; } = "sam.okoye@example.org";

    /// <summary>What came to the authorize endpoint, the latest last.</summary>
    public List<IQueryCollection> Challenges { get; } = [];

    public static async Task<FakeEntra> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var fake = new FakeEntra(built);
        built.MapGet($"/{Tenant}/v2.0/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = fake.Issuer,
            jwks_uri = $"{fake.Address}/{Tenant}/discovery/v2.0/keys",
            authorization_endpoint = $"{fake.Address}/{Tenant}/oauth2/v2.0/authorize",
            token_endpoint = $"{fake.Address}/{Tenant}/oauth2/v2.0/token",
        }));
        built.MapGet($"/{Tenant}/discovery/v2.0/keys", fake.Keys);
        built.MapGet($"/{Tenant}/oauth2/v2.0/authorize", (HttpContext http) => fake.Authorize(http));
        built.MapPost($"/{Tenant}/oauth2/v2.0/token", (HttpContext http, CancellationToken _) => fake.Token(http));
        await built.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private IResult Keys()
    {
        var shown = key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = WebEncoders.Base64UrlEncode(shown.Modulus!), e = WebEncoders.Base64UrlEncode(shown.Exponent!) } } });
    }

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        Challenges.Add(query);
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        asked[code] = query;
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (!asked.TryRemove(form["code"].ToString(), out var query)
            || form["client_id"] != Client || form["client_secret"] != Secret || form["redirect_uri"] != query["redirect_uri"]
            || query["code_challenge_method"] != "S256"
            || query["code_challenge"] != WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "not-used", id_token = IdToken(query["nonce"].ToString()) });
    }

    private string IdToken(string nonce)
    {
        using var forged = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Client,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["oid"] = ObjectId, ["tid"] = Tenant, ["nonce"] = nonce, ["preferred_username"] = Email, ["name"] = "Somebody" },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(ForgesKey ? forged : key) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
        };
        Lie(token);
        var signed = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
        return LeavesUnsigned
            ? $"{WebEncoders.Base64UrlEncode("{\"alg\":\"none\",\"typ\":\"JWT\"}"u8)}.{signed.Split('.')[1]}."
            : signed;
    }
}
