using System.Text;
using Companion.Workflows.Groups;
using Companion.Workflows.Importing;
using Companion.Workflows.Staff;
using Companion.Workflows.Timing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Companion.Workflows.Tests.Groups;

/// <summary>What may be entered as a group, and the sessions its rhythm makes.</summary>
public sealed class GroupRulesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string, string> Refused() => new()
    {
        { "Place", "", "Place", "Enter the place where it meets" },
        { "NeutralName", "", "NeutralName", "Enter a neutral name for texts: lock screens are read by others" },
        { "NeutralName", "Tuesday afternoon club", "NeutralName", "The neutral name must be 20 characters or fewer" },
        { "NeutralName", "Debt advice", "NeutralName", "'Debt' in the neutral name says why people come: lock screens are read by others" },
        { "NeutralName", "T\u00eat\u00e9 \u2615", "NeutralName", "Use plain letters only: other letters make every text dearer" },
        { "Until", "", "Until", "Enter a last day or a number of sessions: a group must end, and can be carried on later" },
        { "Until", "for ever", "Until", "'for ever' is neither a day such as 2027-06-30 nor a number of sessions" },
        { "Until", "2031-01-01", "Until", "That is too far: at most 150 sessions, within 2 years" },
        { "Until", "2026-12-05", "Until", "There would be no session to come" },
        { "From", "2026-12-01", "From", "2026-12-01 is in the past" },
        { "From", "tomorrow", "From", "'tomorrow' is not a day such as 2027-01-05" },
        { "Time", "25:00", "Time", "'25:00' is not a time from 06:00 on, such as 10:30" },
        { "Time", "half ten", "Time", "'half ten' is not a time from 06:00 on, such as 10:30" },
        { "Time", "23:30", "Minutes", "It must be over before midnight" },
        { "Minutes", "0", "Minutes", "'0' is not a whole number from 10 to 600" },
        { "Capacity", "many", "Capacity", "'many' is not a whole number from 1 to 500" },
        { "Guests", "maybe", "Guests", "'maybe' is neither yes nor no" },
        { "Repeats", "", "Repeats", "Enter when it meets" },
        { "Repeats", "whenever", "Repeats", "'whenever' is not a rhythm such as: weekly on Tue; every 2 weeks on Mon; first Tuesday; 2027-01-05, 2027-01-19" },
        { "Repeats", "2027-02-29", "Repeats", "'2027-02-29' is not a rhythm such as: weekly on Tue; every 2 weeks on Mon; first Tuesday; 2027-01-05, 2027-01-19" },
        { "Repeats", "2027-01-05, 2027-01-05", "Repeats", "2027-01-05 is there twice: two sessions would overlap" },
        { "Repeats", "2026-12-01, 2027-01-05", "Repeats", "2026-12-01 is in the past" },
        { "Leader", " ", "Leader", "Enter who runs the group" },
        { "Name", "", "Name", "Enter a name" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_wrong_is_refused_in_words_and_nothing_is_written(string field, string value, string where, string sentence)
    {
        await using var rig = await Rig.At(GroupTown.Wednesday);
        var form = GroupTown.Tea with { };
        typeof(GroupForm).GetProperty(field)!.SetValue(form, value);

        var saved = await rig.Part<EnterGroup>().Handle("shire", form, Cancel);

        Assert.Contains(new Wrong(where, sentence), saved.Wrong);
        Assert.Empty(await rig.All<Group>());
        Assert.Empty(await rig.All<GroupSession>());
    }

    [Theory]
    [InlineData("weekly on Tue", "2026-12-08 2026-12-15 2026-12-22")]
    [InlineData("every 2 weeks on Mon, Wednesday", "2026-12-14 2026-12-16 2026-12-30")]
    [InlineData("first Tuesday", "2027-01-05 2027-02-02 2027-03-02")]
    [InlineData("last Friday of the month", "2027-01-29 2027-02-26 2027-04-30")] // Christmas Day and Good Friday are bank holidays
    [InlineData("2028-02-29, 2026-12-24", "2026-12-24 2028-02-29")]
    public async Task Rhythms_are_read_as_people_write_them(string repeats, string days)
    {
        await using var rig = await Rig.At(GroupTown.Wednesday);

        var saved = await rig.Part<EnterGroup>().Handle("shire", GroupTown.Tea with { Repeats = repeats, From = "2026-12-03" }, Cancel);

        Assert.Empty(saved.Wrong);
        Assert.Equal(days, string.Join(' ', (await rig.All<GroupSession>()).Select(meeting => meeting.Date).Order().Select(day => day.ToString("uuuu-MM-dd", null))));
    }

    [Fact]
    public async Task Bank_holidays_are_left_out_unless_they_are_asked_for()
    {
        await using var rig = await Rig.At(GroupTown.Wednesday);
        var friday = GroupTown.Tea with { Repeats = "weekly on Fri", From = "2026-12-18", Until = "2027-01-08" };
        await rig.Part<EnterGroup>().Handle("shire", friday, Cancel);
        await rig.Part<EnterGroup>().Handle("shire", friday with { Name = "All year", Holidays = "yes" }, Cancel);

        var groups = (await rig.All<GroupSession>()).GroupBy(meeting => meeting.GroupId).Select(group => group.Count()).Order();

        Assert.Equal([2, 4], groups); // 25 December and 1 January
    }

    [Fact]
    public void Every_session_is_on_its_day_at_its_local_time_across_clock_changes_and_leap_days() => Prop.ForAll(
        Gen.Choose(0, 3000).ToArbitrary(),
        Gen.Choose(1, 6).ToArbitrary(),
        Gen.Choose(6 * 60, (22 * 60) - 1).ToArbitrary(),
        (start, weeks, minute) =>
        {
            var from = new LocalDate(2023, 1, 1).PlusDays(start);
            var time = LocalTime.Midnight.PlusMinutes(minute);
            Assert.True(Recurrence.TryParse($"every {weeks} weeks on Mon, Thu, Sun", out var rhythm, out _));
            var days = rhythm.On(from, from.PlusYears(1)).ToList();
            Assert.Equal(days.Distinct().Order(), days);
            Assert.All(days, day => Assert.Contains(day.DayOfWeek, (IsoDayOfWeek[])[IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Sunday]));
            Assert.All(days.Where(day => day.DayOfWeek == IsoDayOfWeek.Monday).Zip(days.Where(day => day.DayOfWeek == IsoDayOfWeek.Monday).Skip(1)), pair =>
                Assert.Equal(7 * weeks, Period.DaysBetween(pair.First, pair.Second)));
            Assert.All(days, day =>
            {
                var meeting = new GroupSession { ServiceId = "shire", Date = day, Time = time, Minutes = 90 };
                Assert.Equal(day + time, meeting.Start.Local());
                Assert.Equal(Duration.FromMinutes(90), meeting.End - meeting.Start);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_month_has_one_such_day_and_the_last_is_the_last() => Prop.ForAll(
        Gen.Choose(0, 3000).ToArbitrary(),
        Gen.Elements("first", "second", "third", "fourth", "last").ToArbitrary(),
        Gen.Elements("Monday", "Tue", "Wed", "Thursday", "Fri", "Sat", "Sunday").ToArbitrary(),
        (start, which, name) =>
        {
            var from = new LocalDate(2023, 1, 1).PlusDays(start);
            from = from.PlusDays(1 - from.Day);
            Assert.True(Recurrence.TryParse($"{which} {name}", out var rhythm, out _));
            var days = rhythm.On(from, from.PlusMonths(24).PlusDays(-1)).ToList();
            Assert.Equal(Enumerable.Range(0, 24).Select(from.PlusMonths).Select(month => month.ToYearMonth()), days.Select(day => day.ToYearMonth()));
            Assert.All(days, day => Assert.True(which == "last" ? day.PlusWeeks(1).Month != day.Month : (day.Day - 1) / 7 == Array.IndexOf(["first", "second", "third", "fourth"], which)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_file_gives_good_rows_in_and_bad_ones_back_and_twice_changes_nothing()
    {
        await using var rig = await Rig.At(GroupTown.Wednesday);
        const string file = """
            Name,Neutral name,Place,Transport,Capacity,Guests,Leader,Repeats,From,Until,Time,Minutes
            Carers' tea,Tea and chat,Hill Hall,,12,yes,Mo,weekly on Tue,08/12/2026,10,10:30,90
            Walk,Walking,,,12,yes,Mo,weekly on Tue,08/12/2026,10,10:30,90
            Debt club,Debt club,Hill Hall,,12,yes,Mo,weekly on Tue,46364,10,10:30,90
            Choir,Singing,Hill Hall,,12,no,Jo,first Monday,2027-01-01,2027-06-30,2pm,60
            """;

        var first = await Import(file);
        var again = await Import(file);
        var exported = await rig.Part<ImportGroups>().Export("shire", Cancel);
        var back = await Import(exported);

        Assert.Equal((2, 0, 2), (first.Taken, first.Unchanged, first.Refused.Count));
        Assert.Equal((0, 2, 2), (again.Taken, again.Unchanged, again.Refused.Count));
        Assert.Equal((0, 2, 0), (back.Taken, back.Unchanged, back.Refused.Count));
        Assert.Equal(["Carers' tea", "Choir"], (await rig.All<Group>()).Select(group => group.Name).Order());
        Assert.All(await rig.All<Group>(), group => Assert.Equal(1, group.Version));
        Assert.Contains("3,place,Enter the place where it meets.,Walk", first.Rejects(), StringComparison.Ordinal);
        Assert.Contains("4,from,", first.Rejects(), StringComparison.Ordinal);

        var changed = await Import(file.Replace("Hill Hall,,12,yes", "Mill Barn,,12,yes", StringComparison.Ordinal));
        Assert.Equal(1, changed.Taken);
        Assert.Equal("Mill Barn", (await rig.All<Group>()).Single(group => group.Name == "Carers' tea").Place);

        Task<ImportReport> Import(string text) => rig.Part<ImportGroups>().Handle("shire", new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel);
    }
}
