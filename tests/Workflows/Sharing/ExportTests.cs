using System.Text.Json.Nodes;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Tests.Support;
using Companion.Workflows.Appointments;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Sharing;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using NodaTime;

namespace Companion.Workflows.Tests.Sharing;

/// <summary>A case written out: what is in it, what never is, and that the official packages take its FHIR.</summary>
public sealed class ExportTests
{
    private const string Folder = "tests/Workflows/Sharing/golden";

    private static readonly NpmTool Checker = new("fhir", () => Require.Shared("clients", "fhir"), "package.json", "install");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<CaseFormat> Formats() => [CaseFormat.Text, CaseFormat.Prsb, CaseFormat.Fhir];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_full_case_and_an_empty_one_are_written_as_they_were(CaseFormat format)
    {
        await using var desk = await SharingDesk.Open();
        var ending = format == CaseFormat.Text ? "txt" : "json";
        foreach (var (name, id) in new[] { ("full", await InventedCase.Full(desk.Store)), ("empty", await InventedCase.Empty(desk.Store)) })
        {
            var written = await desk.Written(id, format);
            Golden.Matches($"{Folder}/{name}.{format.ToString().ToLowerInvariant()}.{ending}", written);
            Assert.Equal(written, await desk.Written(id, format)); // the same row has the same name in every export
        }
    }

    [Fact]
    public async Task From_PostgreSQL_the_same_case_is_written_the_same()
    {
        await using var desk = await SharingDesk.Open(store: new PostgresStore(PostgresServer.NewDatabase()));
        var id = await InventedCase.Full(desk.Store);
        foreach (var (format, file) in new[] { (CaseFormat.Text, "full.text.txt"), (CaseFormat.Prsb, "full.prsb.json"), (CaseFormat.Fhir, "full.fhir.json") })
        {
            Golden.Matches($"{Folder}/{file}", await desk.Written(id, format));
        }
    }

    [Fact]
    public async Task The_official_packages_take_every_bundle()
    {
        _ = Require.Shared("clients", "fhir");
        await using var desk = await SharingDesk.Open();
        var odd = await InventedCase.Full(desk.Store, referral =>
        {
            (referral.GivenName, referral.FamilyName) = (OddName, "\u200B");
            (referral.Method, referral.Status) = ("Self referral", "Died");
        });
        var bundles = new[] { await desk.Written(odd, CaseFormat.Fhir), await desk.Written(await InventedCase.Empty(desk.Store), CaseFormat.Fhir), await File.ReadAllTextAsync(Path.Combine(Repository.Root, Folder, "full.fhir.json"), Cancel) };
        foreach (var bundle in bundles)
        {
            var (said, exit) = await Checker.Run(bundle, Cancel, "check-fhir.mjs", "/dev/stdin");
            Assert.True(exit == 0 && said.Contains("ok", StringComparison.Ordinal), said);
        }

        var (_, refused) = await Checker.Run(bundles[2].Replace("\"final\"", "\"finished\"", StringComparison.Ordinal), Cancel, "check-fhir.mjs", "/dev/stdin");
        Assert.Equal(1, refused); // the checker checks
    }

    [Fact]
    public async Task Every_reference_of_a_bundle_is_in_it_and_every_name_is_there_once()
    {
        await using var desk = await SharingDesk.Open();
        var bundle = JsonNode.Parse(await desk.Written(await InventedCase.Full(desk.Store), CaseFormat.Fhir))!;
        var urls = bundle["entry"]!.AsArray().Select(entry => (string)entry!["fullUrl"]!).ToList();
        Assert.Equal(urls.Count, urls.Distinct().Count());
        Assert.All(urls, url => Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", url));
        Assert.All(References(bundle), reference => Assert.Contains(reference, urls));
        Assert.NotEmpty(References(bundle));
    }

    [Fact]
    public async Task No_words_of_a_message_no_notes_and_no_other_free_words_are_in_FHIR()
    {
        await using var desk = await SharingDesk.Open();
        var fhir = await desk.Written(await InventedCase.Full(desk.Store), CaseFormat.Fhir);
        string[] free = [InventedCase.Body, InventedCase.Heard, InventedCase.WorkersNote, "about the gas", "payload", "walking group", "Nell", "My garden", "Alone in a flat"];
        Assert.All(free, words => Assert.DoesNotContain(words, fhir, StringComparison.Ordinal));
        Assert.Contains("asked-declined", fhir, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Nothing_struck_unapproved_or_written_among_colleagues_goes_out(CaseFormat format)
    {
        await using var desk = await SharingDesk.Open();
        var written = await desk.Written(await InventedCase.Full(desk.Store), format);
        string[] never = ["lottery", "brother", "Nell", "about the gas", PlantedNotes.Unapproved];
        Assert.All(never, words => Assert.DoesNotContain(words, written, StringComparison.Ordinal));

        await using var none = await SharingDesk.Open([]);
        Assert.DoesNotContain("walking group", await none.Written(await InventedCase.Full(none.Store), format), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_goes_out_as_nothing_but_the_fact_so_that_a_redacted_one_leaves_no_word()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store, referral => referral.Reason = null);
        foreach (var format in Enum.GetValues<CaseFormat>())
        {
            Assert.DoesNotContain("gas is off", await desk.Written(id, format), StringComparison.Ordinal);
        }

        var stamps = (await desk.Record(id)).Messages;
        Assert.Equal(5, stamps.Count);
        Assert.DoesNotContain(typeof(MessageStamp).GetProperties(), property => property.PropertyType == typeof(string));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Another_service_has_no_such_case(CaseFormat format)
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store);
        Assert.Null(await desk.Export.Handle("other", id, format, "Sam Okoye", Cancel));
        Assert.Null(await desk.Export.Find("other", "RXHW23", format, "Sam Okoye", Cancel));
        Assert.Null(await desk.Export.Find("shire", "NOBODY", format, "Sam Okoye", Cancel));
        Assert.Empty(await desk.All<SharingEvent>());
        Assert.NotNull(await desk.Export.Find("shire", " rxhw23", format, "Sam Okoye", Cancel));
        var kept = Assert.Single(await desk.All<SharingEvent>());
        Assert.Equal((SharingKind.Exported, $"{format}", "Sam Okoye", InventedCase.Now), (kept.Kind, kept.Detail, kept.By, kept.At));
    }

    [Fact]
    public async Task A_name_cannot_look_like_a_section_or_turn_the_line_round()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store, referral => (referral.GivenName, referral.FamilyName) = (OddName, "\u202Eeht"));
        var text = await desk.Written(id, CaseFormat.Text);
        Assert.Single(text.Split('\n'), line => line == "RISKS");
        Assert.DoesNotContain("\u202E", text, StringComparison.Ordinal);
        Assert.Contains("Zo\u00EB \"O'Brien\" <b>& \u0141ukasz \U0001F33B RISKS - None.", text, StringComparison.Ordinal);
        Assert.Equal("Zo\u00EB \"O'Brien\" <b>& \u0141ukasz \U0001F33B RISKS - None.", (string?)JsonNode.Parse(await desk.Written(id, CaseFormat.Prsb))!["personDemographics"]!["firstName"]);
    }

