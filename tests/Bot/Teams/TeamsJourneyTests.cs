using System.Text.Json.Nodes;
using Companion.Workflows.HandOffs;
using Companion.Workflows.StaffRooms;

namespace Companion.Bot.Tests.Teams;

public sealed class TeamsJourneyTests
{
    private const string Anna = "+447700900123";

    [Fact]
    public async Task A_link_worker_picks_a_conversation_up_in_Teams_talks_with_the_person_and_gives_it_back()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye");

        var handOff = await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card in the channel");
        Assert.Contains(handOff.Reference, card.Summary, StringComparison.Ordinal);
        Assert.Contains("asked for a person", card.Everything, StringComparison.OrdinalIgnoreCase);

        var answer = await rig.Press(sam, card.Card!, "pickUp");
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)answer["type"]);
        Assert.Contains("Sam Okoye", answer.ToJsonString(), StringComparison.Ordinal);
        var desk = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Card is not null), "the desk in the personal chat");
        await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).Single() is { Times: > 1 } shown && shown.Everything.Contains("Sam Okoye", StringComparison.Ordinal) ? shown : null, "the card in the channel shows who holds it");
        Assert.DoesNotContain(TeamsRig.Buttons(rig.Teams.In(TeamsRig.Channel).Single().Card), button => (string?)button["verb"] == "pickUp");

        var replied = await rig.Press(sam, desk.Card!, "reply", inputs => inputs["words"] = "Hello Anna, shall I phone you?");
        Assert.Contains($"Sent to {handOff.Reference}", replied.ToJsonString(), StringComparison.Ordinal);
        await rig.Rest();
        Assert.Equal("Sam, link worker: Hello Anna, shall I phone you?", await rig.SentTo(Anna));

        await rig.App.Text(Anna, "Yes please, after 3");
        var heard = await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Everything.Contains("Yes please, after 3", StringComparison.Ordinal) && post.Summary.Contains("message about", StringComparison.Ordinal)), "what the person wrote");
        Assert.DoesNotContain("Yes please", heard.Summary, StringComparison.Ordinal);
        await rig.Press(sam, heard.Card!, "reply", inputs => inputs["words"] = "Then at 3.");
        await rig.Rest();
        Assert.Equal("Sam, link worker: Then at 3.", await rig.SentTo(Anna));

        await rig.Press(sam, rig.Teams.In(sam.Chat).First(post => post.Card is not null).Card!, "return");
        await rig.Rest();
        Assert.Equal("Given back to the bot", (await rig.App.All<HandOff>()).Single().Outcome);
        Assert.Empty(TeamsRig.Buttons(rig.Teams.In(sam.Chat).First(post => post.Card is not null).Card));
        Assert.DoesNotContain("Yes please", string.Concat(rig.Teams.In(TeamsRig.Channel).Select(post => post.Everything)), StringComparison.Ordinal);
        Assert.All(rig.Teams.Authorizations, sent => Assert.Equal("Bearer " + FakeConnector.BotToken, sent));
    }

    [Fact]
    public async Task A_press_that_comes_twice_or_late_changes_nothing()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Ali"));
        await rig.AskedForAPerson(Anna);
        var card = (await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card")).Card!.DeepClone().AsObject();
        await rig.Press(sam, card, "pickUp");
        var late = await rig.Press(mo, card, "pickUp");
        Assert.Contains("Sam Okoye holds this conversation", late.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(sam.Worker.Id, (await rig.App.All<HandOff>()).Single().OwnerId);

        var desk = (await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Card is not null), "the desk")).Card!.DeepClone().AsObject();
        var press = rig.PressOf(sam, desk, "reply", inputs => inputs["words"] = "Once");
        await rig.PressAs(press);
        await rig.PressAs(press); // repeated by the platform
        await rig.Press(sam, desk, "reply", inputs => inputs["words"] = "Once"); // pressed twice
        await rig.Rest();
        Assert.Single(await rig.App.All<Workflows.Sending.OutboundMessage>(), row => row.Words.EndsWith(": Once", StringComparison.Ordinal));

        await rig.Press(sam, desk, "reply", inputs => inputs["words"] = "Something else"); // an old card that was opened again
        await rig.Rest();
        Assert.EndsWith("Something else", await rig.SentTo(Anna), StringComparison.Ordinal);

        await rig.Press(sam, desk, "transfer", inputs => inputs["to"] = $"{mo.Worker.Id}");
        var lost = await rig.Press(sam, desk, "reply", inputs => inputs["words"] = "Am I still here?");
        await rig.Rest();
        Assert.Contains("Mo Ali holds this conversation", lost.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Am I still here?", lost.ToJsonString(), StringComparison.Ordinal); // what was typed is not lost
        Assert.Empty(TeamsRig.Buttons(lost));
        Assert.EndsWith("Something else", await rig.SentTo(Anna), StringComparison.Ordinal);
        Assert.Contains(rig.Teams.In(mo.Chat), post => TeamsRig.Buttons(post.Card).Any(button => (string?)button["verb"] == "reply"));
    }

    [Fact]
    public async Task Loose_words_go_to_nobody_even_with_one_case_open()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var sam = await rig.Employ("Sam Okoye");
        var handOff = await rig.AskedForAPerson(Anna);
        await rig.Press(sam, (await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card")).Card!, "pickUp");

        await rig.Send(rig.Personal(sam, "message", changed => changed["text"] = "See you at three then"));
        await rig.Rest();

        Assert.Null(await rig.SentTo(Anna));
        var held = Assert.Single(rig.Teams.In(sam.Chat), post => post.Summary == "Nothing was sent");
        var button = Assert.Single(TeamsRig.Buttons(held.Card));
        Assert.Contains(handOff.Reference, (string?)button["title"], StringComparison.Ordinal);
        var opened = await rig.Press(sam, held.Card!, "open");
        await rig.Press(sam, opened["value"]!.AsObject(), "reply", inputs => inputs["words"] = "At three");
        await rig.Rest();
        Assert.EndsWith("At three", await rig.SentTo(Anna), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_from_staff_are_said_kindly_not_to_be_passed_on()
    {
        await using var rig = await TeamsRig.Start();
        var sam = await rig.Employ("Sam Okoye");
        await rig.Send(rig.Personal(sam, "message", changed => changed["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png" })));
        await rig.Rest();
        Assert.Contains(rig.Teams.In(sam.Chat), post => post.Everything.Contains("Pictures and files cannot be passed on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_is_no_worker_is_told_so_and_can_do_nothing()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var stranger = new Staff(new() { ServiceId = "", Name = "Nobody", ShownName = "Nobody" }, "44444444-4444-4444-8444-444444444444");
        var handOff = await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");

        var answer = await rig.Press(stranger, card.Card!, "pickUp");
        Assert.Contains("not entered as a worker", (await rig.PressAs(Look(rig.Personal(stranger, "invoke"), handOff))).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(handOff.Reference, (await rig.PressAs(Look(rig.InThread(stranger, card.Id, "", change: changed => changed["type"] = "invoke"), handOff))).ToJsonString(), StringComparison.Ordinal);
        await rig.Send(rig.Personal(stranger, "message", changed => changed["text"] = "who is there?"));
        await rig.Rest();

        Assert.Contains("not entered as a worker", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(rig.Teams.In(stranger.Chat), post => post.Text.Contains("ask your manager", StringComparison.Ordinal));
        Assert.Null((await rig.App.All<HandOff>()).Single(one => one.Id == handOff.Id).OwnerId);
    }

    [Fact]
    public async Task A_worker_is_known_by_the_address_that_Teams_vouches_for()
    {
        await using var rig = await TeamsRig.Start();
        var sam = await rig.Employ("Sam Okoye", inTeams: false);
        await rig.App.Part<Workflows.Storage.IStore>().Write(
            session =>
            {
                session.Execute("UPDATE \"Workers\" SET \"EntraId\" = NULL, \"Email\" = 'Sam@Shire.example' WHERE \"Id\" = @p0", sam.Worker.Id);
                return ValueTask.FromResult(0);
            },
            TestContext.Current.CancellationToken);
        rig.Teams.Members[sam.Account] = (sam.EntraId, "sam@shire.example");

        await rig.Send(rig.Personal(sam, "installationUpdate", changed => changed["action"] = "add"));
        await rig.Rest();

        Assert.Equal(sam.EntraId, (await rig.App.All<Workflows.Workers.Worker>()).Single(worker => worker.Id == sam.Worker.Id).EntraId);
        Assert.Equal(sam.EntraId, (await rig.App.All<StaffRoom>()).Single().EntraId);
        Assert.Contains(rig.Teams.In(sam.Chat), post => post.Text.StartsWith("Hello.", StringComparison.Ordinal));
    }

    // What Teams sends by itself when a card is seen.
    private static JsonObject Look(JsonObject activity, HandOff handOff)
    {
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "look", ["data"] = new JsonObject { ["handOff"] = $"{handOff.Id}", ["fence"] = 0, ["showing"] = "" } },
            ["trigger"] = "automatic",
        };
        return activity;
    }
}
