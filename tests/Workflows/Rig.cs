using Companion.Dialogs;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Words;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Tests.Notes;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Companion.Workflows.Tests;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class StandingClock(Instant now) : IClock
{
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}

/// <summary>A network that does as it is told and remembers what it was given.</summary>
internal sealed class TestCarrier : ICarrier
{
    public List<OutboundMessage> Carried { get; } = [];

    public Func<OutboundMessage, Delivery> Answer { get; set; } = message => new Delivery.Taken("T" + message.Id, SendStatus.Delivered);

    public bool Carries(Channel channel) => true;

    public Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel)
    {
        Carried.Add(message);
        return Task.FromResult(Answer(message));
    }

    /// <summary>What it says of a message whose outcome is unknown, given the ids other rows have.</summary>
    public Func<OutboundMessage, IReadOnlySet<string>, Task<Delivery?>> Knows { get; set; } = (_, _) => Task.FromResult<Delivery?>(null);

    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) => Knows(message, known);
}

/// <summary>The real workflows on a real store, with a clock that stands and a network of our own.</summary>
internal sealed class Rig : IAsyncDisposable
{
    public const string Anna = "+447700900123";

    private readonly ServiceProvider parts;
    private readonly string folder = Directory.CreateTempSubdirectory("companion-rig-").FullName;
    private int messages;

    private Rig(Instant now, Action<ServiceSettings>? configure, OptOutSettings? optOut, DialogBook? dialogs, IStore? store, WaysToTell? ways)
    {
        Clock = new StandingClock(now);
        Store = store ?? new SqliteStore($"Data Source={Path.Combine(folder, "rig.db")};Pooling=False");
        Service = TestService.Shire(configure);
        parts = new ServiceCollection()
            .AddSingleton<IStore>(Store)
            .AddSingleton<IClock>(Clock)
            .AddSingleton(new ServiceBook(new Dictionary<string, ServiceSettings> { [Service.Key] = Service }))
            .AddSingleton(new LinkSettings { Key = "a test key that signs nothing else", BaseUrl = "https://companion.example" })
            .AddSingleton(optOut ?? new OptOutSettings())
            .AddSingleton(dialogs ?? ShippedDialogs.Book())
            .AddSingleton<ICarrier>(Carrier)
            .AddSingleton(ways ?? WaysToTell.All)
            .AddSingleton(new Summarisers(_ => Summariser))
            .AddWorkflows()
            .AddSingleton(new TextBook(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly, typeof(Rig).Assembly))
            .BuildServiceProvider();
    }

    public StandingClock Clock { get; }

    public TestCarrier Carrier { get; } = new();

    public Quoting Summariser { get; } = new();

    public IStore Store { get; }

    public ServiceSettings Service { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Rig> At(Instant now, Action<ServiceSettings>? configure = null, OptOutSettings? optOut = null, DialogBook? dialogs = null, IStore? store = null, WaysToTell? ways = null)
    {
        var rig = new Rig(now, configure, optOut, dialogs, store, ways);
        await rig.Store.Migrate(Cancel);
        return rig;
    }

    public T Part<T>()
        where T : notnull => parts.GetRequiredService<T>();

    /// <summary>A text arrives, and what it leads to is sent.</summary>
    public async Task<Receipt> Text(string words, string from = Anna, Channel channel = Channel.Sms)
    {
        var receipt = await Part<ReceiveMessage>().Handle(new Incoming(Service.Key, channel, $"SM{++messages}", from, words), Cancel);
        await Rest();
        return receipt;
    }

    /// <summary>Time passes, minute by minute, and what falls due happens.</summary>
    public async Task Pass(Duration by)
    {
        var until = Clock.Now + by;
        while (Clock.Now < until)
        {
            Clock.Now += Duration.FromMinutes(1);
            await Part<FireTimers>().Handle(100, Cancel);
            await Rest();
        }
    }

    /// <summary>Time passes until then, from one thing that falls due to the next.</summary>
    public async Task Play(Instant until)
    {
        while (await Next() is { } next && next <= until)
        {
            Clock.Now = Instant.Max(Clock.Now, next);
            await Part<FireTimers>().Handle(100, Cancel);
            await Rest();
        }

        Clock.Now = Instant.Max(Clock.Now, until);
    }

    /// <summary>Sends whatever may go now.</summary>
    public async Task Rest()
    {
        while (await Part<SendDue>().Handle(100, Cancel) > 0)
        {
        }
    }

    /// <summary>What the network was given for a number, in order.</summary>
    public IReadOnlyList<string> SentTo(string number) => Carrier.Carried.Where(m => m.To == number).Select(m => m.Words).ToList();

    public async Task<List<T>> All<T>()
        where T : class
    {
        await using var db = Store.Read();
        return await db.Set<T>().ToListAsync(Cancel);
    }

    private async Task<Instant?> Next()
    {
        await using var db = Store.Read();
        var timer = await db.Timers.OrderBy(row => row.DueAt).Select(row => (Instant?)row.DueAt).FirstOrDefaultAsync(Cancel);
        var text = await db.Outbound.Where(row => row.Status == SendStatus.Queued).OrderBy(row => row.DueAt).Select(row => (Instant?)row.DueAt).FirstOrDefaultAsync(Cancel);
        return timer is { } one && text is { } other ? Instant.Min(one, other) : timer ?? text;
    }

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A service as a configuration would make it.</summary>
internal static class TestService
{
    public const string FirstOnCall = "+447700900901";
    public const string SecondOnCall = "+447700900902";

    public static ServiceSettings Shire(Action<ServiceSettings>? configure = null)
    {
        var service = new ServiceSettings
        {
            Name = "Shire Social Prescribing",
            NeutralName = "Shire Links",
            Number = "+447700900100",
            Phone = "01632 960 100",
            Area = "M1 M2",
            SpacingMinutes = 0, // so that a test of one text need not wait for another
            QuietAfterTalkMinutes = 0,
            Surgeries = new() { ["Y99901"] = "Oak Lane Surgery" },
            OnCall = new()
            {
                ["1"] = new OnCallSettings { Name = "Sam", Text = FirstOnCall, Hours = "always" },
                ["2"] = new OnCallSettings { Name = "Mo", Text = SecondOnCall, Call = SecondOnCall, Hours = "always" },
            },
        };
        configure?.Invoke(service);
        Assert.Empty(service.Prepare("shire"));
        return service;
    }
}
