using Companion.Dialogs.Referrals;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>Staff read initials only when it is certain whose words they are: a wrong name is worse than none.</summary>
public sealed class WhoseTests
{
    private const long Ann = 101;
    private const long Joe = 102;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_phone_of_one_person_it_is_them()
    {
        await using var rig = await PhoneOf((Ann, "Ann"));
        Assert.Equal((Ann, "A.L."), await Seen(rig, await Asks(rig)));
    }

    [Fact]
    public async Task A_stranger_who_gives_their_own_name_on_a_phone_of_one_person_is_not_shown_as_that_person()
    {
        await using var rig = await PhoneOf((Ann, "Ann"));
        await Change(rig, address => address.Shared = true);
        foreach (var words in new[] { "hello", "1", "Zoe" })
        {
            await rig.Text(words);
        }

        Assert.Equal((null, ""), await Seen(rig, Assert.Single(await rig.All<HandOff>())));

        await rig.Text("i want to kill myself"); // it may be Zoe still
        Assert.Equal((null, ""), await Seen(rig, Assert.Single(await rig.All<HandOff>(), one => one.Urgent)));
    }

    [Fact]
    public async Task A_shared_phone_of_one_known_person_is_anybodys_until_a_name_is_given()
    {
        await using var rig = await PhoneOf((Ann, "Ann"));
        await Change(rig, address => address.Shared = true);
        await rig.Text("i want to kill myself");
        Assert.Equal((null, ""), await Seen(rig, Assert.Single(await rig.All<HandOff>())));
    }

    [Fact]
    public async Task On_a_phone_of_two_nobody_is_named_but_by_a_first_name_that_is_one_persons()
    {
        await using var rig = await PhoneOf((Ann, "Ann"), (Joe, "Ann"));
        foreach (var words in new[] { "hello", "1", "Ann" })
        {
            await rig.Text(words);
        }

        Assert.Equal((null, ""), await Seen(rig, Assert.Single(await rig.All<HandOff>())));
    }

    [Fact]
    public async Task Whoever_begins_a_referral_of_their_own_on_anothers_phone_is_not_that_other()
    {
        await using var rig = await PhoneOf((Ann, "Ann"));
        var asking = Talking(Ann, "referral", Slots.Empty.With(ReferralSlots.FirstName, "Zoe"));
        Assert.Equal((null, ""), await Seen(rig, await Opened(rig, HandOffReason.Misunderstood, asking)));

        var themselves = Talking(Ann, "referral", Slots.Empty.With(ReferralSlots.FirstName, "ann"));
        Assert.Equal((Ann, "A.L."), await Seen(rig, await Opened(rig, HandOffReason.Asked, themselves)));
    }

    [Fact]
    public async Task Danger_in_the_middle_of_a_strangers_referral_is_not_shown_as_the_owner_of_the_phone()
    {
        await using var rig = await PhoneOf((Ann, "Ann"));
        await rig.Store.Turn(
            Request(rig),
            turn =>
            {
                var talk = Talking(Ann, "referral", Slots.Empty.With(ReferralSlots.FirstName, "Zoe"));
                (talk.Id, talk.AddressId, talk.DialogVersion) = (turn.Session.NextId(), turn.Address.Id, 1);
                turn.Open.Add(talk);
                rig.Part<HandOffDesk>().RedFlag(turn, rig.Service, Kind.Suicide);
                return ValueTask.FromResult(true);
            },
            Cancel);
        Assert.Equal((null, ""), await Seen(rig, Assert.Single(await rig.All<HandOff>())));
    }

    [Fact]
    public async Task A_check_in_says_whose_it_is_on_a_phone_of_two_and_each_has_a_hand_off_of_their_own()
    {
        await using var rig = await PhoneOf((Ann, "Ann"), (Joe, "Joe"));
        var annes = await Opened(rig, HandOffReason.LowScore, Talking(Ann, "check-in", Slots.Empty));
        var joes = await Opened(rig, HandOffReason.LowScore, Talking(Joe, "check-in", Slots.Empty));

        Assert.Equal((Ann, "A.L."), await Seen(rig, annes));
        Assert.Equal((Joe, "J.L."), await Seen(rig, joes));
        Assert.Equal(annes.Id, (await Opened(rig, HandOffReason.LowScore, Talking(Ann, "check-in", Slots.Empty))).Id);
    }

