using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Companion.Bot.Tests.Teams;

/// <summary>Signs tokens as Azure Bot Service does, and publishes its keys; and makes every kind of wrong one.</summary>
internal sealed class TokenMint : IDisposable
{
    public const string App = "22222222-2222-4222-8222-222222222222";
    public const string Issuer = "https://api.botframework.com";

    private readonly RSA key = RSA.Create(2048);
    private readonly RSA unendorsed = RSA.Create(2048);
    private readonly RSA stranger = RSA.Create(2048);

    public string Metadata(string address) => new JsonObject
    {
        ["issuer"] = Issuer,
        ["jwks_uri"] = address + "/.well-known/keys",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    }.ToJsonString();

    public string Keys() => new JsonObject { ["keys"] = new JsonArray(Jwk(key, "good", "msteams", "webchat"), Jwk(unendorsed, "bare")) }.ToJsonString();

    /// <summary>A token for a connector, changed as a test wishes.</summary>
    public string Token(string serviceUrl, Action<JsonObject>? claims = null, string kid = "good", string alg = "RS256")
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var said = new JsonObject { ["iss"] = Issuer, ["aud"] = App, ["serviceurl"] = serviceUrl, ["nbf"] = now - 60, ["exp"] = now + 3600 };
        claims?.Invoke(said);
        var signed = Part(new JsonObject { ["typ"] = "JWT", ["alg"] = alg, ["kid"] = kid }) + "." + Part(said);
        return signed + "." + Base64Url.EncodeToString(Signature(alg, kid, Encoding.ASCII.GetBytes(signed)));
    }

    /// <summary>One that says "good" and was signed by somebody else.</summary>
    public string Forged(string serviceUrl)
    {
        var genuine = Token(serviceUrl);
        var signed = genuine[..genuine.LastIndexOf('.')];
        return signed + "." + Base64Url.EncodeToString(stranger.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public void Dispose()
    {
        key.Dispose();
        unendorsed.Dispose();
        stranger.Dispose();
    }

    // HS256 with the public key as the secret: what a careless check takes for genuine.
    private byte[] Signature(string alg, string kid, byte[] signed) => alg switch
    {
        "none" => [],
        "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem()), signed),
        _ => (kid == "bare" ? unendorsed : key).SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static JsonObject Jwk(RSA rsa, string kid, params string[] endorsements)
    {
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
        if (endorsements.Length > 0)
        {
            jwk["endorsements"] = new JsonArray([.. endorsements.Select(one => JsonValue.Create(one))]);
        }

        return jwk;
    }
}
