using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Companion.Tests.Support.Load;

/// <summary>A text that was handed over.</summary>
/// <param name="Sid">Twilio's id.</param>
/// <param name="Row">The row of our outbox, from the callback address.</param>
/// <param name="To">The number.</param>
/// <param name="Words">The words.</param>
/// <param name="At">When.</param>
public sealed record HandedOver(string Sid, long Row, string To, string Words, DateTimeOffset At);

/// <summary>Twilio's REST API on loopback: takes every text at once, remembers it, and lists what it took when asked.</summary>
public sealed class AcceptingTwilio : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<HandedOver> taken = new();
    private int count;

    private AcceptingTwilio(WebApplication app) => this.app = app;

    /// <summary>For Twilio:ApiBase.</summary>
    public string Address => app.Urls.Single();

    /// <summary>How many texts were handed over.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Every text, in the order it came.</summary>
    public IReadOnlyList<HandedOver> Taken => taken.ToList();

    public static async Task<AcceptingTwilio> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var twilio = new AcceptingTwilio(built);
        built.MapPost("/2010-04-01/Accounts/{account}/Messages.json", (RequestDelegate)twilio.Take);
        built.MapGet("/2010-04-01/Accounts/{account}/Messages.json", (RequestDelegate)twilio.List);
        await built.StartAsync();
        return twilio;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync());
        var callback = form["StatusCallback"].ToString();
        var text = new HandedOver(
            "SM" + Interlocked.Increment(ref count).ToString("x32", CultureInfo.InvariantCulture),
            long.Parse(callback[(callback.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture),
            form["To"].ToString(),
            form["Body"].ToString(),
            TimeProvider.System.GetUtcNow());
        taken.Enqueue(text);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync($$"""{"sid":"{{text.Sid}}","status":"queued","error_code":null}""");
    }

    private Task List(HttpContext http)
    {
        var to = http.Request.Query["To"].ToString();
        var items = taken.Where(text => text.To == to).Reverse().Select(text => (JsonNode)new JsonObject
        {
            ["sid"] = text.Sid,
            ["to"] = text.To,
            ["body"] = text.Words,
            ["status"] = "queued",
            ["direction"] = "outbound-api",
            ["date_created"] = text.At.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        });
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(new JsonObject { ["messages"] = new JsonArray([.. items]), ["next_page_uri"] = null }.ToJsonString());
    }
}
