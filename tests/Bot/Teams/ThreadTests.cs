using System.Text.Json.Nodes;
using Companion.Workflows.HandOffs;
using Companion.Workflows.StaffRooms;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

public sealed class ThreadTests
{
    private const string Anna = "+447700900123";

    [Fact]
    public async Task In_a_cases_own_thread_only_the_holder_who_mentions_the_bot_reaches_the_person()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, mo, root, handOff) = await Taken(rig);

        await rig.Send(rig.InThread(sam, root, "I think she needs a call", mentions: false));
        await rig.Send(rig.InThread(mo, root, "shall I take it?"));
        await rig.Rest();
        Assert.Null(await rig.SentTo(Anna));
        Assert.Contains(InThread(rig, root), post => post.Text == "Your words stay between colleagues: Sam Okoye holds this conversation.");

        await rig.Send(rig.InThread(sam, root, "<p>Hello &amp; welcome,<br>shall we talk?</p>"));
        await rig.Rest();
        Assert.Equal("Sam, link worker: Hello & welcome,\nshall we talk?", await rig.SentTo(Anna));
        Assert.Contains(InThread(rig, root), post => post.Text == $"Sent to {handOff.Reference}.");

        await rig.App.Text(Anna, "Private words of mine");
        await rig.Rest();
        Assert.DoesNotContain(rig.Teams.In(TeamsRig.Channel), post => post.Everything.Contains("Private words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<at>Companion</at>&nbsp;Fish &amp; chips at 3?", "Fish & chips at 3?")]
    [InlineData("<at>Companion</at> 5 &lt; 6 &amp;&amp; you&#39;re &lt;b&gt;here&lt;/b&gt;", "5 < 6 && you're <b>here</b>")]
    [InlineData("<at>Companion</at>Say &amp;lt; once", "Say &lt; once")] // what they typed
    [InlineData("<p><at>Companion</at>&nbsp;Hello</p>", "Hello")]
    public async Task No_entity_of_the_mark_up_reaches_the_person(string text, string read)
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, root, _) = await Taken(rig);

        await rig.Send(rig.InThread(sam, root, "", change: changed => (changed["text"], changed["textFormat"]) = (text, "plain")));
        await rig.Rest();

        Assert.Equal("Sam, link worker: " + read, await rig.SentTo(Anna));
    }

    [Fact]
    public async Task Words_that_speak_to_a_colleague_too_reach_nobody()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, root, _) = await Taken(rig);

        await rig.Send(rig.InThread(sam, root, "<at>Mo Hill</at> she sounds drunk, can you ring her?", change: changed => changed["entities"]!.AsArray().Add(new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = "29:mo", ["name"] = "Mo Hill" },
            ["text"] = "<at>Mo Hill</at>",
        })));
        await rig.Rest();

        Assert.Null(await rig.SentTo(Anna));
        Assert.Contains(InThread(rig, root), post => post.Text.StartsWith("Nothing was sent: a colleague is mentioned too", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thread_of_no_case_and_a_stranger_in_a_case_reach_nobody()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, root, _) = await Taken(rig);
        await rig.Send(rig.InThread(sam, "99", "Hello?"));
        await rig.Send(rig.InThread(sam with { EntraId = "44444444-4444-4444-8444-444444444444" }, root, "Hello?"));
        await rig.Send(rig.InThread(sam, root, "Look at this", change: changed => changed["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png" })));
        await rig.Rest();
        Assert.Null(await rig.SentTo(Anna));
        Assert.Contains(InThread(rig, "99"), post => post.Text.Contains("belongs to no hand-off", StringComparison.Ordinal));
        Assert.Contains(InThread(rig, root), post => post.Text.Contains("not entered as a worker", StringComparison.Ordinal));
        Assert.Contains(InThread(rig, root), post => post.Text.Contains("Pictures and files cannot be passed on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reply_that_is_edited_or_deleted_after_it_went_is_flagged_and_the_persons_text_stays()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, root, handOff) = await Taken(rig);
        var said = rig.InThread(sam, root, "See you at 3");
        await rig.Send(said);
        await rig.Rest();

        foreach (var (type, text) in new[] { ("messageUpdate", "See you at 4"), ("messageDelete", ""), ("messageUpdate", "See you at 4"), ("messageUpdate", "See you at 5") })
        {
            var changed = said.DeepClone().AsObject();
            (changed["type"], changed["text"]) = (type, text);
            await rig.Send(changed);
            await rig.Rest();
        }

        Assert.Equal("Sam, link worker: See you at 3", await rig.SentTo(Anna));
        Assert.Equal(2, (await rig.App.All<HandOffEvent>()).Count(one => one.HandOffId == handOff.Id && one.Kind == "Edited")); // one of them came twice
        Assert.Single(await rig.App.All<HandOffEvent>(), one => one.HandOffId == handOff.Id && one.Kind == "Deleted");
        Assert.Equal(2, rig.Teams.In(sam.Chat).Count(post => post.Text.Contains("was edited in Teams after it was sent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_message_whose_edit_overtook_it_is_not_sent()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, root, _) = await Taken(rig);
        var said = rig.InThread(sam, root, "See you at 3");
        var edit = said.DeepClone().AsObject();
        (edit["type"], edit["text"]) = ("messageUpdate", "<at>Companion</at> See you at 4");

        await rig.Send(edit);
        await rig.Rest();
        await rig.Send(said);
        await rig.Rest();

        Assert.Null(await rig.SentTo(Anna));
        Assert.Contains(InThread(rig, root), post => post.Text.Contains("changed before it could go", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mention_added_by_an_edit_sends_nothing_and_says_so()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, root, _) = await Taken(rig);
        var said = rig.InThread(sam, root, "Can I phone you at two?", change: changed => changed["type"] = "messageUpdate");

        await rig.Send(said);
        await rig.Send(said.DeepClone().AsObject()); // repeated
        await rig.Rest();

        Assert.Null(await rig.SentTo(Anna));
        Assert.Single(rig.Teams.In(TeamsRig.Channel), post => post.Text.StartsWith("Nothing was sent: an edit is not passed on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_night_a_reply_waits_until_it_is_said_that_it_goes_all_the_same()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, _, root, _) = await Taken(rig);
        rig.MoveTo(new LocalTime(23, 30));
        var desk = rig.Teams.In(sam.Chat).First(post => post.Card is not null).Card!.DeepClone().AsObject();

        var asked = await rig.Press(sam, desk, "reply", inputs => inputs["words"] = "Are you awake?");
        await rig.Send(rig.InThread(sam, root, "Are you well?"));
        await rig.Rest();
        Assert.Null(await rig.SentTo(Anna));
        Assert.Contains("Are you awake?", asked.ToJsonString(), StringComparison.Ordinal);

        var night = TeamsRig.Buttons(asked["value"]).Single(button => (string?)button["title"] == "Send all the same")["data"]!.DeepClone().AsObject();
        night["words"] = "Are you awake?";
        var press = rig.PressOf(sam, desk, "reply");
        press["value"]!["action"]!["data"] = night;
        await rig.PressAs(press);
        await rig.Rest();
        Assert.EndsWith("Are you awake?", await rig.SentTo(Anna), StringComparison.Ordinal);

        await rig.Send(rig.InThread(sam, root, "Are you well?"));
        await rig.Rest();
        Assert.EndsWith("Are you well?", await rig.SentTo(Anna), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Posted> InThread(TeamsRig rig, string root) => rig.Teams.Posts.Where(post => post.Conversation == $"{TeamsRig.Channel};messageid={root}").ToList();

    private static async Task<(Staff Sam, Staff Mo, string Root, HandOff HandOff)> Taken(TeamsRig rig)
    {
        await rig.AddToTeam();
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Ali"));
        var handOff = await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");
        await rig.Press(sam, card.Card!, "pickUp");
        await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Card is not null), "the desk");
        await rig.Rest();
        Assert.Equal(card.Id, (await rig.App.All<StaffPost>()).Single(post => post.Kind == StaffPostKind.Card).ThreadId);
        return (sam, mo, card.Id, handOff);
    }
}
