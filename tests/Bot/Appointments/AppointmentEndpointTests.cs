using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.Appointments;
using Companion.Workflows.Sending;

namespace Companion.Bot.Tests.Appointments;

/// <summary><c>POST /appointments</c> as a case system calls it, and as others try to.</summary>
public sealed class AppointmentEndpointTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_books_moves_and_calls_off_and_a_call_sent_again_is_answered_as_before()
    {
        await using var app = await Referred.Start();
        var reference = (await app.Referral()).Reference;

        Assert.Equal((HttpStatusCode.Created, "booked"), await Result(app, "1", Body(app, reference, 7)));
        Assert.Equal((HttpStatusCode.Created, "booked"), await Result(app, "1", Body(app, reference, 7)));
        Assert.Equal((HttpStatusCode.OK, "unchanged"), await Result(app, "2", Body(app, reference, 7)));
        Assert.Equal((HttpStatusCode.OK, "moved"), await Result(app, "3", Body(app, reference, 8)));
        Assert.Equal((HttpStatusCode.OK, "cancelled"), await Result(app, "4", """{"externalId":"A-17","status":"cancelled"}"""));
        Assert.Equal((HttpStatusCode.OK, "unchanged"), await Result(app, "5", """{"externalId":"A-17","status":"cancelled"}"""));
        Assert.Equal(HttpStatusCode.Conflict, (await Post(app, "6", Body(app, reference, 9))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(app, "7", """{"externalId":"B-1","status":"cancelled"}""")).StatusCode);

        var one = Assert.Single(await app.All<Appointment>());
        Assert.Equal((AppointmentStatus.CancelledByService, 3, AppointmentSource.Api), (one.Status, one.Version, one.Source));
        Assert.InRange((await app.All<OutboundMessage>()).Count(text => text.TextKey == "appointment.booked" && text.Status != SendStatus.Superseded), 0, 1);
    }

    [Fact]
    public async Task The_same_name_with_another_body_is_refused()
    {
        await using var app = await Referred.Start();
        var reference = (await app.Referral()).Reference;
        await Post(app, "1", Body(app, reference, 7));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Idempotency-Key"), await Problem(await Post(app, "1", Body(app, reference, 8))));
        Assert.Equal(1, Assert.Single(await app.All<Appointment>()).Version);
    }

    [Fact]
    public async Task Ten_at_once_book_one()
    {
        await using var app = await Referred.Start();
        var body = Body(app, (await app.Referral()).Reference, 7);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(call => Post(app, $"call-{call % 3}", body)));

        Assert.Single(await app.All<Appointment>());
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        Assert.Single(await app.All<OutboundMessage>(), text => text.TextKey == "appointment.booked");
    }

    [Fact]
    public async Task Each_wrong_field_is_named_and_nothing_is_done()
    {
        await using var app = await Referred.Start();
        var right = new Dictionary<string, object?>
        {
            ["externalId"] = "A-17",
            ["reference"] = (await app.Referral()).Reference,
            ["kind"] = "phone",
            ["date"] = app.Day(7),
            ["time"] = "14:30",
        };
        (string Field, object? Wrong)[] wrongs =
        [
            ("externalId", null), ("externalId", 7), ("reference", "ZZZZZZ"), ("kind", "carrier pigeon"), ("kind", "faceToFace"), ("date", "03/04/2026"), ("date", "2026-02-30"),
            ("date", "2020-01-01"), ("time", "25:00"), ("minutes", 1), ("minutes", "long"), ("with", new string('x', 30)), ("status", "maybe"), ("phone", "12345"), ("colour", "blue"),
        ];
        foreach (var ((field, wrong), at) in wrongs.Select((one, at) => (one, at)))
        {
            var (status, named) = await Problem(await Post(app, $"wrong-{at}", JsonSerializer.Serialize(new Dictionary<string, object?>(right) { [field] = wrong })));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, wrong is "faceToFace" ? "place" : field), (status, named));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await Post(app, "broken", "{")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(app, "list", "[]")).StatusCode);
        Assert.Empty(await app.All<Appointment>());
        Assert.Empty(await app.All<ApiCall>());
    }

    [Fact]
    public async Task Nothing_enters_without_a_key_a_name_or_in_too_many_letters()
    {
        await using var app = await Referred.Start();
        var body = Body(app, (await app.Referral()).Reference, 7);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(app, "1", body, key: null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(app, "1", body, key: Referred.Key + "x")).StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "Idempotency-Key"), await Problem(await Post(app, null, body)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Post(app, "1", new string(' ', 65 * 1024) + body)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Post(app, "1", body, type: "text/plain")).StatusCode);
        Assert.Empty(await app.All<Appointment>());

        await using var closed = await Referred.Start(withKey: false);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(closed, "1", body, key: "")).StatusCode);
    }

    [Fact]
    public async Task A_new_number_is_only_claimed_and_asked_the_neutral_question()
    {
        await using var app = await Referred.Start();
        var body = $$"""{"externalId":"A-18","reference":"{{(await app.Referral()).Reference}}","phone":"07700900555","kind":"phone","date":"{{app.Day(7)}}","time":"10:30"}""";

        Assert.Equal(HttpStatusCode.Created, (await Post(app, "1", body)).StatusCode);

        var texts = (await app.All<OutboundMessage>()).Where(text => text.To == "+447700900555").ToList();
        Assert.Equal("consent.textable.ask", Assert.Single(texts).TextKey);
    }

    private static string Body(CompanionApp app, string reference, int days) =>
        $$"""{"externalId":"A-17","reference":"{{reference}}","kind":"phone","date":"{{app.Day(days)}}","time":"14:30","minutes":30,"with":"Jo"}""";

    private static async Task<(HttpStatusCode, string?)> Result(CompanionApp app, string name, string body)
    {
        var answer = await Post(app, name, body);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return (answer.StatusCode, json.RootElement.TryGetProperty("result", out var result) ? result.GetString() : json.RootElement.GetRawText());
    }

    private static async Task<(HttpStatusCode, string?)> Problem(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        return (answer.StatusCode, json.RootElement.GetProperty("field").GetString());
    }

    private static async Task<HttpResponseMessage> Post(CompanionApp app, string? name, string body, string? key = Referred.Key, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Address + "/appointments") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        if (name is not null)
        {
            request.Headers.Add("Idempotency-Key", name);
        }

        return await Http.SendAsync(request, Cancel);
    }
}
