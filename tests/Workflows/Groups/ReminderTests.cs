using Companion.Workflows.Conversations;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Tests.Groups;

/// <summary>Reminders of sessions the day before, and what people answer.</summary>
public sealed class ReminderTests
{
    private static readonly LocalDate Eighth = new(2026, 12, 8);
    private static readonly LocalDateTime Reminded = new(2026, 12, 7, 10, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_member_is_reminded_the_day_before_each_session_and_answers_for_that_one()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);

        await town.Until(Reminded.PlusMinutes(-1));
        Assert.Empty(town.Keys(1));
        await town.Until(Reminded.PlusMinutes(1));
        Assert.Equal(
            "Shire Links: Tea and chat is on Tue 8 Dec at 10:30am. Reply Y if you are coming, N if not. Reply WHERE for the place.", town.Rig.SentTo(GroupTown.Phone(1))[0]);
        await town.Says(1, "Y");
        await town.Until(Reminded.PlusDays(7).PlusMinutes(1), 60);
        await town.Says(1, "N");
        await town.Until(new LocalDateTime(2027, 1, 10, 12, 0), 120);

        Assert.Equal(["session.ask", "session.yes", "session.ask", "session.no", "session.ask"], town.Keys(1));
        Assert.Equal(Coming.Coming, (await town.Attendance(1, Eighth))!.Coming);
        Assert.Equal(Coming.NotComing, (await town.Attendance(1, Eighth.PlusDays(7)))!.Coming);
        Assert.Equal(MemberStatus.Joined, await town.Status(1));
        Assert.All(await town.Rig.All<Conversation>(), talk => Assert.NotNull(talk.ClosedAt));
        Assert.All(town.Sent("session.ask"), text => Assert.Equal((SendClass.Reminder, 1), (text.Class, text.Segments)));
    }

    [Fact]
    public async Task Nobody_who_waits_is_reminded()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Join(2);
        Assert.Equal(JoinOutcome.Waiting, await town.Join(3));

        await town.Until(Reminded.PlusHours(1));

        Assert.Empty(town.Keys(3));
        Assert.Equal(["session.ask"], town.Keys(2));
    }

    [Fact]
    public async Task A_yes_to_yesterdays_session_changes_nothing_and_is_answered()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Until(new LocalDateTime(2026, 12, 9, 9, 30), 30);

        await town.Says(1, "Y");

        Assert.Equal(Coming.Unknown, (await town.Attendance(1, Eighth))!.Coming);
        Assert.Equal("returning.ask", town.Keys(1)[^1]);
    }

    [Fact]
    public async Task Of_two_sessions_that_are_asked_about_the_person_says_which()
    {
        await using var town = await GroupTown.At();
        var other = (await town.Rig.Part<EnterGroup>().Handle(town.Rig.Service.Key, GroupTown.Tea with { Name = "Walk", NeutralName = "Walking", Time = "14:00" }, Cancel)).Id;
        await town.Join(1);
        Assert.Equal(JoinOutcome.Joined, await town.Rig.Part<JoinGroup>().Handle(other, "REF001", Cancel));
        await town.Until(Reminded.PlusMinutes(1));

        await town.Says(1, "Y");
        var asked = town.Rig.SentTo(GroupTown.Phone(1))[^1];
        await town.Says(1, "2");
        await town.Says(1, "Y");

        Assert.Contains("1 Tea and chat, Tue 8 Dec or 2 Walking, Tue 8 Dec", asked, StringComparison.Ordinal);
        Assert.Equal(["session.ask", "session.ask", "which.ask", "session.yes", "session.yes"], town.Keys(1));
        Assert.Equal(2, (await town.Rig.All<GroupAttendance>()).Count(row => row.Coming == Coming.Coming));
    }

    [Fact]
    public async Task A_sister_is_counted_where_there_is_room_and_the_leader_is_asked_where_there_is_none()
    {
        await using var town = await GroupTown.At(GroupTown.Tea with { Capacity = "3" });
        await town.Join(1);
        await town.Join(2);
        await town.Until(Reminded.PlusMinutes(1));

        await town.Says(1, "can I bring my sister");
        await town.Settle();
        await town.Says(2, "can I bring my sister");
        await town.Settle();

        Assert.Equal(["session.ask", "session.guests.yes"], town.Keys(1));
        Assert.Equal(["session.ask", "session.guests.asked"], town.Keys(2));
        Assert.Equal((Coming.Coming, 1), ((await town.Attendance(1, Eighth))!.Coming, (await town.Attendance(1, Eighth))!.Guests));
        Assert.Equal(0, (await town.Attendance(2, Eighth))!.Guests);
        var task = Assert.Single(await town.Rig.All<StaffTask>());
        Assert.Equal(("Group", "Would like to bring 1 to Carers' tea on Tue 8 Dec: ask Mo, and tell them."), (task.Kind, task.Reason));
    }

    [Fact]
    public async Task Where_guests_are_not_welcome_the_leader_is_asked()
    {
        await using var town = await GroupTown.At(GroupTown.Tea with { Capacity = "30", Guests = "no" });
        await town.Join(1);
        await town.Until(Reminded.PlusMinutes(1));

        await town.Says(1, "can my friend come too?");
        await town.Settle();

        Assert.Equal(["session.ask", "session.guests.asked"], town.Keys(1));
    }

    [Fact]
    public async Task Running_late_becomes_a_task_that_names_the_leader()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Until(new LocalDateTime(2026, 12, 8, 10, 20));

        await town.Says(1, "running late, the bus didn't come");

        Assert.Equal("Running late for Tea and chat on Tue 8 Dec: tell Mo.", Assert.Single(await town.Rig.All<StaffTask>()).Reason);
        Assert.Equal("session.late", town.Keys(1)[^1]);
    }

    [Fact]
    public async Task A_group_that_moved_after_the_reminder_is_told_once_and_reminded_of_its_new_day()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Until(Reminded.PlusMinutes(5));

        Assert.Empty((await town.Change(GroupTown.Tea with { Repeats = "weekly on Thu" })).Wrong);
        await town.Settle();
        await town.Says(1, "Y");
        await town.Until(new LocalDateTime(2026, 12, 9, 10, 1), 30);

        Assert.Equal(["session.ask", "session.moved", "returning.ask", "session.ask"], town.Keys(1).Where(key => key != "returning.nudge"));
        Assert.Contains("The next time is Thu 10 Dec at 10:30am", town.Sent("session.moved").Single().Words, StringComparison.Ordinal);
        Assert.Equal(SessionStatus.Cancelled, (await town.Session(Eighth)).Status);
    }

    [Fact]
    public async Task Sessions_added_at_the_end_are_no_news()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);

        Assert.Empty((await town.Change(GroupTown.Tea with { Until = "5" })).Wrong);
        await town.Settle();

        Assert.Empty(town.Keys(1));
        Assert.Equal(5, (await town.Rig.All<GroupSession>()).Count);
    }

    [Fact]
    public async Task After_STOP_REMINDERS_nobody_is_reminded_and_the_place_stays()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Says(1, "stop reminders");

        await town.Until(new LocalDateTime(2026, 12, 9, 9, 0), 60);

        Assert.DoesNotContain("session.ask", town.Keys(1));
        Assert.Equal(MemberStatus.Joined, await town.Status(1));
    }

    [Fact]
    public async Task On_a_shared_phone_nothing_is_told_before_the_first_name_fits()
    {
        await using var town = await GroupTown.At();
        await town.Join(1, address => address.Shared = true);
        await town.Until(Reminded.PlusMinutes(1));
        await town.Says(1, "Y");
        Assert.DoesNotContain(town.Rig.SentTo(GroupTown.Phone(1)), words => words.Contains("Tea", StringComparison.Ordinal));

        await town.Says(1, "Anna1");
        await town.Says(1, "Y");

        Assert.Equal(["session.name", "session.name.again", "session.ask", "session.yes"], town.Keys(1));
    }

    [Fact]
    public async Task A_session_without_attendance_becomes_one_task()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Join(2);

        await town.Until(new LocalDateTime(2026, 12, 8, 15, 0), 30);

        var task = Assert.Single(await town.Rig.All<StaffTask>());
        Assert.Equal(("Group", "Who came to Carers' tea on Tue 8 Dec has not been written down.", 0L), (task.Kind, task.Reason, task.AddressId));
    }

    [Fact]
    public async Task Attendance_is_written_down_once_it_has_begun_and_asks_for_no_task()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Join(2);
        var (record, meeting) = (town.Rig.Part<RecordWhoCame>(), await town.Session(Eighth));
        List<Came> came = [new((await town.Member(1)).Id, Presence.Attended, 2), new((await town.Member(2)).Id, Presence.Absent, 0)];
        Assert.Equal(AttendanceOutcome.NotHeld, await record.Handle(meeting.Id, came, Cancel));
        await town.Until(new LocalDateTime(2026, 12, 8, 12, 0), 30);

        Assert.Equal(AttendanceOutcome.Guests, await record.Handle(meeting.Id, [came[0] with { Guests = 21 }], Cancel));
        Assert.Equal(AttendanceOutcome.Recorded, await record.Handle(meeting.Id, came, Cancel));
        await town.Until(new LocalDateTime(2026, 12, 9, 12, 0), 60);

        Assert.Equal((Presence.Attended, 2), ((await town.Attendance(1, Eighth))!.Presence, (await town.Attendance(1, Eighth))!.Guests));
        Assert.Equal(Presence.Absent, (await town.Attendance(2, Eighth))!.Presence);
        Assert.Empty(await town.Rig.All<StaffTask>());
    }

    [Fact]
    public async Task A_member_who_died_is_not_reminded_and_leaves_the_place_to_the_next()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Join(2);
        await town.Join(3);
        await town.Rig.Store.Turn(
            TurnRequest.About("shire", (await town.Member(1)).AddressId, town.Rig.Clock.Now),
            turn =>
            {
                turn.Address.Mark(Companion.Workflows.People.AddressTrouble.Died);
                turn.Update(turn.Address);
                return ValueTask.FromResult(0);
            },
            Cancel);

        await town.Until(Reminded.PlusHours(1));

        Assert.Empty(town.Keys(1));
        Assert.Equal(MemberStatus.Left, await town.Status(1));
        Assert.Equal(["place.ask"], town.Keys(3));
    }

    [Fact]
    public async Task Whoever_died_on_a_phone_that_others_read_leaves_and_makes_no_work()
    {
        await using var town = await GroupTown.At();
        await town.Join(1, address => address.Shared = true);
        await town.Settle();
        await Set(town, "UPDATE \"Cases\" SET \"Status\" = 'Died' WHERE \"PersonId\" = @p0", (await town.Member(1)).PersonId);
        await town.Off(await town.Session(new LocalDate(2026, 12, 15)));

        await town.Until(new LocalDateTime(2026, 12, 24, 12, 0), 240);
        Assert.Empty(town.Keys(1));
        Assert.Equal(MemberStatus.Left, await town.Status(1));
        Assert.Empty(await town.Rig.All<StaffTask>());
    }

    [Fact]
    public async Task A_changed_number_gets_the_reminder()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await GroupTown.Refer(town.Rig.Store, town.Rig.Clock.Now, 2);
        await town.Settle();
        var other = (await town.Rig.All<Address>()).Single(address => address.Value == GroupTown.Phone(2)).Id;
        await Set(town, "UPDATE \"GroupMembers\" SET \"AddressId\" = @p0", other);

        await town.Until(new LocalDateTime(2026, 12, 7, 10, 1), 60);
        Assert.Empty(town.Keys(1));
        Assert.Equal(["session.ask"], town.Keys(2));
    }

    private static Task<int> Set(GroupTown town, string statement, long id) => town.Rig.Store.Write(
        session =>
        {
            session.Execute(statement, id);
            return ValueTask.FromResult(0);
        },
        TestContext.Current.CancellationToken);
}
