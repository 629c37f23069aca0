using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;
using Companion.Tests.Support;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;
using Companion.Workflows.Telemetry;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Tests.People;

/// <summary>What staff find out about an address, on both databases: who, when and how, and what follows from it.</summary>
public abstract class RecordFindingContract : IAsyncLifetime
{
    private const string How = "He told Sam on the phone on Monday";
    private const string Mobile = "+447700900456";
    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private readonly StandingClock clock = new(MondayNoon);
    private IStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = Open();
        await store.Migrate(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Close();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_claimed_number_is_texted_once_staff_wrote_down_that_the_person_agreed()
    {
        var made = await Refer();
        var asked = await Talk(made, "textable", Slots.Empty.With("people", $"{made.PersonId},77"));
        var question = await Queue(made, SendClass.AskToText, asked);
        var nudge = await Queue(made, SendClass.Nudge);

        Assert.Equal(FindingOutcome.Recorded, await Record(made, Finding.AgreedToTexts));

        var address = Assert.Single(await All<Address>());
        Assert.Equal((Textable.StaffRecorded, How), (address.Textable, address.TextableNote));
        var entry = Assert.Single(await All<ConsentEntry>());
        Assert.Equal((ConsentTopic.TextingThisNumber, ConsentChange.Agreed, "Sam"), (entry.Topic, entry.Change, entry.By));
        Assert.Equal([made.PersonId, 77L], (await All<PersonAddress>()).Select(link => link.PersonId).OrderDescending());
        Assert.NotNull(Assert.Single(await All<Conversation>()).ClosedAt);
        Assert.Equal(SendStatus.Superseded, (await Sent(question)).Status);
        await Claim();
        Assert.Equal(SendStatus.Sending, (await Sent(nudge)).Status);
    }

    [Fact]
    public async Task After_a_death_talks_end_and_nothing_goes_but_a_link_workers_own_words()
    {
        var made = await Refer(address => address.Textable = Textable.Wrote);
        var talk = await Talk(made, "referral");
        var caring = await Talk(made, SafetyDesk.Caring);
        var nudge = await Queue(made, SendClass.Nudge);
        var ours = await Queue(made, SendClass.LinkWorker);

        Assert.Equal(FindingOutcome.Recorded, await Record(made, Finding.Died));

        await Claim();
        var refused = await Sent(nudge);
        Assert.Equal((SendStatus.Refused, "The address is marked: Died."), (refused.Status, refused.Reason));
        Assert.Equal(SendStatus.Sending, (await Sent(ours)).Status);
        var talks = (await All<Conversation>()).ToDictionary(open => open.Id);
        Assert.Equal(("died", (Instant?)MondayNoon), (talks[talk].CloseReason, talks[talk].ClosedAt));
        Assert.Null(talks[caring].ClosedAt); // only a person clears what is about danger
        Assert.Equal("Died", Assert.Single(await All<Case>()).Status);
    }

    [Fact]
    public async Task A_death_holds_at_every_address_of_the_person_and_ends_nothing_of_others_who_share_one()
    {
        var made = await Refer(address => address.Textable = Textable.Wrote);
        await Link(made.AddressId, made.PersonId, 900);
        var chat = await Chat(made.PersonId);
        var others = await Talk(made, "referral", person: 900);

        await Record(made, Finding.Died);

        var addresses = (await All<Address>()).ToDictionary(address => address.Id);
        Assert.Null(addresses[made.AddressId].Trouble);
        Assert.Equal(AddressTrouble.Died, addresses[chat].Trouble);
        Assert.Null((await All<Conversation>()).Single(open => open.Id == others).ClosedAt);
    }

    [Fact]
    public async Task A_mistake_is_taken_back_and_both_lines_stay()
    {
        var made = await Refer(address => address.Textable = Textable.Wrote);
        await Record(made, Finding.Died);
        clock.Now += Duration.FromHours(1);

        Assert.Equal(FindingOutcome.Recorded, await Record(made, Finding.NothingWrong));

        Assert.Null(Assert.Single(await All<Address>()).Trouble);
        Assert.Equal("Open", Assert.Single(await All<Case>()).Status);
        var lines = (await All<AddressFinding>()).OrderBy(line => line.At).Select(line => (line.What, line.At, line.How, line.By));
        Assert.Equal([(Finding.Died, MondayNoon, How, "Sam"), (Finding.NothingWrong, clock.Now, How, "Sam")], lines);
    }

    [Fact]
    public async Task Lifting_another_mark_leaves_the_unsafe_one_to_be_lifted_by_itself()
    {
        var made = await Refer(address => address.Textable = Textable.Wrote);
        await Record(made, Finding.UnsafeToText);
        await Record(made, Finding.WrongNumber);

        await Record(made, Finding.NothingWrong);
        Assert.Equal(AddressTrouble.UnsafeToText, Assert.Single(await All<Address>()).Trouble);

        await Record(made, Finding.NothingWrong);
        Assert.Null(Assert.Single(await All<Address>()).Trouble);
    }

    [Theory]
    [InlineData(Finding.WrongNumber, AddressTrouble.WrongNumber)]
    [InlineData(Finding.MovedAway, AddressTrouble.MovedAway)]
    [InlineData(Finding.Died, AddressTrouble.Died)]
    public async Task What_is_found_out_later_never_makes_an_unsafe_number_safe(Finding what, AddressTrouble mark)
    {
        var made = await Refer(address => Put(address, "unsafe"));

        Assert.Equal(FindingOutcome.Recorded, await Record(made, what));

        var address = Assert.Single(await All<Address>());
        Assert.True(address.IsUnsafe && address.Is(mark));
    }

    [Theory]
    [InlineData(Finding.AgreedToTexts, "wrote", FindingOutcome.AlreadySo)]
    [InlineData(Finding.AgreedToTexts, "landline", FindingOutcome.Landline)]
    [InlineData(Finding.AgreedToTexts, "stopped", FindingOutcome.Stopped)]
    [InlineData(Finding.AgreedToTexts, "unsafe", FindingOutcome.Marked)]
    [InlineData(Finding.UnsafeToText, "unsafe", FindingOutcome.AlreadySo)]
    [InlineData(Finding.NothingWrong, "wrote", FindingOutcome.AlreadySo)]
    [InlineData(Finding.NothingWrong, "abuse", FindingOutcome.ClearHandOffFirst)]
    [InlineData(Finding.NothingWrong, "abuse at a wrong number", FindingOutcome.ClearHandOffFirst)]
    [InlineData(Finding.UnsafeToText, "unsafe and a wrong number", FindingOutcome.AlreadySo)]
    public async Task What_makes_no_sense_is_refused_and_leaves_no_line(Finding what, string state, FindingOutcome expected)
    {
        var made = await Refer(address => Put(address, state));
        if (state.StartsWith("abuse", StringComparison.Ordinal))
        {
            await Abuse(made);
        }

        Assert.Equal(expected, await Record(made, what));
        Assert.Empty(await All<AddressFinding>());
    }

    [Fact]
    public async Task The_phone_of_a_carer_is_not_the_persons()
    {
        var made = await Refer();
        var carer = await At("+447700900001", Channel.Sms, turn => turn.Address.Id);

        Assert.Equal(FindingOutcome.NotTheirs, await Part.Handle(made.Id, new Found(carer, Finding.WrongNumber, How, "Sam"), Cancel));
        Assert.Equal(FindingOutcome.NotTheirs, await Part.Handle(4711, new Found(made.AddressId, Finding.WrongNumber, How, "Sam"), Cancel));
    }

    protected abstract IStore Open();

    protected virtual void Close()
    {
    }

    private static void Put(Address address, string state)
    {
        address.Textable = state switch { "landline" => Textable.PhoneOnly, "stopped" => Textable.Declined, _ => Textable.Wrote };
        address.Stopped = state == "stopped" ? nameof(ConsentTopic.Everything) : "";
        address.Mark(AddressTrouble.UnsafeToText, state.StartsWith("unsafe", StringComparison.Ordinal) || state.StartsWith("abuse", StringComparison.Ordinal));
        address.Mark(AddressTrouble.WrongNumber, state.EndsWith("wrong number", StringComparison.Ordinal));
    }

    private RecordFinding Part => new(store, clock);

    private Task<FindingOutcome> Record(Case made, Finding what) => Part.Handle(made.Id, new Found(made.AddressId, what, How, "Sam"), Cancel);

    private Task<Claimed> Claim() =>
        new ClaimDue(store, new ServiceBook(new Dictionary<string, ServiceSettings> { ["shire"] = TestService.Shire() }), [], new CompanionMeter(), clock).Handle(10, Cancel);

    private Task<T> At<T>(string value, Channel channel, Func<Turn, T> change) => store.Turn(
        new TurnRequest("shire", channel, value, null, null, clock.Now), turn => ValueTask.FromResult(change(turn)), Cancel);

    // Given by a carer: the case knows the number, and nobody is linked to it.
    private Task<Case> Refer(Action<Address>? change = null) => At(Mobile, Channel.Sms, turn =>
    {
        change?.Invoke(turn.Address);
        turn.Update(turn.Address);
        return turn.Insert(new Case
        {
            Id = turn.Session.NextId(),
            ServiceId = "shire",
            PersonId = 4_000_000,
            AddressId = turn.Address.Id,
            ConversationId = turn.Session.NextId(),
            Reference = "AB23CD",
            ReferredAt = turn.Now,
            HearBackBy = turn.Now,
            Method = "Referred by a carer",
            Phone = Mobile,
            Risks = "No known risks",
            Tier = "LinkWorker",
            Cohort = "Primary care",
            Reasons = "",
        });
    });

    private Task<long> Talk(Case made, string dialog, Slots? slots = null, long? person = null) => At(Mobile, Channel.Sms, turn => turn.Insert(new Conversation
    {
        Id = turn.Session.NextId(),
        ServiceId = "shire",
        AddressId = made.AddressId,
        PersonId = person,
        Dialog = dialog,
        State = "Open",
        Slots = slots ?? Slots.Empty,
        OpenedAt = turn.Now,
        MovedAt = turn.Now,
    }).Id);

    private Task<long> Queue(Case made, SendClass sendClass, long? talk = null) => At(Mobile, Channel.Sms, turn => turn.Insert(new OutboundMessage
    {
        Id = turn.Session.NextId(),
        ServiceId = "shire",
        AddressId = made.AddressId,
        ConversationId = talk,
        Channel = Channel.Sms,
        To = Mobile,
        Class = sendClass,
        SendKey = $"test:{sendClass}",
        TextKey = "test",
        Words = "Hello",
        CreatedAt = turn.Now,
        DueAt = turn.Now,
        ExpiresAt = turn.Now + Duration.FromHours(1),
    }).Id);

    private Task<long> Chat(long person) => At("a chat's token", Channel.WebChat, turn =>
    {
        Addresses.Link(turn, person);
        return turn.Address.Id;
    });

    private Task<bool> Link(long address, params long[] people) => store.Turn(
        TurnRequest.About("shire", address, clock.Now),
        turn =>
        {
            foreach (var person in people)
            {
                turn.Insert(new Person { Id = person, ServiceId = "shire", CreatedAt = turn.Now });
                Addresses.Link(turn, person);
            }

            return ValueTask.FromResult(true);
        },
        Cancel);

    private Task<HandOff> Abuse(Case made) => At(Mobile, Channel.Sms, turn => turn.Insert(new HandOff
    {
        Id = turn.Session.NextId(),
        ServiceId = "shire",
        AddressId = made.AddressId,
        Reference = "EF45GH",
        Reason = HandOffReason.RedFlag,
        DangerKind = "Abuse",
        OpenedAt = turn.Now,
        DueAt = turn.Now,
    }));

    private async Task<OutboundMessage> Sent(long id) => (await All<OutboundMessage>()).Single(row => row.Id == id);

    private async Task<List<T>> All<T>()
        where T : class
    {
        await using var db = store.Read();
        return await db.Set<T>().ToListAsync(Cancel);
    }
}

public sealed class SqliteRecordFindingTests : RecordFindingContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("companion-findings-").FullName;

    protected override IStore Open() => new SqliteStore($"Data Source={Path.Combine(folder, "test.db")};Pooling=False");

    protected override void Close() => Directory.Delete(folder, recursive: true);
}

public sealed class PostgresRecordFindingTests : RecordFindingContract
{
    protected override IStore Open() => new PostgresStore(PostgresServer.NewDatabase());
}
