using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Channels.Twilio;

/// <summary>
/// The two calls of Twilio's REST API that we need: create a text or call, and list them. A create is never repeated here: whether
/// it may be is for the row's outcome to say.
/// </summary>
public sealed class TwilioApi
{
    /// <summary>The longest a call may take; well below the lease of a claimed row.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient http;
    private readonly string account;

    /// <summary>The API of one account.</summary>
    public TwilioApi(HttpClient http, TwilioSettings settings)
    {
        this.http = http;
        account = $"{settings.ApiBase.TrimEnd('/')}/2010-04-01/Accounts/{settings.AccountSid}";
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}")));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Creates a text (<c>Messages</c>) or a call (<c>Calls</c>), once.</summary>
    public async Task<Delivery> Create(string kind, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        using var form = new WatchedForm(fields);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{account}/{kind}.json") { Content = form };
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return Outcome(response, await response.Content.ReadAsStringAsync(cancel));
        }
        catch (Exception trouble) when (trouble is HttpRequestException or OperationCanceledException or IOException)
        {
            return form.Begun
                ? new Delivery.Unclear("The connection to Twilio broke before it answered.")
                : new Delivery.NotNow("Twilio could not be reached.");
        }
    }

    /// <summary>One page of a list.</summary>
    /// <param name="pathOrKind">The kind and query of the first page, or the path Twilio gave for the next one.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="HttpRequestException">Twilio did not answer with a list.</exception>
    /// <exception cref="JsonException">The answer is broken.</exception>
    public async Task<JsonDocument> List(string pathOrKind, CancellationToken cancel)
    {
        var root = new Uri(account);
        var address = pathOrKind.StartsWith('/') ? new Uri(root, pathOrKind) : new Uri($"{account}/{pathOrKind}");
        if (!address.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal) || address.Authority != root.Authority)
        {
            throw new HttpRequestException("The next page is not on the account's own list.");
        }

        using var response = await http.GetAsync(address, cancel);
        response.EnsureSuccessStatusCode();
        return await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancel), cancellationToken: cancel);
    }

    /// <summary>How far one text or call of a list, or the answer to a create, is; null when it has no sid.</summary>
    internal static Delivery? Read(JsonElement item)
    {
        if (Text(item, "sid") is not { } sid)
        {
            return null;
        }

        var code = item.TryGetProperty("error_code", out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : (int?)null;
        return TwilioStatus.Read(sid, Text(item, "status"), code) ?? new Delivery.Taken(sid);
    }

    /// <summary>A text property, or null.</summary>
    internal static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Delivery Outcome(HttpResponseMessage response, string body)
    {
        var after = response.Headers.RetryAfter?.Delta is { } wait ? Duration.FromTimeSpan(wait) : (Duration?)null;
        return (int)response.StatusCode switch
        {
            >= 200 and < 300 => Json(body, Read) ?? new Delivery.Unclear("Twilio's answer could not be read."),
            (int)HttpStatusCode.TooManyRequests => new Delivery.NotNow(TwilioErrors.Words(20429), after),
            (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden => new Delivery.NotNow(TwilioErrors.Words(20003), after),
            (int)HttpStatusCode.RequestTimeout => new Delivery.Unclear("Twilio gave up waiting for the request."),
            >= 400 and < 500 => Json(body, error => Error(error, after))
                ?? new Delivery.Refused(null, $"Twilio refused it with HTTP status {(int)response.StatusCode}."),
            var status => new Delivery.Unclear($"Twilio answered with HTTP status {status}."),
        };
    }

    private static Delivery? Error(JsonElement error, Duration? after) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) && code.TryGetInt32(out var number)
            ? TwilioErrors.Of(number, after)
            : null;

    private static Delivery? Json(string body, Func<JsonElement, Delivery?> read)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A form that knows whether its first byte may have left: before that, Twilio certainly has nothing.</summary>
    private sealed class WatchedForm(IEnumerable<KeyValuePair<string, string>> fields) : FormUrlEncodedContent(fields)
    {
        private volatile bool begun;

        public bool Begun => begun;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            begun = true;
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }
}
