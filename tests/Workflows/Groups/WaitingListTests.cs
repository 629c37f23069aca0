using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Groups;

/// <summary>Places that come free, and those who wait for them.</summary>
public sealed class WaitingListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_in_line_is_offered_the_place_and_takes_it()
    {
        await using var town = await Full(waiting: 2);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();

        Assert.Equal(
            "Shire Links: you can have a place in Tea and chat. The next time is Tue 8 Dec at 10:30am. Reply Y to take it or N if not. Please reply by 11am on Fri 4 Dec.",
            Assert.Single(town.Rig.SentTo(GroupTown.Phone(3))));
        Assert.Empty(town.Keys(4));
        await town.Says(3, "Y");
        await town.Until(new LocalDateTime(2026, 12, 7, 10, 1), 30);

        Assert.Equal(MemberStatus.Joined, await town.Status(3));
        Assert.Equal(["place.ask", "place.yes", "session.ask"], town.Keys(3));
        Assert.Empty(town.Keys(4));
    }

    [Fact]
    public async Task No_asks_the_next()
    {
        await using var town = await Full(waiting: 2);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();

        await town.Says(3, "no thanks");
        await town.Settle();

        Assert.Equal(MemberStatus.Declined, await town.Status(3));
        Assert.Equal(["place.ask"], town.Keys(4));
    }

    [Fact]
    public async Task Two_places_make_two_offers_and_never_more_than_there_are_places()
    {
        await using var town = await Full(waiting: 4);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(2)).Id, Cancel);
        await town.Settle();

        Assert.Equal(2, town.Sent("place.ask").Count());
        await town.Says(4, "Y");
        await town.Says(3, "Y");
        await town.Says(4, "Y");
        await town.Until(new LocalDateTime(2026, 12, 6, 9, 0), 60);
        Assert.Equal(2, (await town.Rig.All<GroupMember>()).Count(member => member.Status == MemberStatus.Joined));
        Assert.Equal(2, town.Sent("place.ask").Count());
    }

    [Fact]
    public async Task An_offer_that_would_run_out_while_nobody_is_there_is_kept_until_somebody_is()
    {
        // 48 hours from Friday afternoon end on Sunday; the service opens again on Monday at nine.
        await using var town = await Full(waiting: 2);
        await town.Until(new LocalDateTime(2026, 12, 4, 15, 0), 120);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();

        await town.Until(new LocalDateTime(2026, 12, 7, 8, 59), 60);
        Assert.Equal(MemberStatus.Offered, await town.Status(3));
        await town.Until(new LocalDateTime(2026, 12, 7, 9, 1));
        Assert.Equal(MemberStatus.Declined, await town.Status(3));
        Assert.Equal(["place.ask"], town.Keys(4));
    }

    [Fact]
    public async Task A_place_that_comes_free_in_the_night_is_offered_when_the_service_opens()
    {
        await using var town = await Full(waiting: 1);
        await town.Until(new LocalDateTime(2026, 12, 3, 22, 0), 120);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);

        await town.Until(new LocalDateTime(2026, 12, 4, 8, 59), 60);
        Assert.Empty(town.Keys(3));
        await town.Until(new LocalDateTime(2026, 12, 4, 9, 1));
        Assert.Equal(["place.ask"], town.Keys(3));
    }

    [Fact]
    public async Task A_yes_after_the_offer_ran_out_goes_to_the_end_of_the_list()
    {
        await using var town = await Full(waiting: 3);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Until(new LocalDateTime(2026, 12, 4, 12, 30), 30);
        Assert.Equal(["place.ask"], town.Keys(4));

        await town.Says(3, "Y");
        await town.Settle();
        await town.Says(4, "N");
        await town.Settle();

        Assert.Equal(["place.ask", "place.late"], town.Keys(3));
        Assert.Equal(MemberStatus.Waiting, await town.Status(3));
        Assert.Equal(["place.ask"], town.Keys(5)); // who waited longer
    }

    [Fact]
    public async Task A_late_yes_is_offered_the_place_again_when_nobody_else_wanted_it()
    {
        await using var town = await Full(waiting: 1);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Until(new LocalDateTime(2026, 12, 4, 12, 30), 30);

        await town.Says(3, "Y");
        await town.Settle();
        await town.Says(3, "Y");
        Assert.Equal(["place.ask", "place.late", "place.ask", "place.yes"], town.Keys(3));
        Assert.Equal(MemberStatus.Joined, await town.Status(3));
    }

    [Fact]
    public async Task Leaving_by_text_is_asked_about_and_gives_the_place_on()
    {
        await using var town = await Full(waiting: 1);
        await town.Until(new LocalDateTime(2026, 12, 7, 10, 5), 30);

        await town.Says(1, "I don't want to come any more");
        await town.Says(1, "Y");
        await town.Settle();
        Assert.Equal(MemberStatus.Left, await town.Status(1));
        Assert.Equal(["place.ask"], town.Keys(3));
        await town.Until(new LocalDateTime(2026, 12, 14, 11, 0), 60);
        Assert.Equal(["session.ask", "session.leave", "session.left"], town.Keys(1));
    }

    [Fact]
    public async Task Under_a_red_flag_nobody_is_offered_anything_nor_loses_their_turn()
    {
        await using var town = await Full(waiting: 2);
        await town.Says(3, "i want to kill myself");
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();

        Assert.DoesNotContain("place.ask", town.Keys(3));
        Assert.Equal(["place.ask"], town.Keys(4));
        Assert.Equal(MemberStatus.Waiting, await town.Status(3));

        var flag = (await town.Rig.All<HandOff>()).Single();
        await town.Rig.Part<ClearHandOff>().Handle(flag.Id, new Clearing("Sam", "Safe", SafeToText: true), Cancel);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(2)).Id, Cancel);
        await town.Settle();
        Assert.Contains("place.ask", town.Keys(3));
    }

    [Fact]
    public async Task Whoever_cannot_be_texted_is_phoned_while_the_place_is_kept()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Join(2);
        await town.Join(3, address => address.Stopped = "Everything");
        await town.Join(4);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();

        Assert.Empty(town.Keys(3));
        Assert.Empty(town.Keys(4));
        Assert.Equal("Phone", Assert.Single(await town.Rig.All<StaffTask>()).Kind);
        Assert.Equal(JoinOutcome.Joined, await town.Rig.Part<JoinGroup>().Handle(town.Group, "ref003", Cancel));
        await town.Until(new LocalDateTime(2026, 12, 6, 9, 0), 120);
        Assert.Equal(MemberStatus.Joined, await town.Status(3));
        Assert.Empty(town.Keys(4));
    }

    [Fact]
    public async Task After_STOP_the_place_goes_on_when_the_offer_has_run_out()
    {
        await using var town = await Full(waiting: 2);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();
        await town.Says(3, "STOP");

        await town.Until(new LocalDateTime(2026, 12, 4, 11, 30), 60);
        Assert.Equal(MemberStatus.Declined, await town.Status(3));
        Assert.Equal(["place.ask"], town.Keys(4));
    }

    [Fact]
    public async Task Nobody_passes_by_those_who_wait()
    {
        await using var town = await Full(waiting: 1);
        await town.Says(3, "i want to kill myself");
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();
        Assert.Equal(JoinOutcome.Waiting, await town.Join(4));
    }

    [Fact]
    public async Task Staff_are_told_why_somebody_cannot_be_put_in()
    {
        await using var town = await GroupTown.At();
        var join = town.Rig.Part<JoinGroup>();
        Assert.Equal(JoinOutcome.Joined, await town.Join(1));
        Assert.Equal(JoinOutcome.AlreadyIn, await join.Handle(town.Group, " ref001 ", Cancel));
        Assert.Equal(JoinOutcome.NoReferral, await join.Handle(town.Group, "REF999", Cancel));
        Assert.Equal(JoinOutcome.NoGroup, await join.Handle(1, "REF001", Cancel));
        await town.Join(2);
        await town.Join(3);
        Assert.Equal(JoinOutcome.AlreadyWaiting, await join.Handle(town.Group, "REF003", Cancel));
    }

    [Fact]
    public async Task A_capacity_below_those_who_have_a_place_or_an_offer_is_refused_in_words()
    {
        await using var town = await Full(waiting: 1);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();

        var wrong = Assert.Single((await town.Change(GroupTown.Tea with { Capacity = "1" })).Wrong);

        Assert.Equal(("Capacity", "2 people have a place or an offer: it cannot be fewer"), (wrong.Field, wrong.Sentence));
        Assert.Equal(2, (await town.Rig.All<Group>()).Single().Capacity);
    }

    [Fact]
    public async Task More_places_are_offered_at_once()
    {
        await using var town = await Full(waiting: 3);
        Assert.Empty((await town.Change(GroupTown.Tea with { Capacity = "4" })).Wrong);
        await town.Settle();

        Assert.Equal([1, 1, 0], ((int[])[3, 4, 5]).Select(person => town.Keys(person).Count));
    }

    [Fact]
    public async Task A_stop_button_on_offers_burns_nobodys_turn()
    {
        await using var town = await Full(waiting: 2);
        await town.Rig.Part<PressStop>().Handle("shire", SendClass.Offer, "Looking into it", "Sam", Cancel);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Until(new LocalDateTime(2026, 12, 3, 11, 0), 60);
        Assert.Equal(MemberStatus.Offered, await town.Status(3));
        Assert.Null((await town.Member(3)).OfferExpiresAt);

        await town.Until(new LocalDateTime(2026, 12, 4, 13, 0), 30);
        Assert.Equal(MemberStatus.Waiting, await town.Status(3));
        Assert.Equal(MemberStatus.Offered, await town.Status(4));
        Assert.Empty(town.Sent("place.ask"));

        await town.Rig.Part<LiftStop>().Handle(Assert.Single(await town.Rig.All<SendStop>()).Id, "Sam", Cancel);
        await town.Until(new LocalDateTime(2026, 12, 4, 13, 30), 10);
        Assert.Equal(["place.ask"], town.Keys(4));
        Assert.Equal(MemberStatus.Waiting, await town.Status(3));
    }

    [Fact]
    public async Task An_offer_whose_text_never_went_declines_nothing()
    {
        await using var town = await Full(waiting: 2);
        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Rig.Part<FireTimers>().Handle(100, Cancel);
        await town.Rig.Part<FireTimers>().Handle(100, Cancel);
        Assert.NotNull((await town.Member(3)).OfferExpiresAt); // its text is in the outbox
        await town.Rig.Part<PressStop>().Handle("shire", SendClass.Offer, "Looking into it", "Sam", Cancel);

        await town.Until(new LocalDateTime(2026, 12, 4, 12, 0), 60);
        Assert.Equal(MemberStatus.Waiting, await town.Status(3));
        Assert.Equal(MemberStatus.Offered, await town.Status(4));
        Assert.Empty(town.Sent("place.ask"));
    }

    private static async Task<GroupTown> Full(int waiting)
    {
        var town = await GroupTown.At();
        foreach (var person in Enumerable.Range(1, 2 + waiting))
        {
            Assert.Equal(person <= 2 ? JoinOutcome.Joined : JoinOutcome.Waiting, await town.Join(person));
            town.Rig.Clock.Now += Duration.FromTicks(1);
        }

        await town.Settle();
        return town;
    }
}
