using Companion.Bot.Channels;
using Companion.Workflows.Storage;

namespace Companion.Bot.Hosting;

/// <summary>The probes. Trouble at a provider does not take Companion out of service: people are heard, and what waits goes later.</summary>
public static class Health
{
    /// <summary>Maps /health/live and /health/ready.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        routes.MapGet("/health/ready", async (IStore store, ProviderHealth providers, CancellationToken cancel) =>
            await store.Trouble(cancel) is { } reason
                ? Results.Json(new { status = "unavailable", reason }, statusCode: StatusCodes.Status503ServiceUnavailable)
                : Ready(providers.Reasons()));
    }

    private static IResult Ready(IReadOnlyList<string> reasons) =>
        reasons.Count > 0 ? Results.Json(new { status = "degraded", reasons }) : Results.Json(new { status = "ready" });
}