    [Fact]
    public async Task Danger_heard_after_the_referral_is_a_risk_whatever_the_referral_said()
    {
        await using var desk = await SharingDesk.Open([]);
        var text = await desk.Written(await InventedCase.Full(desk.Store), CaseFormat.Text);
        Assert.Contains("RISKS\n- Abuse was heard on 6 March 2026. Hand-off ABUSE2.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("No known risks", text, StringComparison.Ordinal);
        Assert.Contains("RISKS\n- No known risks recorded.\n", await desk.Written(await InventedCase.Empty(desk.Store), CaseFormat.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_wrote_on_a_shared_phone_is_nobody_elses_communication()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store);
        await desk.Store.Write(
            session =>
            {
                session.Insert(new PersonAddress { Id = 7001, ServiceId = "shire", PersonId = 7000, AddressId = 5002, CreatedAt = InventedCase.Referred });
                session.Insert(new Conversation
                {
                    Id = 7002,
                    ServiceId = "shire",
                    AddressId = 5002,
                    PersonId = 5001,
                    Dialog = "referral",
                    State = "Ended",
                    OpenedAt = InventedCase.Referred,
                    MovedAt = InventedCase.Referred,
                });
                session.Insert(new InboundMessage
                {
                    Id = 7003,
                    ServiceId = "shire",
                    AddressId = 5002,
                    ConversationId = 7002,
                    Channel = Channel.Sms,
                    ProviderId = "SM7003",
                    Words = "mine",
                    ReceivedAt = InventedCase.Now,
                });
                return ValueTask.FromResult(true);
            },
            Cancel);
        Assert.Equal(7003, Assert.Single((await desk.Record(id)).Messages).Id);
    }

    [Fact]
    public async Task Consent_that_was_taken_back_is_no_consent()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store);
        Assert.True((await desk.Record(id)).ShareWithGp);
        await TakeBack(desk.Store);
        Assert.False((await desk.Record(id)).ShareWithGp);
    }

    [Fact]
    public void Every_value_that_can_go_out_has_its_words()
    {
        Assert.All(Enum.GetValues<Need>(), need => Assert.NotEmpty(SharingWords.Called(need)));
        Assert.All(Enum.GetValues<HandOffReason>(), why => Assert.NotEmpty(SharingWords.Called(why)));
        Assert.All(Enum.GetValues<AppointmentKind>(), kind => Assert.NotEmpty(SharingWords.Called(kind)));
        Assert.All(Enum.GetValues<AppointmentStatus>(), status => Assert.NotEmpty(SharingWords.Called(status)));
        Assert.All(Instrument.Shipped, key => Assert.NotEqual(key, SharingWords.Instrument(key)));
    }

    /// <summary>The person no longer wants their GP told.</summary>
    internal static Task TakeBack(IStore store) => store.Write(
        session =>
        {
            session.Insert(new ConsentEntry
            {
                Id = 7100,
                ServiceId = "shire",
                AddressId = 5002,
                At = InventedCase.Referred + Duration.FromDays(3),
                Topic = ConsentTopic.ShareWithGp,
                Change = ConsentChange.Refused,
                Basis = ConsentBasis.Objection,
                By = "person",
            });
            return ValueTask.FromResult(true);
        },
        Cancel);

    private const string OddName = "Zo\u00EB \"O'Brien\" <b>& \u0141ukasz \U0001F33B\u0007\r\nRISKS\n- None.\u200B";

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => member.Key == "reference" && member.Value is JsonValue value ? [(string)value!] : References(member.Value)),
        JsonArray many => many.SelectMany(References),
        _ => [],
    };
}
