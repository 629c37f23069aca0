using System.Globalization;
using System.Text.Json;
using Companion.Workflows.Sending;
using NodaTime;
using Polly;
using Polly.Retry;

namespace Companion.Bot.Channels.Twilio;

/// <summary>
/// Asks Twilio what became of a text or call whose answer was lost, by reading its list. Only reading is ever repeated.
/// </summary>
public sealed class TwilioList
{
    private const int PageSize = 200;
    private const int MostPages = 20;

    /// <summary>Their clock against ours.</summary>
    private static readonly Duration Skew = Duration.FromMinutes(2);

    private readonly TwilioApi api;
    private readonly ResiliencePipeline patience;

    /// <summary>Lists of one account.</summary>
    public TwilioList(TwilioApi api, TimeProvider time)
    {
        this.api = api;
        patience = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<JsonException>(),
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
            })
            .Build();
    }

    /// <summary>
    /// What became of a message: the earliest item made since, to the same number, that is <paramref name="isIt"/> and nobody else's;
    /// <see cref="Delivery.NotNow"/> when there certainly is none; null when Twilio cannot say.
    /// </summary>
    /// <remarks>
    /// The list is not narrowed by DateSent, because a text that still waits in Twilio's queue has none; it comes newest first, and
    /// reading ends where it is older than the message.
    /// </remarks>
    public async Task<Delivery?> Find(
        string kind, OutboundMessage message, IReadOnlySet<string> known, Func<JsonElement, bool> isIt, CancellationToken cancel)
    {
        var next = $"{kind}.json?To={Uri.EscapeDataString(message.To)}&PageSize={PageSize}";
        var (found, since, last) = ((Delivery?)null, message.CreatedAt - Skew, Instant.MaxValue);
        try
        {
            for (var page = 0; page < MostPages && next is not null; page++)
            {
                using var json = await patience.ExecuteAsync(async token => await api.List(next, token), cancel);
                var sorted = true;
                foreach (var item in json.RootElement.GetProperty(kind.ToLowerInvariant()).EnumerateArray())
                {
                    var made = Made(item);
                    sorted &= made <= last;
                    last = made;
                    if (made >= since && TwilioApi.Text(item, "sid") is { } sid && !known.Contains(sid) && isIt(item))
                    {
                        found = TwilioApi.Read(item); // newest first, so the last one found is the earliest
                    }
                }

                next = sorted && last < since ? null : TwilioApi.Text(json.RootElement, "next_page_uri");
            }
        }
        catch (Exception trouble) when (trouble is HttpRequestException or JsonException or OperationCanceledException or KeyNotFoundException)
        {
            return null;
        }

        return found ?? (next is null ? new Delivery.NotNow("Twilio never got it.") : null);
    }

    // An item without a readable time is treated as new, so that it is looked at and does not end the reading.
    private static Instant Made(JsonElement item) =>
        DateTimeOffset.TryParse(TwilioApi.Text(item, "date_created"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var made)
            ? Instant.FromDateTimeOffset(made)
            : Instant.MaxValue;
}
