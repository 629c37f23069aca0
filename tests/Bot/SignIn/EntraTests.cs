using System.Net;
using Companion.Bot.Hosting;
using Companion.Bot.SignIn;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Companion.Bot.Tests.SignIn;

/// <summary>Signing in with Microsoft Entra ID, in Production, over real HTTP against a tenant of our own.</summary>
public sealed class EntraTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_signs_in_and_is_known_by_the_account_from_then_on()
    {
        await using var house = await House.Start();
        await house.Enter("Sam Okoye", WorkerRole.LinkWorker, "Sam.Okoye@example.org");
        using var browser = house.Browser();
        Assert.Equal("/console/tasks", (await browser.SignIn("/console/tasks")).PathAndQuery);
        using var page = await browser.Get("/console");
        Assert.Contains("Signed in: Sam Okoye", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(house.Entra.ObjectId, (await house.Workers()).Single().EntraId);
        var challenge = house.Entra.Challenges.Single();
        Assert.Equal("https://companion.example/console/sign-in/entra", challenge["redirect_uri"].ToString());
        Assert.NotEmpty(challenge["nonce"].ToString());
        var ours = browser.Set.Where(cookie => cookie.StartsWith("companion-staff", StringComparison.Ordinal) || cookie.StartsWith("companion-entra", StringComparison.Ordinal)).ToList();
        Assert.True(ours.Count >= 2);
        Assert.All(ours, cookie => Assert.Matches("(?i); secure(;|$)", cookie));
        Assert.All(ours, cookie => Assert.Matches("(?i); samesite=lax(;|$)", cookie));
        Assert.All(ours, cookie => Assert.Matches("(?i); httponly(;|$)", cookie));

        // The address may become another's: the account it was kept with stays theirs, and the other account is nobody's.
        house.Entra.ObjectId = "bbbbbbbb-0000-0000-0000-000000000002";
        using var other = house.Browser();
        Assert.Equal("/console/sign-in?problem=unknown", (await other.SignIn("/console")).PathAndQuery);
        using var kind = await other.Get("/console/sign-in?problem=unknown");
        Assert.Contains("Ask your manager to enter you", await kind.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var shut = await other.Get("/console");
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no nonce")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("tenant")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("key")]
    [InlineData("unsigned")]
    [InlineData("no account")]
    public async Task A_token_that_is_not_right_signs_nobody_in(string wrong)
    {
        await using var house = await House.Start();
        await house.Enter("Sam Okoye", WorkerRole.Manager, "sam.okoye@example.org");
        house.Entra.ForgesKey = wrong == "key";
        house.Entra.LeavesUnsigned = wrong == "unsigned";
        house.Entra.Lie = token => Tell(wrong, token);
        using var browser = house.Browser();

        Assert.Equal("/console/sign-in?problem=failed", (await browser.SignIn("/console")).PathAndQuery);
        Assert.DoesNotContain(browser.Set, cookie => cookie.StartsWith(StaffCookie.Name + "=C", StringComparison.Ordinal));
        using var shut = await browser.Get("/console");
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
        Assert.Null((await house.Workers()).Single().EntraId);
    }

    [Fact]
    public async Task An_answer_without_our_state_or_in_another_browser_signs_nobody_in()
    {
        await using var house = await House.Start();
        await house.Enter("Sam Okoye", WorkerRole.LinkWorker, "sam.okoye@example.org");
        using var browser = house.Browser();
        using var forged = await browser.Get("/console/sign-in/entra?code=abc&state=made-up");
        Assert.Equal("/console/sign-in?problem=failed", forged.Headers.Location!.ToString());

        var answer = await browser.Consent("/console");
        using var victim = house.Browser();
        using var injected = await victim.Get(answer.PathAndQuery);
        Assert.Equal("/console/sign-in?problem=failed", injected.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_address_that_two_workers_share_is_nobodys_and_the_first_manager_is_entered_once()
    {
        await using var house = await House.Start("--SignIn:FirstManagers:sample=ellis.marsh@example.org");
        await house.Enter("Sam Okoye", WorkerRole.LinkWorker, "sam.okoye@example.org");
        await house.Enter("Sam Other", WorkerRole.LinkWorker, "sam.okoye@example.org");
        using var browser = house.Browser();
        Assert.Equal("/console/sign-in?problem=unknown", (await browser.SignIn("/console")).PathAndQuery);

        (house.Entra.Email, house.Entra.ObjectId) = ("Ellis.Marsh@example.org", "cccccccc-0000-0000-0000-000000000003");
        using var manager = house.Browser();
        Assert.Equal("/console", (await manager.SignIn("/console")).PathAndQuery);
        Assert.Equal(WorkerRole.Manager, (await house.Workers()).Single(worker => worker.EntraId is not null).Role);

        house.Entra.ObjectId = "dddddddd-0000-0000-0000-000000000004";
        using var second = house.Browser();
        Assert.Equal("/console/sign-in?problem=unknown", (await second.SignIn("/console")).PathAndQuery);
    }

    [Fact]
    public async Task In_Production_there_is_nobody_invented_and_half_a_configuration_stops_the_start()
    {
        await using var house = await House.Start();
        Assert.Empty(await house.Workers());
        using var browser = house.Browser();
        using var page = await browser.Get("/console/sign-in");
        var words = await page.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("Sign in with Microsoft", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody invented", words, StringComparison.Ordinal);
        await house.Enter("Sam Okoye", WorkerRole.Manager, "sam.okoye@example.org");
        using var again = await browser.Get("/console/sign-in");
        Assert.DoesNotContain("Sam Okoye", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        var wrong = Assert.Throws<WrongConfiguration>(() => Serve.Build(["--SignIn:TenantId=common", "--SignIn:Authority=http://login.example"], environment: Environments.Development));
        Assert.Contains("SignIn__ClientSecret", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("SignIn:TenantId", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("SignIn:Authority", wrong.Message, StringComparison.Ordinal);
    }

    private static void Tell(string wrong, SecurityTokenDescriptor token)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        switch (wrong)
        {
            case "nonce": token.Claims["nonce"] = "another"; break;
            case "no nonce": token.Claims.Remove("nonce"); break;
            case "issuer": token.Issuer = "https://login.example/" + FakeEntra.Tenant + "/v2.0"; break;
            case "audience": token.Audience = "another-application"; break;
            case "tenant": token.Claims["tid"] = "99999999-2222-3333-4444-555555555555"; break;
            case "expired": (token.NotBefore, token.Expires) = (now.AddHours(-2), now.AddMinutes(-6)); break;
            case "not yet": token.NotBefore = now.AddMinutes(6); break;
            case "no account": token.Claims.Remove("oid"); break;
        }
    }

    /// <summary>A Companion in Production whose staff sign in at a tenant of our own.</summary>
    private sealed class House(WebApplication app, FakeEntra entra, string folder) : IAsyncDisposable
    {
        public FakeEntra Entra => entra;

        public static async Task<House> Start(params string[] settings)
        {
            var entra = await FakeEntra.Start();
            var folder = Directory.CreateTempSubdirectory("companion-entra-").FullName;
            string[] args =
            [
                "--Urls=http://127.0.0.1:0", $"--Storage:Folder={folder}", $"--Links:Key={new string('k', 40)}", "--Links:BaseUrl=https://companion.example",
                $"--Twilio:AccountSid=AC{new string('0', 32)}", "--Twilio:AuthToken=a-token-for-tests", "--Twilio:From=+447700900456",
                "--Twilio:PublicUrl=https://companion.example", "--Email:Smtp=127.0.0.1:9", "--Email:From=companion@companion.example", "--Logging:LogLevel:Default=None",
                $"--SignIn:TenantId={FakeEntra.Tenant}", $"--SignIn:ClientId={FakeEntra.Client}", $"--SignIn:ClientSecret={FakeEntra.Secret}", $"--SignIn:Authority={entra.Address}",
                .. settings,
            ];
            var app = Serve.Build(args, environment: Environments.Production);
            await EmptyDatabase.At(Path.Combine(folder, "companion.db"));
            await app.StartAsync(Cancel);
            return new House(app, entra, folder);
        }

        public Task<bool> Enter(string name, WorkerRole role, string email) => app.Services.GetRequiredService<IStore>().Write(
            session =>
            {
                session.Insert(new Worker { Id = session.NextId(), ServiceId = "sample", Name = name, ShownName = name, Role = role, Email = email });
                return ValueTask.FromResult(true);
            },
            Cancel);

        public async Task<List<Worker>> Workers()
        {
            await using var db = app.Services.GetRequiredService<IStore>().Read();
            return await db.Workers.ToListAsync(Cancel);
        }

        public SecureBrowser Browser() => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync(CancellationToken.None);
            await app.DisposeAsync();
            await entra.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
