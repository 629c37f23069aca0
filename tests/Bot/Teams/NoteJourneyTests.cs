using System.Text.Json.Nodes;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.Conversations;
using Companion.Workflows.Forgetting;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Summaries;

namespace Companion.Bot.Tests.Teams;

/// <summary>A note in the chat of whoever is to approve it and in the console are the same note.</summary>
public sealed class NoteJourneyTests
{
    private const string Said = "the xylophone keeps me awake";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_read_changed_and_approved_in_the_workers_own_chat_and_the_console_agrees()
    {
        await using var rig = await TeamsRig.StartQuoting();
        var (sam, hold) = await Noted(rig);
        var card = NoteOf(rig, sam);
        Assert.DoesNotMatch("Robin|Example|xylophone", card.Summary);
        Assert.DoesNotContain("Example", card.Everything, StringComparison.Ordinal);
        Assert.Contains("R.E. ", card.Everything, StringComparison.Ordinal);
        Assert.Contains(Said, Line(card.Card!, "They wrote")["items"]!.AsArray().Single(one => one!["isVisible"] is not null)!.ToJsonString(), StringComparison.Ordinal);

        var opened = await Press(rig, sam, Line(card.Card!, "They wrote"), "noteOpen");
        Assert.DoesNotContain(TeamsRig.Buttons(opened), button => (string?)button["verb"] == "noteApprove"); // what is typed would be lost
        var changed = await Press(rig, sam, opened, "noteWrite", ("text", "They cannot *sleep*."), ("keep", "true"));
        Assert.Contains("They cannot *sleep*.", Line(changed, "They cannot").ToJsonString(), StringComparison.Ordinal);
        await rig.Rest();
        Assert.Contains("They cannot *sleep*.", NoteOf(rig, sam).Everything, StringComparison.Ordinal);
        var versions = (await rig.App.All<NoteVersion>()).OrderBy(one => one.Number).ToList();
        Assert.Equal([null, "Sam Okoye"], versions.Select(one => one.By));
        var difference = Assert.Single(NoteDifference.Between(versions[0].Lines, versions[1].Lines));
        Assert.Equal((Difference.Changed, $"They wrote: \"{Said}\".", "They cannot *sleep*."), (difference.What, difference.Before!.Text, difference.After!.Text));
        Assert.Equal(difference.Before.Cites, difference.After.Cites);

        var approved = await Press(rig, sam, changed, "noteApprove");
        Assert.Contains("Approved by Sam Okoye on ", approved.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(TeamsRig.Buttons(approved));
        await rig.Rest();
        Assert.Empty(TeamsRig.Buttons(NoteOf(rig, sam).Card));
        Assert.DoesNotContain("visited on Monday", NoteOf(rig, sam).Everything, StringComparison.Ordinal);
        Assert.Equal(2, rig.Teams.In(sam.Chat).Count(post => post.Card is not null)); // the desk and the note, kept in place

        var note = Assert.Single(await rig.App.All<Note>());
        Assert.Contains((await rig.App.Part<ApprovedNotes>().OfCase(CompanionApp.Service, note.CaseId!.Value, Cancel)).Single().Sentences, one => one.Text == "They cannot *sleep*.");
        using var console = await rig.App.SignedIn("Sam Okoye");
        await console.Open($"/console/notes/{note.Id}");
        Assert.Contains("Approved by Sam Okoye", console.Page.QuerySelector("#stands")!.TextContent, StringComparison.Ordinal);
        await console.Open($"/console/referrals/{note.CaseId}");
        Assert.Contains("approved by Sam Okoye", console.Page.QuerySelector("#timeline")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(hold.HandOffId, note.HandOffId);
        Assert.DoesNotContain(rig.Teams.Posts, post => post.Conversation != sam.Chat && post.Everything.Contains("xylophone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_in_the_console_shows_in_the_chat_and_a_press_on_the_older_card_changes_nothing()
    {
        await using var rig = await TeamsRig.StartQuoting();
        var (sam, _) = await Noted(rig);
        var older = NoteOf(rig, sam).Card!.DeepClone().AsObject();
        var opened = await Press(rig, sam, Line(older, "They wrote"), "noteOpen");
        var note = Assert.Single(await rig.App.All<Note>());
        await rig.App.Part<EditNote>().Add(new NoteHand(note.ServiceId, note.Id, 1, "Priya Nair"), Heading.Goals, "They want to sleep.", Cancel);
        await TeamsRig.Until(() => NoteOf(rig, sam) is { } shown && shown.Everything.Contains("They want to sleep.", StringComparison.Ordinal) ? shown : null, "the change in the chat");

        foreach (var verb in new[] { "noteApprove", "noteReject", "noteNoRisks" })
        {
            var data = rig.PressOf(sam, older, "noteApprove", fields => fields["why"] = "Not for me");
            data["value"]!["action"]!["verb"] = verb;
            var late = (await rig.PressAs(data))["value"]!.AsObject();
            Assert.Contains("Nothing was done: the note was changed since", late.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("They want to sleep.", late.ToJsonString(), StringComparison.Ordinal);
        }

        var typed = await Press(rig, sam, opened, "noteWrite", ("text", "They lie awake."));
        Assert.Contains("Nothing was done", typed.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("They lie awake.", (string?)TeamsInput(typed, "text")!["value"]); // still there, to be kept on the newest
        Assert.Equal((NoteStatus.Edited, 2), (await rig.App.All<Note>()).Select(one => (one.Status, one.Version)).Single());
        await Press(rig, sam, typed, "noteWrite", ("text", "They lie awake."));
        Assert.Equal(3, (await rig.App.All<Note>()).Single().Version);
    }

    [Fact]
    public async Task Nobody_else_reads_or_decides_it_by_its_buttons_and_nothing_of_it_answers_a_channel()
    {
        await using var rig = await TeamsRig.StartQuoting();
        var (sam, _) = await Noted(rig);
        var card = NoteOf(rig, sam).Card!;
        var mo = await rig.Employ("Mo Ali");

        var colleague = await rig.Press(mo, card, "noteApprove");
        Assert.Contains("no longer yours", colleague.ToJsonString(), StringComparison.Ordinal);
        var stranger = await rig.Press(mo with { EntraId = "99999999-9999-4999-8999-999999999999" }, card, "noteApprove");
        Assert.Contains("not entered as a worker", stranger.ToJsonString(), StringComparison.Ordinal);
        var inChannel = rig.PressOf(sam, card, "noteApprove");
        (inChannel["conversation"]!["id"], inChannel["conversation"]!["conversationType"], inChannel["conversation"]!["isGroup"]) = (TeamsRig.Channel, "channel", true);
        var read = await rig.PressAs(inChannel);
        Assert.Contains("in your own chat", read.ToJsonString(), StringComparison.Ordinal);

        Assert.All(new[] { colleague, stranger, read }, answer => Assert.DoesNotContain("xylophone", answer.ToJsonString(), StringComparison.Ordinal));
        Assert.Equal((NoteStatus.Drafted, 1), (await rig.App.All<Note>()).Select(one => (one.Status, one.Version)).Single());
    }

    [Fact]
    public async Task Without_a_sentence_under_Risks_it_is_not_approved_and_with_one_it_is()
    {
        await using var rig = await TeamsRig.StartQuoting();
        var (sam, _) = await Noted(rig);
        var opened = await Press(rig, sam, Line(NoteOf(rig, sam).Card!, "No known risks."), "noteOpen");
        var without = await Press(rig, sam, opened, "noteRemove");
        var refused = await Press(rig, sam, without, "noteApprove");
        Assert.Contains("Nothing stands under Risks. Write what risks there are, or say that none is known.", refused.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(NoteStatus.Edited, (await rig.App.All<Note>()).Single().Status);

        await Press(rig, sam, await Press(rig, sam, refused, "noteNoRisks"), "noteApprove");
        Assert.Equal((NoteStatus.Approved, "Sam Okoye"), (await rig.App.All<Note>()).Select(one => (one.Status, one.DecidedBy)).Single());
    }

    [Fact]
    public async Task It_is_rejected_with_a_reason_and_then_says_nothing_more()
    {
        await using var rig = await TeamsRig.StartQuoting();
        var (sam, _) = await Noted(rig);
        var card = NoteOf(rig, sam).Card!;
        Assert.Contains("Write a sentence", (await Press(rig, sam, card, "noteReject", ("why", "  "))).ToJsonString(), StringComparison.Ordinal);
        var rejected = await Press(rig, sam, card, "noteReject", ("why", "It is somebody else's"));
        Assert.Contains("It is somebody else", rejected.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(TeamsRig.Buttons(rejected));
        await rig.Rest();
        Assert.Equal((NoteStatus.Rejected, "It is somebody else's"), (await rig.App.All<Note>()).Select(one => (one.Status, one.Reason)).Single());
        Assert.DoesNotContain("xylophone", NoteOf(rig, sam).Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_were_forgotten_go_from_the_card()
    {
        await using var rig = await TeamsRig.StartQuoting();
        var (sam, _) = await Noted(rig);
        var message = (await rig.App.All<InboundMessage>()).Single(one => one.Words == Said);
        await rig.App.Part<ForgetMessage>().Handle(CompanionApp.Service, message.Id, "Sam Okoye", Cancel);
        await TeamsRig.Until(() => NoteOf(rig, sam) is { } shown && shown.Everything.Contains("This sentence was forgotten", StringComparison.Ordinal) ? shown : null, "the card without them");
        Assert.DoesNotContain("xylophone", NoteOf(rig, sam).Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("xylophone", (await rig.Press(sam, NoteOf(rig, sam).Card!, "noteApprove")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_with_the_conversation_to_a_colleague_and_from_the_chat_it_was_in()
    {
        await using var rig = await TeamsRig.StartQuoting();
        var (sam, hold) = await Noted(rig);
        var mo = await rig.Employ("Mo Ali");
        Assert.True(await rig.App.Part<TransferHandOff>().Handle(hold, mo.Worker.Id, Cancel));
        await TeamsRig.Until(() => rig.Teams.In(mo.Chat).FirstOrDefault(post => post.Summary.StartsWith("A note about", StringComparison.Ordinal)), "the note in Mo's chat");
        await rig.Rest();

        Assert.DoesNotContain("xylophone", NoteOf(rig, sam).Everything, StringComparison.Ordinal);
        Assert.Empty(TeamsRig.Buttons(NoteOf(rig, sam).Card));
        await Press(rig, mo, NoteOf(rig, mo).Card!, "noteApprove");
        Assert.Equal("Mo Ali", (await rig.App.All<Note>()).Single().DecidedBy);
    }

    private static async Task<(Staff Sam, Hold Hold)> Noted(TeamsRig rig)
    {
        var sam = await rig.Employ("Sam Okoye");
        await LinkWorkers.Noted.Refer(rig.App);
        await rig.App.Text(LinkWorkers.Noted.Phone, Said);
        var address = (await rig.App.All<Address>()).Single();
        var taken = await rig.App.Part<BeginTalking>().Handle(CompanionApp.Service, address.Id, sam.Worker.Id, Cancel);
        await TeamsRig.Until(() => rig.Teams.In(sam.Chat).FirstOrDefault(post => post.Summary.StartsWith("A note about", StringComparison.Ordinal)), "the note in Sam's chat");
        await rig.Rest();
        return (sam, taken.Hold!.Value);
    }

    private static Posted NoteOf(TeamsRig rig, Staff staff) => rig.Teams.In(staff.Chat).Single(post => post.Summary.StartsWith("A note about", StringComparison.Ordinal));

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

    // The sentence that begins so, with its buttons and what it rests on.
    private static JsonObject Line(JsonObject card, string begins) => card["body"]!.AsArray()
        .Where(one => (string?)one!["type"] == "Container")
        .SelectMany(section => section!["items"]!.AsArray())
        .First(line => line!["items"]?[0]?["inlines"]?[0]?["text"] is JsonValue text && ((string)text!).StartsWith(begins, StringComparison.Ordinal))!.AsObject();

    private static JsonObject? TeamsInput(JsonNode? node, string id) => node switch
    {
        JsonObject one when (string?)(one["type"] as JsonValue) == "Input.Text" && (string?)one["id"] == id => one,
        JsonObject one => one.Select(part => TeamsInput(part.Value, id)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(item => TeamsInput(item, id)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
