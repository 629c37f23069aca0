using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Identity;
using Companion.Bot.Channels.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Companion.Bot.Tests.Teams;

public sealed class ConnectorTokenTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bots_token_is_asked_for_as_documented_and_kept_until_it_is_nearly_over()
    {
        using var certificate = Certificate();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.Logging.ClearProviders();
        var asked = new List<string>();
        await using var login = builder.Build();
        login.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpContext http, string tenant) =>
        {
            var form = await http.Request.ReadFormAsync(Cancel);
            asked.Add($"{tenant} {form["grant_type"]} {form["client_id"]} {form["scope"]} {form["client_secret"]}");
            return Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "of-the-bot" });
        });
        await login.StartAsync(Cancel);

        var settings = new TeamsSettings { AppId = TokenMint.App, TenantId = TeamsRig.Tenant, ClientSecret = "a secret", LoginAuthority = login.Urls.Single() };
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(certificate);
        using var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        using var transport = new HttpClientTransport(new HttpClient(handler));
        var token = new ConnectorToken(ConnectorToken.Credential(settings, options => options.Transport = transport));

        Assert.Equal("of-the-bot", await token.Get(Cancel));
        Assert.Equal("of-the-bot", await token.Get(Cancel));
        Assert.Equal($"{TeamsRig.Tenant} client_credentials {TokenMint.App} https://api.botframework.com/.default a secret", Assert.Single(asked));
    }

    [Fact]
    public void Without_a_secret_no_token_is_sent_and_a_managed_identity_needs_none()
    {
        Assert.Null(ConnectorToken.Credential(new TeamsSettings { AppId = TokenMint.App }));
        Assert.IsType<ManagedIdentityCredential>(ConnectorToken.Credential(new TeamsSettings { AppId = TokenMint.App, TenantId = TeamsRig.Tenant, ManagedIdentity = TokenMint.App }));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
