using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Staff;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Groups;

/// <summary>One session has another time or place: members are told once and reminded of it as it is.</summary>
public sealed class ChangeSessionTests
{
    private static readonly LocalDate First = new(2026, 12, 8);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_told_once_and_reminded_of_the_session_as_it_is_now_and_the_others_stay()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Join(2);

        Assert.Null(await Change(town, First, "14:00", "Church Hall, Mill Lane"));
        Assert.Null(await Change(town, First, "14:00", "Church Hall, Mill Lane"));
        await town.Settle();
        await town.Until(new LocalDateTime(2026, 12, 7, 12, 0));

        var told = town.Sent("session.changed").ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, text => Assert.Contains("Tea and chat on Tue 8 Dec is now at 2pm, at Church Hall, Mill Lane.", text.Words, StringComparison.Ordinal));
        Assert.All(told, text => Assert.Equal(SendClass.ServiceChange, text.Class));
        Assert.All(town.Sent("session.ask"), text => Assert.Contains("on Tue 8 Dec at 2pm", text.Words, StringComparison.Ordinal));
        Assert.Equal(2, town.Sent("session.ask").Count());
        var next = await town.Session(First.PlusWeeks(1));
        Assert.Equal((new LocalTime(10, 30), null), (next.Time, next.Place));
    }

    [Fact]
    public async Task After_the_reminder_the_old_question_is_void_and_it_is_asked_anew()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        await town.Until(new LocalDateTime(2026, 12, 7, 11, 0));
        await town.Says(1, "Y");

        Assert.Null(await Change(town, First, "15:30", ""));
        await town.Until(new LocalDateTime(2026, 12, 7, 19, 0));
        await town.Says(1, "N");

        Assert.Equal(["session.ask", "session.yes", "session.changed", "session.ask", "session.no"], town.Keys(1).Where(key => key.StartsWith("session.", StringComparison.Ordinal)));
        Assert.Equal(Coming.NotComing, (await town.Attendance(1, First))?.Coming);
    }

    [Fact]
    public async Task Two_sessions_that_change_at_once_are_each_told()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);

        Assert.Null(await Change(town, First, "14:00", ""));
        Assert.Null(await Change(town, First.PlusWeeks(1), "10:30", "Oak Hall"));
        await town.Settle();

        Assert.Equal(2, town.Sent("session.changed").Count());
        Assert.Contains(town.Sent("session.changed"), text => text.Words.Contains("Tue 15 Dec is now at 10:30am, at Oak Hall", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_cannot_be_texted_is_phoned_and_on_a_shared_phone_nothing_is_told()
    {
        await using var town = await GroupTown.At();
        await town.Join(1, address => address.Textable = Textable.Declined);
        await town.Join(2, address => address.Shared = true);

        Assert.Null(await Change(town, First, "14:00", ""));
        await town.Settle();

        Assert.Empty(town.Sent("session.changed"));
        Assert.Single(town.Sent("session.moved.shared"));
        Assert.Contains(await town.Rig.All<StaffTask>(), task => task.Kind == StaffTasks.Phone && task.Reason.StartsWith("Carers' tea has changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_of_the_group_leaves_a_session_its_own_time_and_place()
    {
        await using var town = await GroupTown.At();
        await town.Join(1);
        Assert.Null(await Change(town, First, "14:00", "Oak Hall"));
        await town.Settle();

        Assert.Empty((await town.Change(GroupTown.Tea with { Leader = "Sam" })).Wrong);
        await town.Settle();

        var first = await town.Session(First);
        Assert.Equal((new LocalTime(14, 0), "Oak Hall"), (first.Time, first.Place));
        Assert.Empty(town.Sent("session.moved"));
    }

    [Theory]
    [InlineData("", "Oak Hall", "Time", "'' is not a time from 06:00 on, such as 10:30")]
    [InlineData("25:00", "", "Time", "'25:00' is not a time from 06:00 on, such as 10:30")]
    [InlineData("05:00", "", "Time", "'05:00' is not a time from 06:00 on, such as 10:30")]
    [InlineData("23:30", "", "Time", "It must be over before midnight")]
    [InlineData("14:00", "T\u00eat\u00e9 \u2615", "Place", "Use plain letters only: other letters make every text dearer")]
    [InlineData("14:00", "A hall with a name that is far too long to fit into any text message at all", "Place", "It must be 60 characters or fewer")]
    public async Task What_is_wrong_is_refused_in_words_and_nobody_is_told(string time, string place, string field, string sentence)
    {
        await using var town = await GroupTown.At();
        await town.Join(1);

        Assert.Equal(new Wrong(field, sentence), await Change(town, First, time, place));
        await town.Settle();

        Assert.Empty(await town.Rig.All<GroupNotice>());
        Assert.Equal(new LocalTime(10, 30), (await town.Session(First)).Time);
    }

    [Fact]
    public async Task One_that_is_off_or_has_begun_or_would_have_is_refused()
    {
        await using var town = await GroupTown.At();
        await town.Off(await town.Session(First.PlusWeeks(1)));
        Assert.Equal("It is cancelled, or has begun: it cannot be changed", (await Change(town, First.PlusWeeks(1), "14:00", ""))?.Sentence);

        town.Rig.Clock.Now = new LocalDateTime(2026, 12, 8, 9, 0).Instant();
        Assert.Equal("This time has passed", (await Change(town, First, "08:00", ""))?.Sentence);
        town.Rig.Clock.Now = new LocalDateTime(2026, 12, 8, 10, 31).Instant();
        Assert.Equal("It is cancelled, or has begun: it cannot be changed", (await Change(town, First, "14:00", ""))?.Sentence);
        Assert.Equal("There is no such session", (await town.Rig.Part<ChangeSession>().Handle(12345, new SessionForm("14:00", ""), Cancel))?.Sentence);
    }

    private static async Task<Wrong?> Change(GroupTown town, LocalDate on, string time, string place) =>
        await town.Rig.Part<ChangeSession>().Handle((await town.Session(on)).Id, new SessionForm(time, place), Cancel);
}
