using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Companion.Bot.Channels.Twilio;
using Companion.Bot.Sending;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs.Talking;
using Companion.Workflows;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Companion.Bot.Tests.Channels;

/// <summary>Twilio's webhooks over real HTTP, with the real workflows on SQLite behind them.</summary>
internal sealed class WebhookRig : IAsyncDisposable
{
    public const string Public = "https://companion.example";
    public const string Token = FakeTwilio.Token;
    public const string Anna = "+447700900123";
    public const string ShireNumber = "+447700900100";
    public const string DutyManager = "+447700900902";

    private readonly WebApplication app;
    private readonly string folder;
    private readonly MeterListener listener = new();

    private WebhookRig(WebApplication app, string folder)
    {
        (this.app, this.folder) = (app, folder);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        listener.InstrumentPublished = (instrument, mine) =>
        {
            if (instrument.Meter.Name == TwilioMeter.Name && ReferenceEquals(instrument.Meter.Scope, Part<IMeterFactory>()))
            {
                mine.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (Refused)
            {
                Refused.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
            }
        });
        listener.Start();
    }

    public HttpClient Http { get; }

    /// <summary>What was refused: path and reason.</summary>
    public List<string> Refused { get; } = [];

    public LogBook Log { get; private init; } = new();

    public string ConnectionString => ConnectionStringIn(folder);

    public IStore Store => Part<IStore>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WebhookRig> Start(Action<TwilioSettings>? configure = null, bool migrate = true, bool secondService = false, DialogBook? dialogs = null)
    {
        var place = Directory.CreateTempSubdirectory("companion-webhooks-").FullName;
        var settings = new TwilioSettings { AuthToken = Token, PublicUrl = Public };
        configure?.Invoke(settings);
        var log = new LogBook();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services
            .AddSingleton<IStore>(new SqliteStore(ConnectionStringIn(place)))
            .AddSingleton<IClock>(new StandingClock(Instant.FromUtc(2026, 3, 10, 12, 0)))
            .AddSingleton(new ServiceBook(Services(secondService).ToDictionary(service => service.Key)))
            .AddSingleton(new LinkSettings { Key = "a test key that signs nothing else", BaseUrl = Public })
            .AddSingleton(dialogs ?? new DialogBook(() => new ParrotDialog("referral"), () => new ParrotDialog("welcome-back")))
            .AddSingleton<SenderBell>()
            .AddSingleton(TimeProvider.System)
            .AddTwilio(settings)
            .AddWorkflows();
        var built = builder.Build();
        if (migrate)
        {
            await EmptyDatabase.At(Path.Combine(place, "webhooks.db"));
        }

        built.MapTwilio();
        await built.StartAsync(Cancel);
        return new WebhookRig(built, place) { Log = log };
    }

    public T Part<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Posts a form, signed unless a signature is given; an empty one leaves the header out.</summary>
    public async Task<(int Status, string Body, string? Type)> Post(string pathAndQuery, string form, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, pathAndQuery)
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        if (signature is not "")
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature ?? FakeTwilio.Sign(Public + pathAndQuery, form));
        }

        using var response = await Http.SendAsync(request, Cancel);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancel), response.Content.Headers.ContentType?.ToString());
    }

    public async Task<List<T>> All<T>()
        where T : class
    {
        await using var db = Store.Read();
        return await db.Set<T>().ToListAsync(Cancel);
    }

    /// <summary>Puts a row into the outbox as if it were on its way.</summary>
    public Task<OutboundMessage> OnItsWay(Action<OutboundMessage>? change = null) => Store.Write(
        session =>
        {
            var now = Part<IClock>().GetCurrentInstant();
            var row = new OutboundMessage
            {
                Id = session.NextId(),
                ServiceId = "shire",
                Channel = Channel.Sms,
                To = Anna,
                Class = SendClass.OnCall,
                SendKey = "test:" + session.NextId().ToString(CultureInfo.InvariantCulture),
                TextKey = "test",
                Words = "Hello",
                CreatedAt = now,
                DueAt = now,
                ExpiresAt = now + Duration.FromHours(1),
                Status = SendStatus.Sending,
                Attempts = 1,
                ClaimedUntil = now + ClaimDue.Lease,
            };
            change?.Invoke(row);
            session.Insert(row);
            return ValueTask.FromResult(row);
        },
        Cancel);

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        Http.Dispose();
        var store = Store;
        await app.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string ConnectionStringIn(string folder) => $"Data Source={Path.Combine(folder, "webhooks.db")};Pooling=False";

    private static IEnumerable<ServiceSettings> Services(bool secondService)
    {
        yield return Service("shire", ShireNumber);
        if (secondService)
        {
            yield return Service("vale", "+447700900200");
        }
    }

    private static ServiceSettings Service(string key, string number)
    {
        var service = new ServiceSettings
        {
            Name = "Shire Social Prescribing",
            NeutralName = "Shire Links",
            Number = number,
            Phone = "01632 960 100",
            OnCall = new() { ["1"] = new OnCallSettings { Name = "Duty manager", Text = DutyManager, Call = DutyManager } },
        };
        Assert.Empty(service.Prepare(key));
        return service;
    }
}
