using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Companion.Bot.Tests.Models;

/// <summary>
/// A model behind OpenAI's chat-completions protocol on loopback: it keeps every request, and answers, whole or in pieces as it is asked, or
/// misbehaves.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    public const string Key = "a-key-for-tests-only";
    public const string Model = "test-model";

    private readonly WebApplication app;

    private ModelServer(WebApplication app) => this.app = app;

    /// <summary>Up to and with its version.</summary>
    public string Endpoint => app.Urls.Single() + "/v1";

    /// <summary>What it does next, each once; then <see cref="Always"/>.</summary>
    public ConcurrentQueue<Func<Asking, Task>> Next { get; } = new();

    public Func<Asking, Task> Always { get; set; } = asking => asking.Say("""{"sentences":[]}""");

    /// <summary>What it was sent, letter by letter.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Every path and header that it was sent.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    public static async Task<ModelServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var server = new ModelServer(built);
        built.Run(server.Answer);
        await built.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(body);
        Heads.Enqueue($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n" + string.Join('\n', http.Request.Headers.Select(head => $"{head.Key}: {head.Value}")));
        using var request = JsonDocument.Parse(body);
        await (Next.TryDequeue(out var next) ? next : Always)(new Asking(http, request.RootElement));
    }
}

/// <summary>One request, and the ways to answer it.</summary>
/// <param name="Http">The exchange.</param>
/// <param name="Request">What was asked.</param>
internal sealed record Asking(HttpContext Http, JsonElement Request)
{
    public bool IsStreamed => Request.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    /// <summary>The episode as the model reads it.</summary>
    public JsonElement Episode => JsonSerializer.Deserialize<JsonElement>(Request.GetProperty("messages")[1].GetProperty("content").GetString()!);

    /// <summary>Answers with these words as a model that finished.</summary>
    public async Task Say(string words, string finish = "stop", string? refusal = null, bool withUsage = true)
    {
        var usage = new { prompt_tokens = 812, completion_tokens = 96, total_tokens = 908 };
        if (!IsStreamed)
        {
            await Write(200, JsonSerializer.Serialize(new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1_772_442_000,
                model = ModelServer.Model,
                choices = new[] { new { index = 0, message = new { role = "assistant", content = words, refusal }, finish_reason = finish } },
                usage = withUsage ? usage : null,
            }));
            return;
        }

        Http.Response.ContentType = "text/event-stream";
        foreach (var piece in words.Chunk(400).Select(letters => new string(letters)))
        {
            await Piece(new { content = piece }, null);
        }

        if (refusal is not null)
        {
            await Piece(new { refusal }, null);
        }

        await Piece(new { }, finish);
        if (withUsage)
        {
            await Send(JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1_772_442_000, model = ModelServer.Model, choices = Array.Empty<object>(), usage }));
        }

        await Send("[DONE]");
    }

    /// <summary>Answers with half of an answer and cuts the line.</summary>
    public async Task BreakOff(string words)
    {
        if (IsStreamed)
        {
            Http.Response.ContentType = "text/event-stream";
            await Piece(new { content = words }, null);
        }
        else
        {
            Http.Response.ContentType = "application/json";
            Http.Response.ContentLength = 100_000;
            await Http.Response.WriteAsync($$"""{"id":"chatcmpl-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"{{words}}""");
        }

        await Http.Response.Body.FlushAsync();
        Http.Abort();
    }

    /// <summary>Answers with an error as OpenAI's protocol shapes it.</summary>
    public Task Fail(int status, string code, string message) =>
        Write(status, JsonSerializer.Serialize(new { error = new { message, type = "error", param = (string?)null, code } }));

    public async Task Write(int status, string body)
    {
        Http.Response.StatusCode = status;
        Http.Response.ContentType = "application/json";
        await Http.Response.WriteAsync(body);
    }

    private Task Piece(object delta, string? finish) => Send(JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion.chunk",
        created = 1_772_442_000,
        model = ModelServer.Model,
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
    }));

    private async Task Send(string data)
    {
        await Http.Response.WriteAsync($"data: {data}\n\n");
        await Http.Response.Body.FlushAsync();
    }
}
