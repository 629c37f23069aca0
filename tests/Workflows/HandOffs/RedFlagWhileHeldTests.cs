using Companion.Workflows.HandOffs;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>Danger heard while a link worker holds the conversation is put before their eyes, and the ladder climbs until somebody accepts it.</summary>
public sealed class RedFlagWhileHeldTests
{
    private const string Danger = "I want to kill myself";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_holder_gets_a_desk_and_a_sentence_for_it_that_hold_nothing_of_the_person()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (sam, _, red) = await Held(rig);

        var posts = (await rig.All<StaffPost>()).Where(post => post.HandOffId == red.Id && post.WorkerId == sam.Id).ToList();
        Assert.Single(posts, post => post.Kind == StaffPostKind.Desk && post.Fence == red.Fence);
        var told = Assert.Single(posts, post => post.Kind == StaffPostKind.Notice);
        Assert.Contains(red.Reference, told.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("kill", told.Words, StringComparison.Ordinal);
        Assert.True(red.ActBy <= rig.Clock.Now + Duration.FromMinutes(10));
    }

    [Fact]
    public async Task An_ordinary_one_that_joins_gets_no_second_desk()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        var handOff = await rig.AskedForAPerson();
        await rig.PickedUpBy(handOff, sam);
        var joined = await rig.Store.Turn(
            TurnRequest.About("shire", handOff.AddressId, rig.Clock.Now),
            turn => ValueTask.FromResult(rig.Part<HandOffDesk>().Ordinary(turn, rig.Service, Dialogs.Talking.HandOffReason.Review, conversation: null)),
            Cancel);

        Assert.Equal(sam.Id, joined.OwnerId);
        Assert.Single(await rig.All<StaffPost>(), post => post.Kind == StaffPostKind.Desk);
    }

    [Fact]
    public async Task Whoever_holds_it_accepts_what_they_were_shown_and_the_ladder_stops()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (_, hold, red) = await Held(rig);
        var mine = hold with { HandOffId = red.Id, Fence = red.Fence };

        await rig.Part<AcknowledgeHandOff>().Seen(mine with { Fence = red.Fence + 1 }, red.Alarms, Cancel); // a card of another hold
        await rig.Part<AcknowledgeHandOff>().Seen(mine, red.Alarms - 1, Cancel); // a card from before the alarm
        await rig.Part<AcknowledgeHandOff>().Seen(mine, alarms: null, Cancel);
        Assert.Null((await rig.Now(red)).AcknowledgedAt);

        await rig.Part<AcknowledgeHandOff>().Seen(mine, red.Alarms, Cancel);
        Assert.Equal("Sam Okoye", (await rig.Now(red)).AcknowledgedBy);
        var told = rig.SentTo(TestService.SecondOnCall).Count;
        await rig.Pass(Duration.FromMinutes(7));
        Assert.Equal(told, rig.SentTo(TestService.SecondOnCall).Count);
    }

    [Fact]
    public async Task Accepted_and_then_left_alone_it_goes_back_and_the_ladder_climbs_again()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (_, hold, red) = await Held(rig);
        await rig.Part<AcknowledgeHandOff>().Seen(hold with { HandOffId = red.Id, Fence = red.Fence }, red.Alarms, Cancel);
        await rig.Pass(Duration.FromMinutes(20));

        Assert.Null((await rig.Now(red)).OwnerId);
        Assert.Null((await rig.Now(red)).AcknowledgedAt);
    }

    [Fact]
    public async Task Picked_up_or_given_away_with_another_one_it_has_a_desk_of_its_own_each_time()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Hill"));
        var handOff = await rig.AskedForAPerson();
        await rig.Text(Danger);
        var hold = await rig.PickedUpBy(handOff, sam);
        await rig.Part<TransferHandOff>().Handle(hold, mo.Id, Cancel);

        var red = Assert.Single(await rig.All<HandOff>(), one => one.Urgent);
        var desks = (await rig.All<StaffPost>()).Where(post => post.Kind == StaffPostKind.Desk).Select(post => (post.HandOffId, post.WorkerId)).ToList();
        Assert.Equal([(handOff.Id, sam.Id), (handOff.Id, mo.Id), (red.Id, sam.Id), (red.Id, mo.Id)], desks.Order());
    }

    [Fact]
    public async Task Giving_back_names_the_red_flag_that_has_to_be_closed_first()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (_, hold, red) = await Held(rig);
        Assert.Contains(red.Reference, await rig.Part<ReturnToBot>().Handle(hold, Cancel), StringComparison.Ordinal);
    }

    private static async Task<(Worker Sam, Hold Hold, HandOff Red)> Held(Rig rig)
    {
        var sam = await rig.Employ("Sam Okoye");
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), sam);
        await rig.Text(Danger);
        return (sam, hold, Assert.Single(await rig.All<HandOff>(), one => one.Urgent));
    }
}
