using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Companion.Bot.Tests.Channels;

/// <summary>Twilio's REST API on loopback: it keeps what it is given, lists it, sends signed receipts, and misbehaves on demand.</summary>
internal sealed class FakeTwilio : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;
    private int made;

    private FakeTwilio(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public ConcurrentQueue<Fault> Faults { get; } = new();

    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    public List<FakeItem> Messages { get; } = [];

    public List<FakeItem> Calls { get; } = [];

    /// <summary>How many a page of a list holds at most, whatever is asked.</summary>
    public int PageSize { get; set; } = 50;

    public static async Task<FakeTwilio> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var fake = new FakeTwilio(built);
        built.MapPost("/2010-04-01/Accounts/{account}/{kind}.json", (HttpContext http, string account, string kind) => fake.Create(http, kind));
        built.MapGet("/2010-04-01/Accounts/{account}/{kind}.json", (HttpContext http, string account, string kind) => fake.List(http, kind));
        await built.StartAsync();
        return fake;
    }

    /// <summary>Signs a form as Twilio does; written apart from the code under test.</summary>
    public static string Sign(string url, string form, string token = Token)
    {
        var fields = form.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Key: HttpUtility.UrlDecode(pair[0]), Value: HttpUtility.UrlDecode(pair.ElementAtOrDefault(1) ?? "")))
            .Distinct()
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal);
        var signed = url + string.Concat(fields.Select(field => field.Key + field.Value));
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed)));
    }

    /// <summary>Sends a receipt for an item to the address it was made with.</summary>
    public async Task<HttpResponseMessage> Receipt(HttpClient http, string publicUrl, FakeItem item, string status, int? code = null)
    {
        (item.Status, item.ErrorCode) = (status, code);
        var isCall = item.Sid.StartsWith("CA", StringComparison.Ordinal);
        var form = isCall ? $"CallSid={item.Sid}&CallStatus={status}" : $"MessageSid={item.Sid}&SmsSid={item.Sid}&MessageStatus={status}&SmsStatus={status}";
        form += $"&AccountSid={Account}&To={Uri.EscapeDataString(item.Fields["To"])}" + (code is null ? "" : $"&ErrorCode={code}");
        var callback = item.Fields["StatusCallback"];
        using var request = new HttpRequestMessage(HttpMethod.Post, callback[publicUrl.Length..].TrimStart('/'))
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("X-Twilio-Signature", Sign(callback, form));
        return await http.SendAsync(request);
    }

    /// <summary>Puts something into the list that was not made here.</summary>
    public FakeItem Hold(IReadOnlyDictionary<string, string> fields, DateTimeOffset at, string direction = "outbound-api", string status = "delivered")
    {
        var item = new FakeItem { Sid = NextSid("SM"), Fields = fields, Made = at, Direction = direction, Status = status };
        Messages.Add(item);
        return item;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Create(HttpContext http, string kind)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var fault = Faults.TryDequeue(out var next) ? next : Fault.None;
        if (fault is Fault.CutBeforeTaking)
        {
            http.Abort();
            return;
        }

        if (Refusal(fault) is { } refusal)
        {
            if (fault == Fault.TooMany)
            {
                http.Response.Headers.RetryAfter = "7";
            }

            await Answer(http, body, refusal.Status, new JsonObject
            {
                ["code"] = refusal.Code,
                ["message"] = "The 'To' number is not to be repeated in a log.",
                ["more_info"] = "https://www.twilio.com/docs/errors/" + refusal.Code,
                ["status"] = refusal.Status,
            }.ToJsonString());
            return;
        }

        var item = Take(kind, body);
        switch (fault)
        {
            case Fault.CutAfterTaking:
                http.Abort();
                break;
            case Fault.SilentAfterTaking:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case Fault.BrokenAnswerAfterTaking:
                await Answer(http, body, 201, "{\"sid\": \"SM");
                break;
            case Fault.ServerErrorAfterTaking:
                await Answer(http, body, 500, "<html>oops</html>");
                break;
            default:
                await Answer(http, body, 201, Json(item).ToJsonString());
                break;
        }
    }

    private static (int Status, int Code)? Refusal(Fault fault) => fault switch
    {
        Fault.TooMany => (429, 20429),
        Fault.Unauthorised => (401, 20003),
        Fault.ServerError => (503, 20503),
        Fault.OptedOut => (400, 21610),
        Fault.Landline => (400, 21635),
        Fault.UnknownCode => (400, 29999),
        _ => null,
    };

    private FakeItem Take(string kind, string body)
    {
        var form = HttpUtility.ParseQueryString(body);
        var item = new FakeItem
        {
            Sid = NextSid(kind == "Calls" ? "CA" : "SM"),
            Fields = form.AllKeys.ToDictionary(key => key!, key => form[key]!),
            Made = TimeProvider.System.GetUtcNow(),
            Status = form["MessagingServiceSid"] is null ? "queued" : "accepted",
        };
        lock (Messages)
        {
            (kind == "Calls" ? Calls : Messages).Add(item);
        }

        return item;
    }

    private async Task List(HttpContext http, string kind)
    {
        if (Faults.TryDequeue(out var fault) && Refusal(fault) is { } refusal)
        {
            await Answer(http, "", refusal.Status, "{}");
            return;
        }

        var query = http.Request.Query;
        var size = Math.Min(PageSize, int.Parse(query["PageSize"].ToString(), CultureInfo.InvariantCulture));
        var page = int.TryParse(query["Page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = (kind == "Calls" ? Calls : Messages)
            .Where(item => item.Fields["To"] == query["To"])
            .OrderByDescending(item => item.Made)
            .ThenByDescending(item => item.Sid, StringComparer.Ordinal)
            .ToList();
        var path = $"{http.Request.Path}?To={Uri.EscapeDataString(query["To"].ToString())}&PageSize={size}";
        await Answer(http, "", 200, new JsonObject
        {
            ["page"] = page,
            ["page_size"] = size,
            ["uri"] = $"{path}&Page={page}",
            ["next_page_uri"] = found.Count > (page + 1) * size ? $"{path}&Page={page + 1}&PageToken=PA{page}" : null,
            [kind.ToLowerInvariant()] = new JsonArray(found.Skip(page * size).Take(size).Select(JsonNode (item) => Json(item)).ToArray()),
        }.ToJsonString());
    }

    private async Task Answer(HttpContext http, string body, int status, string answer)
    {
        Requests.Enqueue(new FakeRequest(
            http.Request.Method,
            http.Request.Path,
            http.Request.QueryString.Value!,
            http.Request.Headers.Authorization.ToString(),
            http.Request.ContentType ?? "",
            body,
            status,
            answer));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer);
    }

    private static JsonObject Json(FakeItem item) => new()
    {
        ["sid"] = item.Sid,
        ["account_sid"] = Account,
        ["api_version"] = "2010-04-01",
        ["body"] = item.Fields.GetValueOrDefault("Body"),
        ["to"] = item.Fields["To"],
        ["from"] = item.Fields.GetValueOrDefault("From"),
        ["messaging_service_sid"] = item.Fields.GetValueOrDefault("MessagingServiceSid"),
        ["direction"] = item.Direction,
        ["status"] = item.Status,
        ["error_code"] = item.ErrorCode,
        ["error_message"] = null,
        ["num_media"] = "0",
        ["num_segments"] = "1",
        ["price"] = null,
        ["price_unit"] = "GBP",
        ["date_created"] = item.Made.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        ["date_updated"] = item.Made.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        ["date_sent"] = null,
        ["uri"] = $"/2010-04-01/Accounts/{Account}/Messages/{item.Sid}.json",
        ["subresource_uris"] = new JsonObject(),
    };

    private string NextSid(string prefix) => prefix + Interlocked.Increment(ref made).ToString("x32", CultureInfo.InvariantCulture);
}
