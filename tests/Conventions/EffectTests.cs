using Companion.Dialogs;
using Companion.Dialogs.Appointments;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Groups;
using Companion.Dialogs.Talking;
using Companion.Workflows;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Companion.Conventions.Tests;

/// <summary>Effects are a closed family: whatever a dialog wants leaves its mark in the database.</summary>
public sealed class EffectTests
{
    private static readonly Effect[] Family =
    [
        new Say("consent.start.everything"),
        new OpenHandOff(HandOffReason.Asked),
        new SubmitReferral(),
        new RecordConsent(ConsentTopic.ShareWithGp, Agreed: true, "referral.gp.ask"),
        new ChangeTexts(ConsentTopic.Reminders, Stopped: true),
        new MarkSharedPhone(),
        new AnswerCaringQuestion(InDanger: true),
        new AnswerSafeToText(Safe: false),
        new BeginDialog("returning"),
        new GiveWords("a question that has closed", "yes"),
        new SendChatLink(),
        new RecordScore(new ItemAnswer("happy", 6)),
        new CloseCheckIn(Whole: false),
        new TellComing(Coming: true),
        new BringGuests(1),
        new TellRunningLate(),
        new LeaveTheGroup(),
        new TakePlace(),
        new DeclinePlace(),
        new LapsePlace(),
        new WaitAgain(),
        new AnswerAppointment(AppointmentAnswer.NotComing),
        new TakeFreeTime("2026-12-01T10:30"),
    ];

    public static TheoryData<string> Names() => [.. typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect))).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_effect_is_carried_out(string name)
    {
        var effect = Assert.Single(Family, effect => effect.GetType().Name == name);

        Assert.NotEqual(await RowsAfter([]), await RowsAfter([effect]));
    }

    // Without this the test above could not fail.
    [Fact]
    public async Task Two_turns_without_an_effect_leave_the_same_rows() => Assert.Equal(await RowsAfter([]), await RowsAfter([]));

    private static async Task<string> RowsAfter(IReadOnlyList<Effect> effects)
    {
        var folder = Directory.CreateTempSubdirectory("companion-effects-");
        var database = $"Data Source={Path.Combine(folder.FullName, "effects.db")};Pooling=False";
        await using (var store = new SqliteStore(database))
        {
            await store.Migrate(TestContext.Current.CancellationToken);
            await using var parts = Parts(store, effects);
            await parts.GetRequiredService<ReceiveMessage>().Handle(
                new Incoming("shire", Channel.Sms, "SM1", "+447700900123", "hello"), TestContext.Current.CancellationToken);
        }

        var rows = Rows(database);
        folder.Delete(recursive: true);
        return rows;
    }

    private static ServiceProvider Parts(SqliteStore store, IReadOnlyList<Effect> effects)
    {
        var service = new ServiceSettings { Name = "Shire Social Prescribing", NeutralName = "Shire Links", Number = "+447700900100", Phone = "01632 960 100" };
        Assert.Empty(service.Prepare("shire"));
        var others = ShippedDialogs.Makers.Where(make => make().Name != "referral");
        return new ServiceCollection()
            .AddSingleton<IStore>(store)
            .AddSingleton<IClock>(new Noon())
            .AddSingleton(new ServiceBook(new Dictionary<string, ServiceSettings> { ["shire"] = service }))
            .AddSingleton(new LinkSettings { Key = "a test key that signs nothing else", BaseUrl = "https://companion.example" })
            .AddSingleton(new OptOutSettings())
            .AddSingleton(new DialogBook([() => new Wanting(effects), .. others]))
            .AddWorkflows()
            .BuildServiceProvider();
    }

    private static string Rows(string database)
    {
        using var connection = new SqliteConnection(database);
        connection.Open();
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%Lock%' ORDER BY name");
        return string.Join('\n', tables.SelectMany(table => Read(connection, $"SELECT * FROM \"{table}\"").Prepend(table)));
    }

    private static List<string> Read(SqliteConnection connection, string query)
    {
        using var command = new SqliteCommand(query, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    private sealed class Noon : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 11, 23, 12, 0);
    }

    /// <summary>A referral that only wants the given effects.</summary>
    private sealed class Wanting(IReadOnlyList<Effect> effects) : IDialog
    {
        public string Name => "referral";

        public int Version => 1;

        public string Diagram => "";

        public Step Begin(Slots slots, Utterance said) => new(new Place(Name, Version, "Asking", slots.With("check-in", "1").With("instrument", "ons4"), 0), effects);

        public Step Hear(Place place, Utterance said) => new(place, effects);

        public Step Silence(Place place, Utterance said) => new(place with { State = Place.Ended }, []);

        public Fit Fits(Place place, Utterance said) => Fit.Possible;

        public bool Asks(Place place) => true;
    }
}
