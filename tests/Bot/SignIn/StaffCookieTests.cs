using Companion.Bot.SignIn;
using Companion.Bot.Tests.Hosting;
using Companion.Bot.Tests.Pages;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Companion.Bot.Tests.SignIn;

/// <summary>How long a sign-in holds, and for whom.</summary>
public sealed class StaffCookieTests
{
    private const string Account = "aaaaaaaa-0000-0000-0000-000000000001";
    private const string Another = "bbbbbbbb-0000-0000-0000-000000000002";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Account, null)]
    [InlineData(Account, Another)]
    [InlineData(null, Another)]
    public async Task Whose_account_is_no_longer_the_workers_is_out_at_the_next_request(string? signedInWith, string? now)
    {
        await using var app = await CompanionApp.Start();
        await Bind(app, Invented.LinkWorker, signedInWith);
        using var sam = await app.SignedIn(Invented.LinkWorker);
        using var priya = await app.SignedIn(Invented.Colleague);
        await sam.Open("/console");
        Assert.Equal("Hand-offs", sam.Heading);

        await Bind(app, Invented.LinkWorker, now);
        await sam.Open("/console");
        Assert.Equal("Sign in", sam.Heading);
        await Bind(app, Invented.LinkWorker, signedInWith);
        await sam.Open("/console");
        Assert.Equal("Sign in", sam.Heading); // the cookie was taken away

        await priya.Open("/console");
        Assert.Equal("Hand-offs", priya.Heading);
    }

    [Fact]
    public async Task Ten_hours_after_signing_in_it_is_over_however_often_it_was_used_and_renewed()
    {
        var framework = new MovedTime();
        await using var app = await CompanionApp.Start(
            builder => builder.Services.Configure<CookieAuthenticationOptions>(StaffCookie.Scheme, options => options.TimeProvider = framework));
        using var sam = await app.SignedIn(Invented.LinkWorker);
        var first = Cookie(sam, app);

        await After(Duration.FromHours(5), "Hand-offs");
        var renewed = Cookie(sam, app);
        Assert.NotEqual(first, renewed);
        await After(Duration.FromHours(4.9), "Hand-offs");
        Assert.NotEqual(renewed, Cookie(sam, app));
        await After(Duration.FromHours(0.1), "Sign in"); // renewed minutes ago

        async Task After(Duration time, string page)
        {
            framework.By += time.ToTimeSpan();
            app.Part<CompanionClock>().MoveForward(time);
            await sam.Open("/console");
            Assert.Equal(page, sam.Heading);
        }
    }

    [Fact]
    public async Task Going_on_in_another_service_does_not_make_the_day_longer()
    {
        await using var app = await CompanionApp.Start(
            null, "--Services:other:Name=Other Social Prescribing", "--Services:other:NeutralName=Other Links", "--Services:other:Number=+447700900800", "--Services:other:Phone=01632 960 800");
        await Bind(app, Invented.LinkWorker, Account);
        var there = await app.Part<IStore>().Write(
            session =>
            {
                var row = new Worker { Id = session.NextId(), ServiceId = "other", Name = "Sam Elsewhere", ShownName = "Sam", EntraId = Account };
                session.Insert(row);
                return ValueTask.FromResult(row.Id);
            },
            Cancel);
        using var sam = await app.SignedIn(Invented.LinkWorker);
        app.Part<CompanionClock>().MoveForward(Duration.FromHours(9));
        await sam.Open("/console/sign-in/service");
        await sam.Submit(("worker", $"{there}"));
        await sam.Open("/console");
        Assert.Contains("Signed in: Sam Elsewhere", sam.Page.Body!.TextContent, StringComparison.Ordinal);

        app.Part<CompanionClock>().MoveForward(Duration.FromHours(1));
        await sam.Open("/console");
        Assert.Equal("Sign in", sam.Heading);
    }

    private static string Cookie(Visitor somebody, CompanionApp app) => somebody.Cookies.GetCookies(new Uri(app.Address))[StaffCookie.Name]!.Value;

    private static Task<bool> Bind(CompanionApp app, string name, string? account) => app.Part<IStore>().Write(
        async session =>
        {
            var worker = (await session.Query<Worker>("WHERE \"Name\" = @p0", name)).Single();
            worker.EntraId = account;
            session.Update(worker);
            return true;
        },
        Cancel);

    /// <summary>The system's time, and what it was moved forward.</summary>
    private sealed class MovedTime : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }
}
