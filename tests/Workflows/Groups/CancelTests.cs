using Companion.Workflows.Conversations;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Groups;

/// <summary>Sessions that are off: everybody is told once, and whoever was not reached is phoned.</summary>
public sealed class CancelTests
{
    private static readonly LocalDate Eighth = new(2026, 12, 8);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_told_once_and_those_who_wait_are_not()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Join(2);
        await town.Join(3);

        Assert.Equal(CancelOutcome.Cancelled, await town.Off(await town.Session(Eighth)));
        Assert.Equal(CancelOutcome.Already, await town.Off(await town.Session(Eighth)));
        await town.Settle();
        await town.Until(new LocalDateTime(2026, 12, 8, 12, 0), 60);

        Assert.Equal(
            "Shire Links: Tea and chat on Tue 8 Dec at 10:30am is off. Sorry about that. No need to reply. If you have a question, phone 01632 960 100.",
            Assert.Single(town.Rig.SentTo(GroupTown.Phone(1))));
        Assert.Equal(["session.off"], town.Keys(2));
        Assert.Empty(town.Keys(3));
        Assert.All(town.Sent("session.off"), text => Assert.Equal((SendClass.ServiceChange, 1), (text.Class, text.Segments)));
        Assert.All(await town.Rig.All<GroupNotice>(), notice => Assert.Null(notice.PhoneAt));
    }

    [Fact]
    public async Task Whoever_was_offered_a_place_on_that_day_is_told_and_may_still_take_it()
    {
        await using var town = await GroupTown.At();
        foreach (var person in (int[])[1, 2, 3, 4])
        {
            await town.Join(person);
        }

        await town.Rig.Part<LeaveGroup>().Handle((await town.Member(1)).Id, Cancel);
        await town.Settle();
        await town.Off(await town.Session(Eighth));
        await town.Until(new LocalDateTime(2026, 12, 2, 12, 0), 10);
        Assert.Equal(["place.ask", "session.off"], town.Keys(3));
        Assert.Empty(town.Keys(4));

        await town.Says(3, "Y");
        await town.Until(new LocalDateTime(2026, 12, 8, 12, 0), 120);
        Assert.Equal(MemberStatus.Joined, await town.Status(3));
        Assert.Equal(["place.ask", "session.off", "place.yes"], town.Keys(3));
    }

    [Fact]
    public async Task A_reminder_that_waits_in_the_outbox_is_taken_back()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Settle();
        town.Rig.Clock.Now = new LocalDateTime(2026, 12, 7, 10, 1).Instant();
        await town.Rig.Part<FireTimers>().Handle(100, Cancel);
        var queued = Assert.Single(await town.Rig.All<OutboundMessage>());
        Assert.Equal(("session.ask", SendStatus.Queued), (queued.TextKey, queued.Status));

        await town.Off(await town.Session(Eighth));
        await town.Rig.Part<FireTimers>().Handle(100, Cancel);
        await town.Until(new LocalDateTime(2026, 12, 8, 9, 0), 30);

        Assert.Equal(SendStatus.Superseded, (await town.Rig.All<OutboundMessage>()).Single(text => text.Id == queued.Id).Status);
        Assert.Equal(["session.off"], town.Keys(1));
        Assert.Equal("cancelled", Assert.Single(await town.Rig.All<Conversation>()).CloseReason);
    }

    [Fact]
    public async Task Days_of_snow_are_told_in_one_text()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        var off = new AllOff("shire", town.Group, new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 16), "Snow");

        Assert.Equal(2, await town.Rig.Part<CancelAllSessions>().Handle(off, Cancel));
        Assert.Equal(0, await town.Rig.Part<CancelAllSessions>().Handle(off, Cancel));
        await town.Until(new LocalDateTime(2026, 12, 3, 9, 0), 30);

        Assert.Contains("Tea and chat is off on Tue 8 Dec, Tue 15 Dec.", Assert.Single(town.Rig.SentTo(GroupTown.Phone(1))), StringComparison.Ordinal);
        Assert.Null(await town.Rig.Part<CancelAllSessions>().Handle(off with { Reason = " " }, Cancel));
        Assert.Null(await town.Rig.Part<CancelAllSessions>().Handle(off with { To = new LocalDate(2026, 11, 1) }, Cancel));
    }

    [Fact]
    public async Task Whoever_was_refused_is_phoned_at_once_and_whoever_is_not_confirmed_after_half_an_hour()
    {
        await using var town = await GroupTown.At(GroupTown.Tea with { Capacity = "9" });
        await town.Join(1);
        await town.Join(2);
        await town.Join(3);
        await town.Join(4, address => address.Stopped = "Everything");
        await town.Join(5, address => address.Textable = Textable.Claimed);
        town.Rig.Carrier.Answer = text => text.To == GroupTown.Phone(2) ? new Delivery.Refused(30003, "The phone is off.") : text.To == GroupTown.Phone(3)
            ? new Delivery.Taken("T" + text.Id, SendStatus.Sent)
            : new Delivery.Taken("T" + text.Id, SendStatus.Delivered);

        await town.Off(await town.Session(Eighth));
        await town.Settle();
        await town.Until(town.Rig.Clock.Now.Local().PlusMinutes(2), 1);
        var atOnce = (await town.Rig.All<StaffTask>()).Select(task => task.AddressId).ToHashSet();
        await town.Until(town.Rig.Clock.Now.Local().PlusMinutes(40), 5);
        var tasks = await town.Rig.All<StaffTask>();

        Assert.Equal(new HashSet<long> { (await town.Member(2)).AddressId, (await town.Member(4)).AddressId, (await town.Member(5)).AddressId }, atOnce);
        Assert.Equal(4, tasks.Count);
        Assert.All(tasks, task => Assert.Equal("Phone", task.Kind));
        Assert.Contains(tasks, task => task.Reason == "Carers' tea on Tue 8 Dec is off, and they have not been reached (The phone is off.) Phone them.");
        Assert.Contains(tasks, task => task.Reason == "Carers' tea on Tue 8 Dec is off, and they have not been reached (It was not confirmed as delivered in time.) Phone them.");
        Assert.Equal(["session.off"], town.Keys(1));
        Assert.Empty(town.Keys(5));
    }

    [Fact]
    public async Task In_the_evening_it_waits_for_the_morning_and_nobody_is_phoned_meanwhile()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Until(new LocalDateTime(2026, 12, 7, 21, 0), 60);
        var before = town.Keys(1).Count;

        await town.Off(await town.Session(Eighth));
        await town.Until(new LocalDateTime(2026, 12, 8, 6, 59), 30);
        Assert.Equal(before, town.Keys(1).Count);
        await town.Until(new LocalDateTime(2026, 12, 8, 8, 0), 10);

        Assert.Equal("session.off", town.Keys(1)[^1]);
        Assert.Empty(await town.Rig.All<StaffTask>());
    }

    [Fact]
    public async Task Two_hundred_are_told_once_each_though_a_process_dies_in_the_middle()
    {
        await using var town = await GroupTown.At(GroupTown.Tea with { Capacity = "200" });
        foreach (var person in Enumerable.Range(1, 200))
        {
            Assert.Equal(JoinOutcome.Joined, await town.Join(person));
        }

        await town.Settle();
        await town.Off(await town.Session(Eighth));
        await town.Rig.Part<FireTimers>().Handle(70, Cancel);

        // Another process claims some and dies; a third dies in the middle of a turn.
        await town.Rig.Store.Write(
            session =>
            {
                session.Execute(
                    "UPDATE \"Timers\" SET \"ClaimedUntil\" = @p0 WHERE \"Id\" IN (SELECT \"Id\" FROM \"Timers\" WHERE \"Kind\" = 'GroupNotice' AND \"DueAt\" <= @p1 ORDER BY \"Id\" LIMIT 60)",
                    (town.Rig.Clock.Now + Duration.FromSeconds(60)).ToUnixTimeTicks(),
                    town.Rig.Clock.Now.ToUnixTimeTicks());
                return ValueTask.FromResult(0);
            },
            Cancel);
        using var dies = new CancellationTokenSource();
        dies.CancelAfter(TimeSpan.FromMilliseconds(20));
        await Record.ExceptionAsync(() => town.Rig.Part<FireTimers>().Handle(60, dies.Token));
        await town.Until(town.Rig.Clock.Now.Local().PlusMinutes(5), 1);

        var sent = town.Sent("session.off").GroupBy(text => text.To).ToList();
        Assert.Equal(200, sent.Count);
        Assert.All(sent, one => Assert.Single(one));
        Assert.Equal(200, (await town.Rig.All<GroupNotice>()).Count(notice => notice.OutboundId is not null));
    }

    [Fact]
    public async Task On_a_shared_phone_no_group_is_named()
    {
        await using var town = await GroupTown.At();
        await town.Join(1, address => address.Shared = true);

        await town.Off(await town.Session(Eighth));
        await town.Settle();

        Assert.Equal("Shire Links: something on Tue 8 Dec is off. Sorry about that. Please phone 01632 960 100 to hear more.", Assert.Single(town.Rig.SentTo(GroupTown.Phone(1))));
    }

    [Fact]
    public async Task What_has_begun_is_not_cancelled_and_a_reason_is_needed()
    {
        await using var town = await GroupTown.At();
        var meeting = await town.Session(Eighth);

        Assert.Equal(CancelOutcome.NoReason, await town.Off(meeting, " "));
        Assert.Equal(CancelOutcome.NotFound, await town.Rig.Part<CancelSession>().Handle(1, "Snow", Cancel));
        town.Rig.Clock.Now = meeting.Start + Duration.FromMinutes(1);
        Assert.Equal(CancelOutcome.TooLate, await town.Off(meeting));
    }
}