    [Fact]
    public async Task One_who_is_referred_by_another_is_not_named_to_whoever_has_the_phone()
    {
        await using var rig = await PhoneOf((Ann, "Ann"));
        var mums = await Opened(rig, HandOffReason.Complex, Talking(909, "referral", Slots.Empty.With(ReferralSlots.For, "someone").With(ReferralSlots.FirstName, "May")));
        Assert.Equal((909, ""), await Seen(rig, mums)); // the case is hers, the phone is not
    }

    [Theory]
    [InlineData(AddressTrouble.WrongNumber)]
    [InlineData(AddressTrouble.Died)]
    public async Task A_number_that_is_no_longer_theirs_names_nobody(AddressTrouble found)
    {
        await using var rig = await PhoneOf((Ann, "Ann"));
        var before = await Asks(rig);
        await Change(rig, address => address.Mark(found));
        var after = await Opened(rig, HandOffReason.Review, conversation: null);

        Assert.Equal((Ann, ""), await Seen(rig, before)); // whoever reads the next reply is somebody else
        Assert.Equal((null, ""), await Seen(rig, after));
    }

    [Fact]
    public async Task Whoever_says_that_it_is_not_their_number_is_not_shown_as_the_person_we_thought()
    {
        await using var rig = await PhoneOf((Ann, "Ann"));
        await rig.Text("wrong number");
        var doubt = Assert.Single(await rig.All<HandOff>());
        Assert.Equal(HandOffReason.NotThem, doubt.Reason);
        Assert.Equal((null, ""), await Seen(rig, doubt));
    }

    [Fact]
    public async Task A_new_number_names_nobody_until_its_own_referral_says_who_writes()
    {
        await using var rig = await Rig.At(Desk.Monday);
        Assert.Equal((null, ""), await Seen(rig, await rig.AskedForAPerson()));
    }

    private static Conversation Talking(long? person, string dialog, Slots slots) =>
        new() { ServiceId = "shire", PersonId = person, Dialog = dialog, State = "Asking", Slots = slots };

    private static async Task<HandOff> Asks(Rig rig)
    {
        await rig.Text("hello");
        await rig.Text("1");
        return Assert.Single(await rig.All<HandOff>());
    }

    private static Task<HandOff> Opened(Rig rig, HandOffReason reason, Conversation? conversation) => rig.Store.Turn(
        Request(rig),
        turn => ValueTask.FromResult(rig.Part<HandOffDesk>().Ordinary(turn, rig.Service, reason, conversation)),
        Cancel);

    /// <summary>The person of a hand-off, and the initials by which staff are told to whom a reply went.</summary>
    private static async Task<(long? Person, string Initials)> Seen(Rig rig, HandOff handOff)
    {
        var reply = await rig.Reply(new Hold(handOff.Id, 0, 0), "Hello");
        return ((await rig.Now(handOff)).PersonId, reply.To.Replace(handOff.Reference, "", StringComparison.Ordinal).Trim());
    }

    private static TurnRequest Request(Rig rig) => new(rig.Service.Key, Channel.Sms, Rig.Anna, null, null, Desk.Monday);

    private static Task<bool> Change(Rig rig, Action<Address> change) => rig.Store.Turn(
        Request(rig),
        turn =>
        {
            change(turn.Address);
            turn.Update(turn.Address);
            return ValueTask.FromResult(true);
        },
        Cancel);

    private static async Task<Rig> PhoneOf(params (long Id, string Name)[] people)
    {
        var rig = await Rig.At(Desk.Monday);
        await rig.Store.Turn(
            Request(rig),
            turn =>
            {
                turn.Address.Textable = Textable.Wrote;
                turn.Update(turn.Address);
                foreach (var (id, name) in people)
                {
                    turn.Insert(new Person { Id = id, ServiceId = turn.Address.ServiceId, GivenName = name, FamilyName = "Lee", CreatedAt = turn.Now });
                    Addresses.Link(turn, id);
                }

                return ValueTask.FromResult(true);
            },
            Cancel);
        return rig;
    }
}
