using System.Diagnostics;
using Companion.Bot.Hosting;
using Companion.Tests.Support.Load;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Companion.Bot.Tests.Load;

/// <summary>The whole host as it serves, on a port of its own, with a Twilio that takes everything.</summary>
internal sealed class LoadHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(20);

    private readonly WebApplication app;
    private readonly string folder;

    private LoadHost(WebApplication app, AcceptingTwilio twilio, string folder)
    {
        (this.app, Twilio, this.folder) = (app, twilio, folder);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Http { get; }

    public AcceptingTwilio Twilio { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts one.</summary>
    /// <param name="postgres">The connection string of an empty database, or null for SQLite.</param>
    public static async Task<LoadHost> Start(string? postgres)
    {
        var place = Directory.CreateTempSubdirectory("companion-load-").FullName;
        var twilio = await AcceptingTwilio.Start();
        var built = Serve.Build(
        [
            "--Urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Error",
            "--Storage:Folder=" + place,
            "--Storage:Provider=" + (postgres is null ? "Sqlite" : "PostgreSql"),
            "--Storage:ConnectionString=" + (postgres ?? $"Data Source={Path.Combine(place, "load.db")};Pooling=False"),
            "--Twilio:AccountSid=" + SignedText.Account,
            "--Twilio:AuthToken=" + SignedText.Token,
            "--Twilio:From=" + SignedText.ServiceNumber,
            "--Twilio:PublicUrl=" + SignedText.PublicUrl,
            "--Twilio:ApiBase=" + twilio.Address,
            "--Twilio:OptOut=Ours",
            "--Twilio:MessagesPerSecond=1000",
        ]);
        await built.Services.GetRequiredService<IStore>().Migrate(Cancel);
        await built.StartAsync(Cancel);
        return new LoadHost(built, twilio, place);
    }

    /// <summary>Posts a text; the status of the answer.</summary>
    public async Task<int> Post(SignedText text)
    {
        using var request = text.ToRequest();
        using var response = await Http.SendAsync(request, Cancel);
        return (int)response.StatusCode;
    }

    /// <summary>Waits until everything that was to be said has been handed over; however slow the machine, it has to go on.</summary>
    public async Task Rest()
    {
        var (sent, since) = (-1, Stopwatch.StartNew());
        while ((await All<OutboundMessage>()).Find(text => text.Status < SendStatus.Accepted) is { } waiting)
        {
            if (Twilio.Count != sent)
            {
                (sent, since) = (Twilio.Count, Stopwatch.StartNew());
            }

            Assert.True(since.Elapsed < LongestStandstill, $"{waiting.Class} {waiting.TextKey} stays {waiting.Status}: {waiting.Reason}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancel);
        }
    }

    public async Task<List<T>> All<T>()
        where T : class
    {
        await using var db = app.Services.GetRequiredService<IStore>().Read();
        return await db.Set<T>().ToListAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        var store = app.Services.GetRequiredService<IStore>();
        await app.StopAsync(Cancel);
        await app.DisposeAsync();
        await store.DisposeAsync();
        await Twilio.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
