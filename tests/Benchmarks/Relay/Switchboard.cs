using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Companion.Benchmarks.Relay;

/// <summary>Teams' connector, that takes everything at once and remembers when each marked word came to it.</summary>
internal sealed partial class Switchboard : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, JsonObject> cards = new(StringComparer.Ordinal);
    private int ids;

    private Switchboard(WebApplication app) => this.app = app;

    public string ServiceUrl => app.Urls.Single() + "/";

    /// <summary>When a word was first shown in any chat, by the word.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Seen => seen;

    /// <summary>What the buttons of the channel's cards send, one for each hand-off.</summary>
    public IReadOnlyCollection<JsonObject> Cards => [.. cards.Values];

    public static async Task<Switchboard> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var board = new Switchboard(built);
        built.MapPost("/v3/conversations", (RequestDelegate)board.Take);
        built.MapPost("/v3/conversations/{conversation}/activities", (RequestDelegate)board.Take);
        built.MapPut("/v3/conversations/{conversation}/activities/{activity}", (RequestDelegate)board.Take);
        await built.StartAsync();
        return board;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var word in Marked().Matches(body).Select(match => match.Value))
        {
            seen.TryAdd(word, now);
        }

        if (body.Contains("\"pickUp\"", StringComparison.Ordinal))
        {
            Keep(JsonNode.Parse(body));
        }

        var id = Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"id":"{{id}}","activityId":"{{id}}"}""");
    }

    private void Keep(JsonNode? node)
    {
        if (node is JsonObject one)
        {
            if (one["verb"] is JsonValue verb && verb.TryGetValue<string>(out var name) && name == "pickUp" && one["data"] is JsonObject data)
            {
                cards.TryAdd((string)data["handOff"]!, data.DeepClone().AsObject());
            }

            one.ToList().ForEach(part => Keep(part.Value));
        }
        else if (node is JsonArray list)
        {
            list.ToList().ForEach(Keep);
        }
    }

    [GeneratedRegex("mark[0-9]+x[0-9]+")]
    private static partial Regex Marked();
}
