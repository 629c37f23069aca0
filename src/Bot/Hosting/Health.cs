using Companion.Workflows.Storage;

namespace Companion.Bot.Hosting;

/// <summary>The probes.</summary>
public static class Health
{
    /// <summary>Maps /health/live and /health/ready.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        routes.MapGet("/health/ready", async (IStore store, CancellationToken cancel) =>
            await store.Trouble(cancel) is { } reason
                ? Results.Json(new { status = "unavailable", reason }, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Results.Json(new { status = "ready" }));
    }
}
