using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
using Companion.Workflows.CheckIns;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.CheckIns;

/// <summary>The check-ins of a case over twelve weeks and a clock change, as texts on a phone.</summary>
public sealed class TwelveWeeksTests
{
    // A Monday; clocks go forward on 29 March, Good Friday is 3 April, Easter Monday 6 April.
    private static readonly Instant Monday = new LocalDateTime(2026, 3, 16, 9, 30).Instant();

    [Fact]
    public async Task Three_waves_are_asked_in_their_windows_at_a_humane_hour_and_kept()
    {
        await using var rig = await Referred();

        await Until(rig, "satisfied");
        await Enrolled.Texts(rig, "7", "6", "8", "2");
        await Until(rig, "satisfied");
        await Enrolled.Texts(rig, "same as last time", "Y", "7", "skip", "3", "sorry I meant 4");
        await Until(rig, "satisfied");
        await Enrolled.Texts(rig, "8 7 8 1");

        var waves = (await rig.All<CheckIn>()).OrderBy(wave => wave.Week).ToList();
        Assert.Equal([0, 3, 12], waves.Select(wave => wave.Week));
        Assert.All(waves, wave => Assert.Equal(CheckInStatus.Complete, wave.Status));
        Assert.All(waves, wave =>
        {
            var asked = wave.OfferedAt!.Value.Local();
            Assert.InRange(asked.Date, wave.OpensOn, wave.ClosesOn);
            Assert.InRange(asked.TimeOfDay, new LocalTime(10, 0), new LocalTime(18, 0));
            Assert.InRange(asked.DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday);
            Assert.False(rig.Service.Holidays.Contains(asked.Date));
        });
        Assert.Equal("7 6 8 2", await Scores(rig, waves[0]));
        Assert.Equal("7 7 declined 4", await Scores(rig, waves[1]));
        Assert.Equal("8 7 8 1", await Scores(rig, waves[2]));
        Assert.All(await rig.All<CheckInScore>(), score => Assert.Equal("text", score.Mode));
    }

    [Fact]
    public async Task Silence_is_nudged_twice_in_the_hours_of_check_ins_and_becomes_a_task_to_phone()
    {
        await using var rig = await Referred();

        await Pass(rig, Duration.FromDays(12));

        var sent = (await rig.All<OutboundMessage>()).Where(text => text.Class == SendClass.CheckIn).OrderBy(text => text.Id).ToList();
        Assert.Equal(["checkin.ons4.open", "checkin.nudge", "checkin.nudge"], sent.Select(text => text.TextKey));
        Assert.All(sent, text => Assert.InRange(text.SentAt!.Value.Local().TimeOfDay, new LocalTime(10, 0), new LocalTime(18, 0)));
        Assert.Equal(CheckInStatus.Missed, (await First(rig)).Status);
        Assert.Contains(await rig.All<StaffTask>(), task => task.Kind == "CheckIn");
    }

    [Fact]
    public async Task What_was_answered_before_the_silence_is_kept_as_part()
    {
        await using var rig = await Referred();
        await Until(rig, "satisfied");
        await Enrolled.Texts(rig, "7", "6");

        await Pass(rig, Duration.FromDays(12));

        var wave = await First(rig);
        Assert.Equal(CheckInStatus.Partial, wave.Status);
        Assert.Equal("7 6", await Scores(rig, wave));
    }

