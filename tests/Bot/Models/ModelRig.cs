using System.Text.Encodings.Web;
using System.Text.Json;
using Companion.Bot.Models;
using Companion.Bot.Tests.Channels;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using Companion.Workflows.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Companion.Bot.Tests.Models;

/// <summary>The summarisers of a service as the host registers them, over a model on loopback, a real store and a time that is held.</summary>
internal sealed class ModelRig : IAsyncDisposable
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string folder = Directory.CreateTempSubdirectory("companion-model-").FullName;
    private readonly ServiceProvider parts;
    private readonly SqliteStore store;

    private ModelRig(ModelServer server, ModelSettings settings, Action<ServiceSettings>? configure)
    {
        Server = server;
        var service = new ServiceSettings();
        service.Summaries.Model = true;
        configure?.Invoke(service);
        _ = service.Prepare(Service).ToList();
        store = new SqliteStore($"Data Source={Path.Combine(folder, "model.db")};Pooling=False");
        parts = new ServiceCollection()
            .AddLogging(logs => logs.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<IStore>(store)
            .AddSingleton<IClock>(Clock)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new ServiceBook(new Dictionary<string, ServiceSettings> { [Service] = service }))
            .AddSingleton(new TextBook(typeof(WorkflowParts).Assembly))
            .AddSingleton<ExtractiveSummariser>()
            .AddSingleton(_ => new CompanionMeter())
            .AddModel(settings)
            .BuildServiceProvider();
    }

    public const string Service = "shire";

    public ModelServer Server { get; }

    public HeldTime Time { get; } = new();

    public StandingClock Clock { get; } = new(Instant.FromUtc(2026, 3, 2, 9, 0));

    public LogBook Logs { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ModelRig> Start(bool stream = false, Action<ServiceSettings>? configure = null, Action<ModelSettings>? model = null)
    {
        var server = await ModelServer.Start();
        var settings = new ModelSettings
        {
            Endpoint = server.Endpoint,
            ApiKey = ModelServer.Key,
            Name = ModelServer.Model,
            Stream = stream,
            PencePerMillionTokensIn = 250,
            PencePerMillionTokensOut = 1_000,
        };
        model?.Invoke(settings);
        var rig = new ModelRig(server, settings, configure);
        await rig.store.Migrate(Cancel);
        return rig;
    }

    public T Part<T>()
        where T : notnull => parts.GetRequiredService<T>();

    public Task<Draft> Summarise(Episode episode, Purpose purpose = Purpose.Closed) =>
        Part<ChooseSummariser>().Of(Service).Summarise(episode, purpose, Cancel);

    /// <summary>Tokens put down for the service, of all days.</summary>
    public async Task<int> Spent()
    {
        await using var db = store.Read();
        return db.Set<ModelCall>().Sum(call => call.Tokens);
    }

    /// <summary>An answer of these sentences as a model writes it.</summary>
    public static string Answer(params IEnumerable<(string Heading, string Sentence, string Cite)> sentences) => JsonSerializer.Serialize(
        new { sentences = sentences.Select(one => new { heading = one.Heading, sentence = one.Sentence, cites = new[] { one.Cite } }) }, AsItIs);

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await store.DisposeAsync();
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
