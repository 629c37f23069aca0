using System.Net;
using System.Text;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>
/// Asks a model, within nine seconds whatever it does: once more when it is busy or fails at once, unless it says that this is too early, and
/// not at all for a minute when it fails again and again. A link worker waits for this.
/// </summary>
public sealed class AskModel(IChatClient chat, ModelSettings settings, TimeProvider time)
{
    /// <summary>How long a model may take in all. One second of the ten is left for whoever writes instead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(9);

    private const int LongestAnswer = 20_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline steady = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(500),
            DelayGenerator = tried => ValueTask.FromResult((tried.Outcome.Exception as ToldToWaitException)?.Wait), // null: the delay above
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is HttpRequestException trouble && MayPass(trouble)),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromMinutes(2),
            BreakDuration = TimeSpan.FromMinutes(1),
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is not (null or OperationCanceledException)),
        })
        .Build();

    /// <summary>What it is configured with.</summary>
    internal ModelSettings Settings => settings;

    /// <summary>The time it goes by.</summary>
    internal TimeProvider Time => time;

    /// <summary>Asks.</summary>
    /// <returns>What came; a reason of <see cref="Why"/> when it is of no use. Throws only when <paramref name="cancel"/> says so.</returns>
    internal async Task<Asked> Ask(Question question, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await steady.ExecuteAsync(async token => await InTime(question, patience.Token, token), either.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or TimeoutException)
        {
            return Asked.Nothing(Why.Slow);
        }
        catch (BrokenCircuitException)
        {
            return Asked.Nothing(Why.Resting) with { WasSent = false };
        }
        catch (HttpRequestException trouble)
        {
            return Asked.Nothing(trouble.StatusCode == HttpStatusCode.TooManyRequests ? Why.Busy : Why.Failing) with { WasSent = trouble.StatusCode is null };
        }
        catch (Exception) // A chat client is somebody else's: whatever it throws, the link worker gets a draft.
        {
            return Asked.Nothing(Why.Failing);
        }
    }

    private static bool MayPass(HttpRequestException trouble) =>
        trouble is ToldToWaitException told ? told.Wait <= LongestWait : trouble.StatusCode is null or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    // A client that does not listen to being cancelled is left behind; one that ran out of our patience counts as failing.
    private async Task<Asked> InTime(Question question, CancellationToken patience, CancellationToken token)
    {
        try
        {
            var answer = settings.Stream ? Streamed(question, token) : chat.GetResponseAsync(question.Messages, question.Options, token);
            return Judged(await answer.WaitAsync(token));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private async Task<ChatResponse> Streamed(Question question, CancellationToken token)
    {
        var updates = new List<ChatResponseUpdate>();
        var length = 0;
        await foreach (var update in chat.GetStreamingResponseAsync(question.Messages, question.Options, token))
        {
            updates.Add(update);
            length += update.Text.Length;
            if (length > LongestAnswer)
            {
                break; // the rest would not be read
            }
        }

        return updates.ToChatResponse();
    }

    private Asked Judged(ChatResponse answer)
    {
        var text = answer.Text;
        var refused = answer.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().Any();
        var why = answer.FinishReason == ChatFinishReason.ContentFilter || refused ? Why.Filtered
            : text.Length > LongestAnswer || answer.FinishReason == ChatFinishReason.Length ? Why.Long
            : string.IsNullOrWhiteSpace(text) ? Why.Empty
            : null;
        return new Asked(
            why is null ? text : null,
            why,
            (int)(answer.Usage?.InputTokenCount ?? 0),
            (int)(answer.Usage?.OutputTokenCount ?? 0),
            Named(answer.ModelId));
    }

    // What a server calls its model is its own word: kept short, and without anything that is no letter of a name.
    private string Named(string? model)
    {
        var name = new StringBuilder();
        foreach (var letter in (model ?? settings.Name).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or ':' or '/').Take(80))
        {
            name.Append(letter);
        }

        return name.Length == 0 ? settings.Name : name.ToString();
    }
}

/// <summary>What came of asking.</summary>
/// <param name="Text">The answer, or null when it is of no use.</param>
/// <param name="Why">Why it is of no use; a key of <see cref="Asking.Why"/>.</param>
/// <param name="TokensIn">Tokens read; 0 when the provider did not say.</param>
/// <param name="TokensOut">Tokens written; 0 when the provider did not say.</param>
/// <param name="Model">The model as its provider names it; null when it never answered.</param>
internal sealed record Asked(string? Text, string? Why, int TokensIn, int TokensOut, string? Model)
{
    /// <summary>False when it is certain that nobody read the question, so that it costs nothing.</summary>
    public bool WasSent { get; init; } = true;

    /// <summary>No answer.</summary>
    public static Asked Nothing(string why) => new(null, why, 0, 0, null);
}