    [Fact]
    public async Task A_low_answer_gives_the_link_worker_a_task_and_the_person_a_caring_reply()
    {
        await using var rig = await Referred();
        await Until(rig, "satisfied");

        await Enrolled.Texts(rig, "1", "6", "5", "9");

        var task = Assert.Single(await rig.All<StaffTask>(), task => task.Kind == "CheckIn");
        Assert.Equal(2, Period.Between(rig.Clock.Now.Local().Date, task.DueAt.Local().Date.PlusDays(1)).Days);
        Assert.Contains(rig.SentTo(Rig.Anna), words => words.StartsWith("That sounds hard.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_low_answer_is_passed_on_at_once_even_when_nothing_follows()
    {
        await using var rig = await Referred();
        await Until(rig, "satisfied");

        await Enrolled.Texts(rig, "0");

        Assert.Single(await rig.All<StaffTask>(), task => task.Kind == "CheckIn");
        Assert.Contains("That sounds hard.", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task STOP_in_the_middle_keeps_what_was_answered_and_asks_nothing_more()
    {
        await using var rig = await Referred();
        await Until(rig, "satisfied");
        await Enrolled.Texts(rig, "7", "stop questions");

        await Pass(rig, Duration.FromDays(100));

        var first = await First(rig);
        Assert.Equal((CheckInStatus.Partial, "The person stopped these texts."), (first.Status, first.Reason));
        Assert.All((await rig.All<CheckIn>()).Where(wave => wave.Week > 0), wave => Assert.Equal(CheckInStatus.NotOffered, wave.Status));
        Assert.Equal(1, Asked(rig));
    }

    [Fact]
    public async Task A_shared_phone_is_not_asked_by_text()
    {
        await using var rig = await Rig.At(Monday, service => service.CheckIns.Weeks = "0");
        await Enrolled.Texts(rig, [.. Enrolled.ForMyself[..12], "yes", .. Enrolled.ForMyself[14..]]);

        await Pass(rig, Duration.FromDays(3));

        Assert.Equal((CheckInStatus.NotOffered, "Other people read this phone; please ask in person."), ((await First(rig)).Status, (await First(rig)).Reason));
    }

    [Fact]
    public async Task Danger_in_an_answer_is_heard_first_and_nothing_more_is_asked_until_a_person_clears_it()
    {
        await using var rig = await Referred();
        await Until(rig, "satisfied");

        await Enrolled.Texts(rig, "0, i want to kill myself");
        var before = rig.Carrier.Carried.Count(text => text.Class == SendClass.CheckIn);
        await Pass(rig, Duration.FromDays(5));

        Assert.Contains(await rig.All<HandOff>(), handOff => handOff.Reason == HandOffReason.RedFlag);
        Assert.Equal(before, rig.Carrier.Carried.Count(text => text.Class == SendClass.CheckIn));
    }

    [Fact]
    public async Task After_STOP_no_wave_is_asked_and_the_reason_is_recorded()
    {
        await using var rig = await Referred();
        await rig.Text("stop asking me questions please");
        await rig.Text("STOP");

        await Pass(rig, Duration.FromDays(100));

        Assert.DoesNotContain(rig.Carrier.Carried, text => text.Class == SendClass.CheckIn);
        Assert.All(await rig.All<CheckIn>(), wave => Assert.Equal((CheckInStatus.NotOffered, "The person stopped these texts."), (wave.Status, wave.Reason)));
    }

    [Fact]
    public async Task A_wave_whose_window_closed_while_the_service_was_away_is_missed_with_a_task()
    {
        await using var rig = await Referred();
        rig.Clock.Now += Duration.FromDays(15);

        await Pass(rig, Duration.FromHours(2));

        Assert.Equal((CheckInStatus.Missed, "Its window closed before it could be asked."), ((await First(rig)).Status, (await First(rig)).Reason));
        Assert.Contains(await rig.All<StaffTask>(), task => task.Kind == "CheckIn");
    }

    [Fact]
    public async Task A_red_flag_puts_a_wave_off_until_it_is_cleared_within_its_window()
    {
        await using var rig = await Referred();
        await rig.Text("i want to die");
        await Pass(rig, Duration.FromDays(2));
        Assert.Equal((CheckInStatus.Planned, "A red flag is open: a person has to clear it."), ((await First(rig)).Status, (await First(rig)).Reason));

        var flag = Assert.Single(await rig.All<HandOff>(), handOff => handOff.Reason == HandOffReason.RedFlag);
        await rig.Part<ClearHandOff>().Handle(flag.Id, new Clearing("Sam", "Spoken to; safe.", SafeToText: true), TestContext.Current.CancellationToken);
        await Until(rig, "satisfied");

        Assert.Equal(CheckInStatus.Offered, (await First(rig)).Status);
    }

    [Fact]
    public async Task An_answer_that_is_much_worse_than_the_time_before_gives_the_link_worker_a_task()
    {
        await using var rig = await Referred();
        await Until(rig, "satisfied");
        await Enrolled.Texts(rig, "9 8 8 1");
        await Until(rig, "satisfied");

        await Enrolled.Texts(rig, "6", "8", "8", "2");

        var task = Assert.Single(await rig.All<StaffTask>(), task => task.Kind == "CheckIn");
        Assert.Equal("An answer of a check-in is much worse than the time before. Please get in touch.", task.Reason);
    }

    [Fact]
    public async Task Whoever_likes_afternoons_is_asked_in_the_afternoon()
    {
        await using var rig = await Rig.At(Monday, service => service.CheckIns.Weeks = "3");
        await Enrolled.Texts(rig, [.. Enrolled.ForMyself.Select(said => said == "mornings" ? "afternoons are best" : said)]);

        await Until(rig, "satisfied");

        Assert.InRange((await rig.All<CheckIn>()).Single().OfferedAt!.Value.Local().TimeOfDay, new LocalTime(14, 0), new LocalTime(15, 30));
    }

    private static async Task<Rig> Referred()
    {
        var rig = await Rig.At(Monday, service => service.CheckIns.Weeks = "0 3 12");
        await Enrolled.Texts(rig, Enrolled.ForMyself);
        Assert.Equal(3, (await rig.All<CheckIn>()).Count);
        return rig;
    }

    // An hour at a time until the first question is asked again.
    private static async Task Until(Rig rig, string item)
    {
        var before = Asked(rig);
        for (var hour = 0; hour < 24 * 100 && Asked(rig) == before; hour++)
        {
            await Pass(rig, Duration.FromHours(1));
        }

        Assert.True(Asked(rig) > before, $"{item} was not asked again in 100 days");
    }

    private static int Asked(Rig rig) => rig.Carrier.Carried.Count(text => text.TextKey == "checkin.ons4.open");

    private static async Task Pass(Rig rig, Duration by)
    {
        for (var until = rig.Clock.Now + by; rig.Clock.Now < until;)
        {
            rig.Clock.Now += Duration.FromMinutes(60);
            await rig.Part<FireTimers>().Handle(100, TestContext.Current.CancellationToken);
            await rig.Rest();
        }
    }

    private static async Task<CheckIn> First(Rig rig) => (await rig.All<CheckIn>()).Single(wave => wave.Week == 0);

    private static async Task<string> Scores(Rig rig, CheckIn wave)
    {
        var given = (await rig.All<CheckInScore>()).Where(score => score.CheckInId == wave.Id).OrderBy(score => score.Id).ToList();
        return string.Join(' ', Instrument.Ons4.Items.Select(item => given.LastOrDefault(score => score.Item == item.Key))
            .OfType<CheckInScore>().Select(score => score.Score?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? score.Missing));
    }
}
