using System.Text.Json.Nodes;
using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.LinkWorkers.Notes;
using Companion.Bot.Pages;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

public sealed class NoteCardTests
{
    private const string Nasty = "**bold** [click](https://evil.example) <at>Everyone</at> {{DATE(2026-01-01T00:00:00Z,SHORT)}} ![x](https://evil.example/p.png) <b>loud</b> 😀";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 11, 0);
    private static readonly PageWords Words = new(new TextBook(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly, typeof(PageWords).Assembly));

    private static NoteCard Cards => new(Words, new NoteLinesShown(Words), new LinkSettings { BaseUrl = "https://companion.example" });

    [Fact]
    public async Task Every_card_passes_the_schema_the_official_package_and_the_rules_of_Teams()
    {
        var fifteen = Enumerable.Range(1, 15).Select(key => Line(key, Heading.Issues, Nasty)).ToArray();
        await CardCheck.Passes(new Dictionary<string, JsonObject>
        {
            ["note-drafted"] = Card(Seen(Usual())),
            ["note-changing"] = Card(Seen(Usual()), new NoteShowing { Line = 2, Said = "Somebody *else*", Typed = new string('語', EditNote.Longest) }),
            ["note-unsaved"] = Card(Seen(Usual()), new NoteShowing { Line = 99, Typed = Nasty }),
            ["note-no-risks"] = Card(Seen([Line(1, Heading.Plan, "Ring them.")])),
            ["note-nothing"] = Card(Seen([])),
            ["note-closed"] = Card(Seen([Line(20, Heading.Risks, "None."), .. fifteen])),
            ["note-long"] = Card(Seen(Long(500, Nasty))),
            ["note-approved"] = Card(Seen(Usual(), note => (note.Status, note.DecidedAt, note.DecidedBy) = (NoteStatus.Approved, Now, "Sam [x](y)"))),
            ["note-rejected"] = Card(Seen(Usual(), note => (note.Status, note.DecidedAt, note.DecidedBy, note.Reason) = (NoteStatus.Rejected, Now, "Sam", Nasty))),
            ["note-lost"] = Cards.Lost(Seen(Usual())).Content,
        });
    }

    [Fact]
    public void Each_sentence_stands_under_its_heading_and_unfolds_to_the_words_it_rests_on()
    {
        var card = Card(Seen(Usual()));
        Assert.Equal(["Plan and requested actions", "Risks", "Presenting issues"], card["body"]!.AsArray().Where(one => (string?)one!["type"] == "Container").Select(one => (string?)one!["items"]![0]!["text"]));

        var fold = All(card).Single(one => (string?)(one["type"] as JsonValue) == "Action.ToggleVisibility" && (string?)one["targetElements"]![0] == "rests2");
        Assert.Equal("What it rests on (1)", (string?)fold["title"]);
        var block = All(card).Single(one => (string?)(one["id"] as JsonValue) == "rests2");
        Assert.False((bool)block["isVisible"]!);
        Assert.Contains("They wrote, Mon 23 Nov 2026, 11:00: ", block.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("I cannot pay my rent", block.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_struck_sentence_is_struck_through_with_the_reason_the_console_gives()
    {
        var lines = Usual();
        var card = Card(Seen(lines));
        var struck = All(card).Single(one => one["strikethrough"] is not null);
        Assert.Equal("They will be visited on Monday.", (string?)struck["text"]);
        Assert.Contains(All(card), one => (string?)(one["text"] as JsonValue) == Words.Struck(lines[^1]));
        Assert.Contains("left out because they were struck through or forgotten: 1", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_who_wrote_the_draft_with_what_and_why_not_the_model()
    {
        var card = Card(Seen(Usual())).ToJsonString();
        Assert.All(new[] { "gpt-test", "summary.v1", "812 read, 96 written", "0.12p", "1.2 seconds", "Why not the model" }, one => Assert.Contains(one, card, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_anybody_wrote_can_act()
    {
        var seen = Seen(
            [Line(1, Heading.Risks, Nasty), Line(2, Heading.Plan, Nasty) with { Fault = Workflows.Summaries.Fault.UnknownName, Because = Nasty }, Line(3, Heading.Plan, Nasty) with { By = Nasty }],
            note => (note.Status, note.Reason) = (NoteStatus.Edited, Nasty),
            Nasty);
        foreach (var card in new[] { Card(seen), Card(seen, new NoteShowing { Line = 99, Typed = Nasty, Said = Nasty }), Card(Seen(Usual(), note => (note.Status, note.DecidedBy, note.Reason) = (NoteStatus.Rejected, Nasty, Nasty))) })
        {
            Assert.All(All(card).Where(one => (string?)(one["type"] as JsonValue) is "TextBlock"), block => Assert.DoesNotMatch(@"(?<!\\)[\[<*]", (string?)block["text"]));
            Assert.DoesNotContain("{{", card.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(All(card), one => (string?)(one["type"] as JsonValue) == "Image");
        }
    }

    [Fact]
    public void A_note_of_500_sentences_stays_within_the_size_that_Teams_takes_shows_every_risk_and_is_approved_in_the_console()
    {
        var lines = Long(500, new string('ü', 300)).ToList();
        var card = Cards.Of(Seen(lines), new NoteShowing());
        Assert.True(card.Fits);
        Assert.Contains("the only risk", card.Content.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Read and approve the note in the console", card.Content.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TeamsRig.Buttons(card.Content), button => (string?)button["verb"] == "noteApprove");
        Assert.True(TeamsRig.Buttons(card.Content).Count(button => (string?)button["verb"] == "noteOpen") > 5);

        Assert.True(Cards.Of(Seen([Line(1, Heading.Risks, new string('ü', 40_000))]), new NoteShowing()).Fits);
        Assert.True(Cards.Of(Seen(lines, note => note.Status = NoteStatus.Approved), new NoteShowing()).Fits);
        var changing = Cards.Of(Seen(lines), new NoteShowing { Line = 400, Typed = new string('語', EditNote.Longest) });
        Assert.True(changing.Fits);
        Assert.Contains(All(changing.Content), one => (string?)(one["type"] as JsonValue) == "Input.Text" && (string?)one["id"] == "text");
    }

    [Fact]
    public void The_longest_that_a_hand_off_is_drafted_to_can_be_approved_in_Teams()
    {
        var card = Card(Seen([Line(20, Heading.Risks, "No known risks."), .. Enumerable.Range(1, 15).Select(key => Line(key, Heading.Issues, "They wrote: \"I cannot pay my rent and the letters frighten me.\""))]));
        Assert.Contains(TeamsRig.Buttons(card), button => (string?)button["verb"] == "noteApprove");
        Assert.Equal(17, card.ToJsonString().Split("What it rests on").Length);
    }

    private static JsonObject Card(NoteSeen seen, NoteShowing? showing = null) => Cards.Of(seen, showing ?? new NoteShowing()).Content;

    private static NoteLine[] Usual() =>
    [
        Line(3, Heading.Plan, "A link worker will call them."),
        Line(1, Heading.Risks, "No known risks.") with { Cites = [] },
        Line(2, Heading.Issues, "They cannot pay their rent."),
        Line(4, Heading.Plan, "They will be visited on Monday.") with { Fault = Workflows.Summaries.Fault.InventedPlan, Because = "visited" },
    ];

    private static IEnumerable<NoteLine> Long(int count, string words) =>
        Enumerable.Range(1, count).Select(key => Line(key, Heading.Plan, words)).Append(Line(count + 1, Heading.Risks, "This is the only risk."));

    private static NoteLine Line(int key, Heading heading, string text) => new(key, heading, text, ["m1"]);

    private static NoteSeen Seen(IEnumerable<NoteLine> lines, Action<Note>? change = null, string cited = "I cannot pay my rent")
    {
        var note = new Note { Id = 5, ServiceId = "shire", NoteKey = "1", Status = NoteStatus.Drafted, Version = 1, AskedAt = Now };
        change?.Invoke(note);
        var origin = new Origin(Writer.Extractive, Duration.FromMilliseconds(1200), "gpt-test", "summary.v1", 812, 96, 0.12m, "It *was* [slow](https://evil.example)");
        var version = new NoteVersion { ServiceId = "shire", Number = 1, Lines = new NoteLines([.. lines]), Origin = origin };
        return new NoteSeen(
            new NoteDetail(note, [version])
            {
                Cited = new Dictionary<string, CitedSource> { ["m1"] = new(new NoteSource("m1", KeptIn.Inbound, 1, Now, Speaker.Person), cited, null) },
                Case = null,
                HandOff = null,
                Taken = [],
            },
            "A.E. 7K2M9P",
            "7K2M9P");
    }

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(part => All(part.Value)).Prepend(one),
        JsonArray list => list.SelectMany(All),
        _ => [],
    };
}
