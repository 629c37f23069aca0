using System.Text.Json.Nodes;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

/// <summary>What somebody typed into a card stays in its box whatever else they press, until exactly that was sent or kept.</summary>
public sealed class DeskDraftTests
{
    private const string Anna = "+447700900123";
    private const string Typed = "I found a group for you";

    [Fact]
    public async Task Words_and_a_note_that_were_typed_outlive_every_other_button()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, desk) = await Taken(rig);

        var card = await Press(rig, sam, desk, "quick", ("words", Typed), ("note", "Ring the GP"), ("quick", "1"));
        Assert.Equal((Typed, "Ring the GP"), Boxes(card));
        await rig.Rest();
        Assert.EndsWith("I will phone you today.", await rig.SentTo(Anna), StringComparison.Ordinal);

        card = await Press(rig, sam, card, "close", ("words", Typed), ("note", "Ring the GP")); // no outcome chosen
        Assert.Equal((Typed, "Ring the GP"), Boxes(card));
        card = await Press(rig, sam, card, "transfer", ("words", Typed), ("note", "Ring the GP"), ("to", "1"));
        Assert.Equal((Typed, "Ring the GP"), Boxes(card));

        card = await Press(rig, sam, card, "note", ("words", Typed), ("note", "Ring the GP"));
        Assert.Equal((Typed, null), Boxes(card));
        card = await Press(rig, sam, card, "reply", ("words", Typed), ("note", "And her son"));
        Assert.Equal((null, "And her son"), Boxes(card));
    }

    [Fact]
    public async Task What_stands_in_the_boxes_is_there_still_when_the_card_is_shown_anew_by_itself()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, desk) = await Taken(rig);
        await Press(rig, sam, desk, "quick", ("words", Typed), ("quick", "1"));
        await rig.Rest();

        Assert.Equal((Typed, null), Boxes(rig.Teams.In(sam.Chat).First(post => post.Card is not null).Card!));

        await rig.App.Text(Anna, "About my rent");
        var heard = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Summary.Contains("message about", StringComparison.Ordinal)), "what was heard");
        await Press(rig, sam, heard.Card!, "reply", ("words", "Which flat is it?")); // another box
        await rig.Rest();
        Assert.Equal((Typed, null), Boxes(rig.Teams.In(sam.Chat).First(post => post.Card is not null).Card!));

        await Press(rig, sam, desk, "reply", ("words", Typed));
        await rig.Rest();
        Assert.Equal((null, null), Boxes(rig.Teams.In(sam.Chat).First(post => post.Card is not null).Card!));
    }

    [Fact]
    public async Task A_conversation_that_is_given_away_or_closed_shows_the_words_that_were_not_sent()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, desk) = await Taken(rig);
        var closed = await Press(rig, sam, desk, "close", ("words", Typed), ("note", "Ring the GP"), ("outcome", "supported"));

        Assert.NotNull((await rig.App.All<HandOff>()).Single().ClearedAt);
        Assert.Contains(Typed, closed.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Ring the GP", closed.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_back_and_opening_the_whole_conversation_bring_the_typed_words_along()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, desk) = await Taken(rig);
        Assert.DoesNotContain(TeamsRig.Buttons(desk), button => (string?)button["associatedInputs"] == "none");

        await rig.App.Text(Anna, "About my rent");
        var heard = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Summary.Contains("message about", StringComparison.Ordinal)), "what was heard");
        Assert.DoesNotContain(TeamsRig.Buttons(heard.Card), button => (string?)button["associatedInputs"] == "none");
        Assert.Equal((Typed, null), Boxes(await Press(rig, sam, heard.Card!, "open", ("words", Typed))));
    }

    [Fact]
    public async Task A_quick_reply_at_night_goes_all_the_same_and_takes_no_typed_words_with_it()
    {
        await using var rig = await TeamsRig.Start();
        var (sam, desk) = await Taken(rig);
        rig.MoveTo(new LocalTime(23, 30));

        var asked = await Press(rig, sam, desk, "quick", ("words", Typed), ("quick", "1"));
        Assert.Equal((Typed, null), Boxes(asked));
        var night = TeamsRig.Buttons(asked).Single(button => (string?)button["title"] == "Send all the same");
        var press = rig.PressOf(sam, desk, "reply");
        press["value"]!["action"]!["verb"] = (string?)night["verb"];
        press["value"]!["action"]!["data"] = night["data"]!.DeepClone();
        press["value"]!["action"]!["data"]!["words"] = Typed;
        var sent = await rig.PressAs(press);
        await rig.Rest();

        Assert.Equal("Sam, link worker: I will phone you today.", await rig.SentTo(Anna));
        Assert.Single(await rig.App.All<OutboundMessage>(), row => row.Class == SendClass.LinkWorker);
        Assert.Equal((Typed, null), Boxes(sent["value"]!.AsObject()));
    }

    private static async Task<(Staff Sam, JsonObject Desk)> Taken(TeamsRig rig)
    {
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye");
        await rig.Employ("Mo Ali"); // somebody it can be given to
        await rig.AskedForAPerson(Anna);
        await rig.Press(sam, (await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card")).Card!, "pickUp");
        var desk = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Card is not null), "the desk");
        await rig.Rest();
        return (sam, desk.Card!.DeepClone().AsObject());
    }

    private static async Task<JsonObject> Press(TeamsRig rig, Staff who, JsonObject card, string verb, params (string Name, string Value)[] typed)
    {
        var answer = await rig.Press(who, card, verb, data =>
        {
            foreach (var (name, value) in typed)
            {
                data[name] = value;
            }
        });
        return answer["value"]!.AsObject();
    }

    private static (string? Words, string? Note) Boxes(JsonObject card) => (Box(card, "words"), Box(card, "note"));

    private static string? Box(JsonNode? node, string id) => node switch
    {
        JsonObject one when (string?)(one["type"] as JsonValue) == "Input.Text" && (string?)one["id"] == id => (string?)one["value"],
        JsonObject one => one.Select(part => Box(part.Value, id)).FirstOrDefault(value => value is not null),
        JsonArray list => list.Select(item => Box(item, id)).FirstOrDefault(value => value is not null),
        _ => null,
    };
}
