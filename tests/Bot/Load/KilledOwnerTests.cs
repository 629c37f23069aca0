using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Companion.Bot.Tests.Pages;
using Companion.Tests.Support.Load;

namespace Companion.Bot.Tests.Load;

/// <summary>The process in which a link worker holds a conversation is killed with SIGKILL while the person writes.</summary>
public sealed class KilledOwnerTests
{
    private const string Phone = "+447700900123";
    private const string Reply = "I am here, what has happened?";
    private const int Writers = 3;
    private const int AnsweredBefore = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_message_is_lost_or_doubled_and_once_the_lease_is_over_another_picks_it_up()
    {
        await using var twilio = await AcceptingTwilio.Start();
        var settings = new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development", // with people to sign in as, and a clock that can be moved
            ["Storage:Folder"] = Directory.CreateTempSubdirectory("companion-owner-").FullName,
        };
        string page;
        (string Name, string Value)[] reply;
        List<int> written;
        await using (var first = await BotProcess.Companion(twilio, settings))
        {
            Assert.True(await Once(first, 900, "i want to kill myself")); // of what is urgent the lease is short
            using var sam = await SignedIn(first, "Sam Okoye");
            page = await PickUp(sam);
            reply = [("fence", sam.Hidden("fence")), ("key", sam.Hidden("key")), ("typed", Reply), ("evenAtNight", "true")];
            Assert.Equal(HttpStatusCode.OK, await sam.Posts($"{page}?handler=Reply", reply));

            var enough = new TaskCompletionSource();
            var answered = 0;
            var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => UntilCutOff(first, writer * 100, () =>
            {
                if (Interlocked.Increment(ref answered) == AnsweredBefore)
                {
                    enough.SetResult();
                }
            })));
            await enough.Task.WaitAsync(Cancel);
            first.Kill();
            written = [.. (await writing).SelectMany(mine => mine)];
            Assert.True(written.Count >= AnsweredBefore + Writers); // each was cut off in a text of theirs
        }

        await using var second = await BotProcess.Companion(twilio, settings);
        foreach (var number in written)
        {
            Assert.True(await Once(second, number, Words(number))); // Twilio sends again what nobody answered, and some that was
        }

        using var again = await SignedIn(second, "Sam Okoye");
        await again.Open(page);
        Assert.Equal(HttpStatusCode.OK, await again.Posts($"{page}?handler=Reply", reply)); // so does his browser
        using var priya = await SignedIn(second, "Priya Nair");
        await priya.Open(page);
        Assert.Contains("Sam Okoye holds", priya.Page.Body!.TextContent, StringComparison.Ordinal);

        await UntilReturned(priya, page);
        await priya.SubmitForm("PickUp");
        Assert.Contains("You hold this conversation", priya.Page.Body!.TextContent, StringComparison.Ordinal);
        var talked = priya.Page.QuerySelector("#talked")!.TextContent;
        Assert.All(written, number => Assert.Single(talked.Split(Words(number)).Skip(1)));

        Assert.Single(twilio.Taken, text => text.Words.Contains(Reply, StringComparison.Ordinal));
        await again.Open(page);
        Assert.Contains("Priya Nair holds", again.Page.Body!.TextContent, StringComparison.Ordinal);
        await again.Posts($"{page}?handler=Reply", [reply[0], ("key", "another"), ("typed", "too late"), ("evenAtNight", "true")]);
        Assert.DoesNotContain(twilio.Taken, text => text.Words.Contains("too late", StringComparison.Ordinal));
    }

    private static string Words(int number) => $"message {number:000}";

    // One text after another until nobody answers any more; their numbers, the last one's included.
    private static async Task<List<int>> UntilCutOff(BotProcess bot, int from, Action answered)
    {
        var written = new List<int>();
        for (var number = from; ; number++)
        {
            written.Add(number);
            if (!await Once(bot, number, Words(number)))
            {
                return written;
            }

            answered();
        }
    }

    private static async Task<Visitor> SignedIn(BotProcess bot, string name)
    {
        var visitor = new Visitor(bot.Address);
        await visitor.SignIn(name);
        return visitor;
    }

    private static async Task<string> PickUp(Visitor worker)
    {
        await worker.Open("/console");
        var page = worker.Page.QuerySelectorAll<IHtmlAnchorElement>("#handoffs a").First().GetAttribute("href")!;
        await worker.Open(page);
        await worker.SubmitForm("PickUp");
        Assert.Contains("You hold this conversation", worker.Page.Body!.TextContent, StringComparison.Ordinal);
        return page;
    }

    private static async Task UntilReturned(Visitor worker, string page)
    {
        for (var steps = 0; steps < 16; steps++)
        {
            await worker.Open(page);
            if (worker.Page.QuerySelector("button[formaction$='handler=PickUp']") is not null)
            {
                return;
            }

            await worker.Open("/dev");
            await worker.Posts("/dev/clock", ("step", "15min"), ("back", "/dev"));
        }

        Assert.Fail("It never went back to the queue.");
    }

    private static async Task<bool> Once(BotProcess bot, int number, string words)
    {
        try
        {
            using var request = new SignedText(SignedText.SidOf(number + 1), Phone, words).ToRequest();
            using var answer = await bot.Http.SendAsync(request, Cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // cut off: whether it was stored nobody here knows
        }
    }
}
