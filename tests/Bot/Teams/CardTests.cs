using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Pages;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

public sealed partial class CardTests
{
    private const string Nasty = "**bold** [click](https://evil.example) <at>Everyone</at> {{DATE(2026-01-01T00:00:00Z,SHORT)}} ![x](https://evil.example/p.png) \u202e # 😀";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 11, 0);
    private static readonly PageWords Words = new(new TextBook(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly, typeof(PageWords).Assembly));
    private static readonly LinkSettings Links = new() { BaseUrl = "https://companion.example" };

    private static Showing Fullest => new("1") { Said = "It is late.", Unsent = new(new string('語', 1400), new string('語', 4000)), MayGoAtNight = true };

    [Fact]
    public async Task Every_card_passes_the_schema_the_official_package_and_the_rules_of_Teams()
    {
        var seen = Seen();
        var long_ = Known(300, new string('ü', 900));
        await CardCheck.Passes(new Dictionary<string, JsonObject>
        {
            ["channel-waits"] = Channel(seen),
            ["channel-urgent"] = Channel(Seen(one => (one.Urgent, one.CouldNotBeTexted) = (true, true))),
            ["channel-held"] = Channel(Held()),
            ["channel-closed"] = Channel(Seen(one => (one.ClearedAt, one.ClearedBy) = (Now, "Sam [x](y)"))),
            ["desk-bare"] = Desk().Mine(Held(), new CaseFacts(), new Showing("1"), Now).Content,
            ["desk-full"] = Desk(quick: 12).Mine(Held(), Known(5, Nasty), new Showing("1"), Now).Content,
            ["desk-long"] = Desk(quick: 12).Mine(Held(), long_, new Showing("1"), Now).Content,
            ["desk-night"] = Desk().Mine(Held(), Known(1, "Hi"), new Showing("1") { Said = "It is late.", Unsent = new(new string('x', 1400), null), MayGoAtNight = true }, Now).Content,
            ["desk-unsafe"] = Desk().Mine(Held(unsafeToText: true), Known(1, "Hi"), new Showing("1"), Now).Content,
            ["desk-urgent"] = Desk(quick: 12).Mine(Seen(one => (one.OwnerId, one.Owner, one.Fence, one.Urgent, one.Alarms) = (7, "Sam", 3, true, 2)), Known(1, "Hi"), Fullest, Now).Content,
            ["desk-lost"] = Desk().Lost(Held(), wasRetaken: false, "Words that were not sent").Content,
            ["heard"] = Small().Heard(Held(), Line(1, Nasty), "1").Content,
            ["heard-picture"] = Small().Heard(Held(), Line(1, "") with { Attachments = 2 }, "1").Content,
            ["heard-long"] = Small().Heard(Held(), Line(1, new string('x', 5000)), "1").Content,
            ["held-none"] = Small().Held([], withFiles: false, "1").Content,
            ["held-many"] = Small().Held([.. Enumerable.Repeat(Held(), 40)], withFiles: true, "1").Content,
        });
    }

    [Fact]
    public void Nothing_a_person_wrote_can_act_in_a_card()
    {
        foreach (var card in new[] { Desk().Mine(Held(), Known(3, Nasty), new Showing("1"), Now).Content, Small().Heard(Held(), Line(1, Nasty), "1").Content })
        {
            Assert.All(All(card).Where(one => (string?)one["type"] == "TextBlock"), block => Assert.DoesNotContain("evil", (string?)block["text"], StringComparison.Ordinal));
            Assert.DoesNotContain("{{", card.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(All(card), one => ((string?)(one["type"] as JsonValue)) == "Image");
        }

        Assert.Equal(@"\*a\* \[b\](c) \<at\>d\</at\>", CardTemplate.Plain("*a* [b](c) <at>d</at>"));
    }

    [Fact]
    public void The_card_of_the_channel_and_every_summary_hold_no_word_name_or_number_of_the_person()
    {
        var cards = new[]
        {
            new HandOffCard(Words, Links).Of(Seen(one => one.CallbackNumber = "+447700900999"), Now),
            Desk().Mine(Held(), Known(3, "My name is Anna"), new Showing("1"), Now),
            Small().Heard(Held(), Line(1, "My name is Anna"), "1"),
            Small().Held([Held()], withFiles: false, "1"),
        };
        Assert.All(cards, card => Assert.DoesNotMatch("Anna|Example|7700|1954", card.Summary));
        Assert.DoesNotMatch("Anna|Example|7700|1954", cards[0].Content.ToJsonString());
        Assert.Contains("A.E. 7K2M9P", cards[0].Content.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_conversation_gives_way_to_the_size_that_Teams_takes_and_says_where_the_rest_is()
    {
        var card = Desk(quick: 12).Mine(Held(), Known(300, new string('ü', 990)), new Showing("1"), Now).Content;
        Assert.InRange(Encoding.UTF8.GetByteCount(card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })), 5_000, Card.Largest);
        Assert.Contains("Earlier messages are in the console", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_words_and_note_that_fit_their_boxes_are_kept_within_the_size_that_Teams_takes()
    {
        var card = Desk(quick: 12).Mine(Held(unsafeToText: true), Known(300, new string('ü', 990)), Fullest, Now).Content;
        Assert.InRange(Encoding.UTF8.GetByteCount(card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })), 15_000, Card.Largest);
        Assert.All(new[] { Fullest.Unsent.Words, Fullest.Unsent.Note }, typed => Assert.Contains(All(card), one => (string?)(one["value"] as JsonValue) == typed));
    }

    [Fact]
    public void What_was_heard_on_a_phone_of_several_people_names_none_of_them()
    {
        Assert.Contains("A.E. 7K2M9P wrote at", Small().Heard(Held(), Line(1, "Hi"), "1").Content.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"7K2M9P wrote at", Small().Heard(Held() with { IsShared = true }, Line(1, "Hi"), "1").Content.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_that_a_template_names_is_there_and_every_reason_has_safe_words()
    {
        foreach (var name in new[] { "handoff", "desk", "heard", "held", "note" })
        {
            using var stream = typeof(CardTemplate).Assembly.GetManifestResourceStream($"Companion.Bot.Channels.Teams.Cards.{name}.json")!;
            using var reader = new StreamReader(stream);
            Assert.All(TextKey().Matches(reader.ReadToEnd()), key => Assert.NotEmpty(Words[key.Groups[1].Value]));
        }

        Assert.All(Enum.GetValues<HandOffReason>(), reason => Assert.NotEmpty(Words[$"teams.reason.{reason}"]));
    }

    [Fact]
    public void What_a_colleague_noted_is_not_shown_as_the_persons_words()
    {
        var noted = Line(1, "Sounded confused") with { IsNote = true, By = "Mo Ali" };

        var runs = All(Desk().Mine(Held(), new CaseFacts { Talked = [noted] }, new Showing("1"), Now).Content)
            .Where(one => (string?)(one["type"] as JsonValue) == "TextRun").Select(one => (string?)one["text"]).ToList();

        Assert.Contains("Sounded confused", runs);
        Assert.Contains(runs, run => run!.StartsWith("Note for colleagues by Mo Ali", StringComparison.Ordinal));
        Assert.DoesNotContain(runs, run => run!.StartsWith("They", StringComparison.Ordinal));
    }

    [Fact]
    public void Whether_texting_is_safe_is_asked_of_whoever_closes_where_abuse_was_heard_and_of_nobody_else()
    {
        Assert.Contains(All(Desk().Mine(Held(unsafeToText: true), Known(1, "Hi"), new Showing("1"), Now).Content), one => (string?)(one["id"] as JsonValue) == "safe");
        Assert.DoesNotContain(All(Desk().Mine(Held(), Known(1, "Hi"), new Showing("1"), Now).Content), one => (string?)(one["id"] as JsonValue) == "safe");
    }

    private static JsonObject Channel(CaseView seen) => new HandOffCard(Words, Links).Of(seen, Now).Content;

    private static SmallCards Small() => new(Words, Links);

    private static DeskCard Desk(int quick = 2)
    {
        var service = new ServiceSettings { Name = "Shire", NeutralName = "Shire" };
        for (var reply = 0; reply < quick; reply++)
        {
            service.HandOffs.QuickReplies.Add($"{reply:00}", "I will phone you today. Is there a good time?");
        }

        return new DeskCard(
            Words, new ServiceBook(new Dictionary<string, ServiceSettings> { ["shire"] = service }), new DeskFacts(Words), new DeskLines(Words), Links);
    }

    private static CaseView Held(bool unsafeToText = false) => Seen(
        one => (one.OwnerId, one.Owner, one.Fence, one.AcknowledgedAt, one.ActBy, one.DangerKind) = (7, "Sam *Okoye*", 3, Now, Now, unsafeToText ? "Abuse" : null));

    private static CaseView Seen(Action<HandOff>? change = null)
    {
        var handOff = new HandOff { Id = 5, ServiceId = "shire", Reference = "7K2M9P", Reason = HandOffReason.Asked, OpenedAt = Now - Duration.FromMinutes(12), DueAt = Now };
        change?.Invoke(handOff);
        handOff.PersonId = 3;
        var address = new Address { ServiceId = "shire", Value = "+447700900123" };
        return new CaseView(handOff, Initials.Of(handOff, address, [new Person { Id = 3, ServiceId = "shire", GivenName = "Anna", FamilyName = "Example" }]), address);
    }

    private static CaseFacts Known(int lines, string words) => new()
    {
        Case = new CaseGlance(new Case
        {
            Id = 9,
            ServiceId = "shire",
            Reference = "RX12",
            Method = "Self referral",
            Risks = "",
            Tier = "LinkWorker",
            Cohort = "Everybody",
            Reasons = "",
            Needs = "Money,Loneliness",
            ShareWithGp = true,
        }, []),
        Talked = [.. Enumerable.Range(1, lines).Select(at => Line(at, words))],
        Colleagues = [new Colleague(new Worker { Id = 8, ServiceId = "shire", Name = "Mo Ali", ShownName = "Mo" }, null)],
        LastSent = new OutboundMessage
        {
            ServiceId = "shire",
            Channel = Workflows.People.Channel.Sms,
            To = "+447700900123",
            SendKey = "1",
            TextKey = "handoff.worker",
            Words = "Hi",
            CreatedAt = Now,
            Status = SendStatus.Delivered,
        },
    };

    private static TalkedLine Line(int at, string words) => new(at, Now - Duration.FromMinutes(600 - at), Workflows.People.Channel.Sms, words)
    {
        Said = at % 2 == 0 ? new Said(SendClass.LinkWorker, SendStatus.Delivered, null) : null,
    };

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(part => All(part.Value)).Prepend(one),
        JsonArray list => list.SelectMany(All),
        _ => [],
    };

    [GeneratedRegex(@"""@([a-z.-]+)""")]
    private static partial Regex TextKey();
}
