using System.Net;
using Polly;
using Polly.Retry;

namespace Companion.Bot.Channels.Teams;

/// <summary>The answers of a connector that ask for another try at once, as Teams documents them, and how long to wait before it.</summary>
internal static class ConnectorRetry
{
    /// <summary>A longer wait than this is not waited here: the post is put off.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private static readonly HttpStatusCode[] Again =
        [HttpStatusCode.PreconditionFailed, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.GatewayTimeout];

    /// <summary>Three more tries, further and further apart.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                UseJitter = true,
                ShouldHandle = outcome => ValueTask.FromResult(
                    outcome.Outcome.Result is { } answer && Again.Contains(answer.StatusCode) && !(AfterOf(answer) > LongestWait)),
                DelayGenerator = outcome => ValueTask.FromResult(outcome.Outcome.Result is { } answer ? AfterOf(answer) : null),
                OnRetry = outcome =>
                {
                    outcome.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .Build();

    /// <summary>How long an answer asks to wait; null when it does not say.</summary>
    public static TimeSpan? AfterOf(HttpResponseMessage answer) => answer.Headers.RetryAfter?.Delta;
}
