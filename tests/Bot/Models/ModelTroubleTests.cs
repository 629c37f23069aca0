using System.Text;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Companion.Bot.Tests.Models;

/// <summary>Whatever a model does, the link worker has a checked draft, and reads why it is not the model's.</summary>
public sealed class ModelTroubleTests
{
    // Stands in every answer of these tests: it must be in no log and no draft.
    private const string Canary = "Zarquon";

    private const string NoEvents = "a page of something else";

    private static readonly string Sentence = ModelRig.Answer(("issues", Canary + " owes the shop 300 pounds.", "m2"));

    private static readonly Dictionary<string, (Func<Asking, Task> Does, string Why)> Troubles = new(StringComparer.Ordinal)
    {
        ["busy"] = (asking => asking.Fail(429, "rate_limit_exceeded", Canary), Why.Busy),
        ["busy for a minute"] = (asking => Busy(asking, "60"), Why.Busy),
        ["busy until a date"] = (asking => Busy(asking, "Wed, 21 Oct 2037 07:28:00 GMT"), Why.Busy),
        ["failing"] = (asking => asking.Fail(500, "server_error", Canary), Why.Failing),
        ["failing with a page"] = (asking => asking.Write(502, $"<html>{Canary}</html>"), Why.Failing),
        ["wrong key"] = (asking => asking.Fail(401, "invalid_api_key", Canary), Why.Failing),
        ["wrong request"] = (asking => asking.Fail(400, "invalid_request_error", Canary), Why.Failing),
        ["moved away"] = (Elsewhere, Why.Failing),
        ["cut off at once"] = (asking => Cut(asking), Why.Failing),
        ["cut off half way"] = (asking => asking.BreakOff("{\\\"sentences\\\":[{" + Canary), Why.Failing),
        [NoEvents] = (asking => asking.Write(200, $"<html>{Canary}</html>"), Why.Failing),
        ["half a JSON"] = (asking => asking.Say(Sentence[..^3]), Why.Nonsense),
        ["wrong schema"] = (asking => asking.Say($$"""{"summary":"{{Canary}}"}"""), Why.Nonsense),
        ["a heading of its own"] = (asking => asking.Say(ModelRig.Answer(("diagnosis", Canary, "m2"))), Why.Nonsense),
        ["more than was asked"] = (asking => asking.Say($$"""{"sentences":[],"note":"{{Canary}}"}"""), Why.Nonsense),
        ["null"] = (asking => asking.Say("null"), Why.Nonsense),
        ["nulls inside"] = (asking => asking.Say("""{"sentences":[{"heading":"issues","sentence":null,"cites":["m1"]}]}"""), Why.Nonsense),
        ["prose"] = (asking => asking.Say($"Sure! {Canary} owes 300 pounds."), Why.Nonsense),
        ["half a letter"] = (asking => asking.Say("""{"sentences":[{"heading":"issues","sentence":"\ud800","cites":["m1"]}]}"""), Why.Nonsense),
        ["deeply nested"] = (asking => asking.Say("{\"sentences\":" + new string('[', 5_000)), Why.Nonsense),
        ["an open fence"] = (asking => asking.Say("```json\n" + Sentence), Why.Nonsense),
        ["filtered answer"] = (asking => asking.Say(Canary, finish: "content_filter"), Why.Filtered),
        ["filtered question"] = (asking => asking.Fail(400, "content_filter", Canary), Why.Filtered),
        ["refusal"] = (asking => asking.Say("", refusal: "I cannot help with " + Canary), Why.Filtered),
        ["cut off by its length"] = (asking => asking.Say(Sentence[..^3], finish: "length"), Why.Long),
        ["100 KB"] = (asking => asking.Say(new StringBuilder().Insert(0, Canary + " ", 13_000).ToString()), Why.Long),
        ["empty"] = (asking => asking.Say(""), Why.Empty),
        ["blank"] = (asking => asking.Say(" \n "), Why.Empty),
        ["an empty list"] = (asking => asking.Say("""{"sentences":[]}"""), Why.Empty),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<string, bool>> All() => Troubles.Keys.SelectMany(name => new TheoryDataRow<string, bool>[] { new(name, false), new(name, true) });

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_a_model_does_there_is_a_checked_draft_with_the_reason(string trouble, bool stream)
    {
        await using var rig = await ModelRig.Start(stream);
        rig.Server.Always = Troubles[trouble].Does;

        var draft = await rig.Summarise(Talks.InDebt());

        var why = stream && trouble == NoEvents ? Why.Empty : Troubles[trouble].Why; // a stream that holds none of its events
        Assert.Equal((Writer.Extractive, why), (draft.Origin.Writer, draft.Origin.InsteadOf));
        Usable(draft);
        Assert.DoesNotContain(draft.Sentences, one => one.Text.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Canary, rig.Logs.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ModelServer.Key, rig.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("shop", rig.Logs.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_that_passes_is_tried_again_once(bool stream)
    {
        await using var rig = await ModelRig.Start(stream);
        rig.Server.Next.Enqueue(asking => asking.Fail(500, "server_error", Canary));
        rig.Server.Always = asking => asking.Say(ModelRig.Answer(("issues", "They owe the shop 300 pounds.", "m2")));

        Assert.Equal(Writer.Model, (await rig.Summarise(Talks.InDebt())).Origin.Writer);
        Assert.Equal(2, rig.Server.Requests.Count);
    }

    [Theory]
    [InlineData("1", 2)]
    [InlineData("60", 1)]
    public async Task A_busy_model_is_asked_again_only_after_the_time_it_named_and_only_if_that_is_short(string after, int requests)
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Next.Enqueue(asking => Busy(asking, after));
        rig.Server.Always = asking => asking.Say(ModelRig.Answer(("issues", "They owe the shop 300 pounds.", "m2")));

        var draft = await rig.Summarise(Talks.InDebt());

        Assert.Equal(requests, rig.Server.Requests.Count);
        Assert.Equal(requests == 2 ? [TimeSpan.FromSeconds(1)] : [], rig.Time.Waits);
        Assert.Equal(requests == 2 ? null : Why.Busy, draft.Origin.InsteadOf);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task One_that_hangs_is_left_after_nine_seconds(bool stream, bool afterSomeWords)
    {
        await using var rig = await ModelRig.Start(stream);
        var came = new TaskCompletionSource();
        rig.Server.Always = async asking =>
        {
            if (afterSomeWords)
            {
                await asking.Http.Response.WriteAsync(": still thinking\n\n", Cancel);
                await asking.Http.Response.Body.FlushAsync(Cancel);
            }

            came.SetResult();
            await Task.Delay(Timeout.Infinite, asking.Http.RequestAborted);
        };

        var drafting = rig.Summarise(Talks.InDebt());
        await came.Task.WaitAsync(Cancel);
        rig.Time.Move(AskModel.Patience - TimeSpan.FromMilliseconds(1));
        Assert.False(drafting.IsCompleted);
        rig.Time.Move(TimeSpan.FromMilliseconds(1));
        var draft = await drafting.WaitAsync(Cancel);

        Assert.Equal((Writer.Extractive, Why.Slow, Duration.FromSeconds(9)), (draft.Origin.Writer, draft.Origin.InsteadOf, draft.Origin.Took));
        Usable(draft);
        Assert.InRange(await rig.Spent(), 2_500, 10_000); // somebody may have read it
    }

    [Fact]
    public async Task One_that_fails_again_and_again_is_left_alone_for_a_minute()
    {
        await using var rig = await ModelRig.Start();
        rig.Server.Always = asking => asking.Fail(500, "server_error", Canary);
        while ((await rig.Summarise(Talks.InDebt())).Origin.InsteadOf == Why.Failing)
        {
        }

        var asked = rig.Server.Requests.Count;
        var resting = await rig.Summarise(Talks.InDebt());
        Assert.Equal(Why.Resting, resting.Origin.InsteadOf);
        Usable(resting);
        Assert.Equal(asked, rig.Server.Requests.Count);
        Assert.Equal(0, await rig.Spent());

        rig.Server.Always = asking => asking.Say(ModelRig.Answer(("issues", "They owe the shop 300 pounds.", "m2")));
        rig.Time.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(Writer.Model, (await rig.Summarise(Talks.InDebt())).Origin.Writer);
    }

    [Fact]
    public async Task A_spent_day_asks_nobody_and_says_so()
    {
        await using var rig = await ModelRig.Start(configure: service => service.Summaries.TokensPerDay = 1_000);

        var draft = await rig.Summarise(Talks.InDebt());

        Assert.Equal((Writer.Extractive, Why.Budget), (draft.Origin.Writer, draft.Origin.InsteadOf));
        Usable(draft);
        Assert.Empty(rig.Server.Requests);
    }

    // An address in the middle of other letters is nothing that the disguise knows; the guard, which is simpler, is not so sure.
    [Fact]
    public async Task What_the_guard_still_finds_after_the_disguise_does_not_leave()
    {
        await using var rig = await ModelRig.Start();

        var draft = await rig.Summarise(Talks.Of(["12 Oak Lane"], "I owe the shop 300 pounds", "send it to my12oaklanehouse please", "some days i want to die").WithRaised("m3", "want to die"));

        Assert.Equal((Writer.Extractive, Why.Leak), (draft.Origin.Writer, draft.Origin.InsteadOf));
        Usable(draft);
        Assert.Empty(rig.Server.Requests);
    }

    private static void Usable(Draft draft)
    {
        Assert.Contains(draft.Sentences, one => one.Fault is null && one.Text.Contains("300 pounds", StringComparison.Ordinal));
        Assert.Contains(draft.Sentences, one => one.Fault is null && one.Heading == Heading.Risks && one.Text.Contains("want to die", StringComparison.Ordinal));
    }

    private static Task Busy(Asking asking, string after)
    {
        asking.Http.Response.Headers.RetryAfter = after;
        return asking.Fail(429, "rate_limit_exceeded", Canary);
    }

    private static Task Cut(Asking asking)
    {
        asking.Http.Abort();
        return Task.CompletedTask;
    }

    // The words go where the configuration says, and nowhere that an answer says.
    private static Task Elsewhere(Asking asking)
    {
        asking.Http.Response.Headers.Location = $"{asking.Http.Request.Scheme}://{asking.Http.Request.Host}/elsewhere";
        return asking.Write(307, Canary);
    }
}
