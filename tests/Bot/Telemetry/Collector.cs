using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Companion.Bot.Tests.Telemetry;

/// <summary>Stands for an OpenTelemetry collector on this machine: keeps what it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>What came: the path, the kind of content and the bytes, a letter each.</summary>
    public ConcurrentQueue<(string Path, string? ContentType, string Body)> Came { get; } = new();

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var collector = new Collector(built);
        built.MapPost("/v1/{signal}", collector.Take);
        await built.StartAsync();
        return collector;
    }

    /// <summary>Everything that came to a path.</summary>
    public string At(string path) => string.Concat(Came.Where(came => came.Path == path).Select(came => came.Body));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Came.Enqueue((http.Request.Path, http.Request.ContentType, System.Text.Encoding.Latin1.GetString(body.ToArray())));
    }
}
