using System.Globalization;
using Companion.Bot.Channels.Twilio;
using Companion.Tests.Support.Load;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Companion.Benchmarks.Floors;

/// <summary>
/// The least an inbound webhook can do: check the signature, make one row durable, answer. It admits calls by Companion's own
/// guard, so what it is quicker by is what a turn costs.
/// </summary>
internal static class FloorApp
{
    private static readonly byte[] Nothing = "<Response></Response>"u8.ToArray();

    /// <summary>Serves until it is ended.</summary>
    /// <param name="arguments">Port, sqlite or postgres, own or shared (commits), connection string.</param>
    public static async Task Run(IReadOnlyList<string> arguments)
    {
        await using var rows = Open(arguments[1], arguments[2] == "shared", arguments[3]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:" + int.Parse(arguments[0], CultureInfo.InvariantCulture));
        builder.Services
            .AddMetrics()
            .AddSingleton(new TwilioSettings { AuthToken = SignedText.Token, PublicUrl = SignedText.PublicUrl })
            .AddSingleton<TwilioMeter>()
            .AddSingleton<TwilioGuard>();
        var app = builder.Build();
        var guard = app.Services.GetRequiredService<TwilioGuard>();
        app.MapGet("/health/ready", (RequestDelegate)(_ => Task.CompletedTask));
        app.MapPost(SignedText.Path, (RequestDelegate)(http => Take(http, guard, rows)));
        await app.RunAsync();
    }

    private static async Task Take(HttpContext http, TwilioGuard guard, IFloorRows rows)
    {
        if (await guard.Admit(http) is not { } form)
        {
            return;
        }

        await rows.Add(new FloorRow(form["MessageSid"]!, form["From"]!, form["Body"]!));
        http.Response.ContentType = "text/xml";
        http.Response.ContentLength = Nothing.Length;
        await http.Response.Body.WriteAsync(Nothing);
    }

    private static IFloorRows Open(string store, bool shared, string connectionString) => (store, shared) switch
    {
        ("sqlite", _) => new SqliteFloor(connectionString, shared),
        (_, true) => new PostgresSharedFloor(connectionString),
        _ => new PostgresFloor(connectionString),
    };
}
