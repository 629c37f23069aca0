using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>When nobody who works for a service is there for days, somebody else hears of each hand-off all the same.</summary>
public sealed class AllAwayTests
{
    private static readonly LocalDate FirstDay = new(2026, 11, 23);
    private static readonly LocalDate LastDay = new(2026, 12, 4);
    private static readonly Instant ChristmasMorning = Instant.FromUtc(2026, 12, 25, 10, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HandOffReason.Review)]
    [InlineData(HandOffReason.Under18)]
    [InlineData(HandOffReason.NotThem)]
    [InlineData(HandOffReason.LowScore)]
    [InlineData(HandOffReason.Complex)]
    [InlineData(HandOffReason.Asked)]
    public async Task While_the_one_worker_is_on_leave_for_a_fortnight_whoever_is_on_call_hears_of_it_once_each_opening_day(HandOffReason reason)
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Away(await rig.Employ("Sam Okoye"), FirstDay, LastDay);
        var handOff = await Opened(rig, reason);
        await rig.Pass(Duration.FromMinutes(2));

        Assert.Contains(handOff.Reference, Assert.Single(rig.SentTo(TestService.FirstOnCall)), StringComparison.Ordinal);
        Assert.Single(rig.SentTo(TestService.SecondOnCall)); // a text and no call, which is to mean danger

        await rig.Play(LastDay.PlusDays(2).AtMidnight().Instant());
        Assert.Equal(9, rig.SentTo(TestService.FirstOnCall).Count); // not on the last Friday: somebody is there by the next opening
        Assert.All(rig.Carrier.Carried.Where(row => row.Class == SendClass.OnCall), row => Assert.InRange(row.CreatedAt.Local().Hour, 9, 17));
        Assert.All(rig.SentTo(TestService.FirstOnCall), words => Assert.DoesNotContain("900123", words, StringComparison.Ordinal));

        await rig.Play(LastDay.PlusDays(3).At(new LocalTime(9, 2)).Instant());
        Assert.Contains(rig.Carrier.Carried, row => row.To == "sam@shire.example");
        Assert.Equal(9, rig.SentTo(TestService.FirstOnCall).Count);
    }

    [Fact]
    public async Task Seniors_and_managers_who_are_away_too_read_what_waits_each_opening_day()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Away(await rig.Employ("Sue Senior", WorkerRole.Senior), FirstDay, LastDay);
        await rig.Away(await rig.Employ("Ann Manager", WorkerRole.Manager), FirstDay, LastDay);
        var first = await Opened(rig, HandOffReason.Review);
        await Opened(rig, HandOffReason.NotThem);

        await rig.Play(FirstDay.PlusDays(3).AtMidnight().Instant());

        foreach (var reader in new[] { "sue@shire.example", "ann@shire.example" })
        {
            var digests = rig.Carrier.Carried.Where(row => row.To == reader).Select(row => row.Words).ToList();
            Assert.Equal(2, digests.Count); // Tuesday and Wednesday
            Assert.All(digests, words => Assert.Contains(first.Reference, words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Somebody_whose_only_way_is_a_call_is_called()
    {
        await using var rig = await Rig.At(Desk.Monday, service => service.OnCall["2"].Text = "");
        await Opened(rig, HandOffReason.LowScore);
        await rig.Pass(Duration.FromMinutes(2));

        Assert.Equal("oncall.waits.call", Assert.Single(rig.Carrier.Carried, row => row.To == TestService.SecondOnCall).TextKey);
    }

    [Fact]
    public async Task Somebody_who_is_back_before_it_is_due_is_waited_for()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 11, 23, 16, 50));
        await rig.Employ("Sam Okoye", change: worker => worker.Hours = "Mon-Fri 10:00-16:00");
        await Opened(rig, HandOffReason.LowScore);
        await rig.Play(Instant.FromUtc(2026, 11, 24, 10, 1));

        Assert.Empty(rig.SentTo(TestService.FirstOnCall));
        Assert.Contains(rig.Carrier.Carried, row => row.To == "sam@shire.example");
    }

    [Theory]
    [InlineData(HandOffReason.Review, true)] // due today
    [InlineData(HandOffReason.LowScore, false)] // due tomorrow
    public async Task What_is_due_before_the_one_worker_is_back_tomorrow_is_told_to_whoever_is_on_call(HandOffReason reason, bool told)
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Away(await rig.Employ("Sam Okoye"), FirstDay, FirstDay);
        await Opened(rig, reason);
        await rig.Play(Instant.FromUtc(2026, 11, 23, 23, 0));

        Assert.Equal(told ? 1 : 0, rig.SentTo(TestService.FirstOnCall).Count);
    }

    [Fact]
    public async Task Nobody_is_promised_a_day_that_is_not_known()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Away(await rig.Employ("Sam Okoye"), FirstDay, FirstDay.PlusDays(40));
        await rig.AskedForAPerson();
        await rig.Pass(Duration.FromMinutes(2));

        var said = Assert.Single(rig.SentTo(Rig.Anna), words => words.Contains("is here just now", StringComparison.Ordinal));
        Assert.Contains("as soon as we can", said, StringComparison.Ordinal);
        Assert.DoesNotContain("tomorrow", said, StringComparison.Ordinal);
        Assert.All(new[] { "111", "116 123", "999" }, number => Assert.Contains(number, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(28, false)] // back with the opening
    [InlineData(31, true)]
    public async Task On_Christmas_Day_nobody_on_call_is_troubled_before_the_service_opens(int lastDayOfLeave, bool told)
    {
        await using var rig = await Rig.At(ChristmasMorning);
        await rig.Away(await rig.Employ("Sam Okoye"), new LocalDate(2026, 12, 24), new LocalDate(2026, 12, lastDayOfLeave));
        await Opened(rig, HandOffReason.Review);

        await rig.Play(Instant.FromUtc(2026, 12, 29, 8, 59));
        Assert.DoesNotContain(rig.Carrier.Carried, row => row.Class == SendClass.OnCall);

        await rig.Play(Instant.FromUtc(2026, 12, 29, 9, 1));
        Assert.Equal(told, rig.SentTo(TestService.FirstOnCall).Count > 0);
        Assert.Equal(!told, rig.Carrier.Carried.Exists(row => row.To == "sam@shire.example"));
    }

    [Fact]
    public async Task With_no_workers_at_all_whoever_is_on_call_hears_of_it_and_nobody_is_promised_a_day()
    {
        await using var rig = await Rig.At(ChristmasMorning);
        await rig.AskedForAPerson();
        await rig.Pass(Duration.FromMinutes(2));
        Assert.Contains(rig.SentTo(Rig.Anna), words => words.Contains("as soon as we can", StringComparison.Ordinal));

        await rig.Play(Instant.FromUtc(2026, 12, 29, 9, 1));
        Assert.Single(rig.SentTo(TestService.FirstOnCall));
    }

    [Fact]
    public async Task With_nobody_on_call_those_who_are_away_are_told_and_with_nobody_at_all_there_is_an_alert()
    {
        await using var rig = await Rig.At(Desk.Monday, NobodyOnCall);
        await Opened(rig, HandOffReason.Review);
        await rig.Pass(Duration.FromMinutes(2));
        Assert.Contains("nobody on call", Assert.Single(await rig.All<Alert>()).Detail, StringComparison.Ordinal);

        await rig.Away(await rig.Employ("Sam Okoye"), FirstDay, LastDay);
        await rig.Play(Instant.FromUtc(2026, 11, 24, 9, 1));
        Assert.Contains(rig.Carrier.Carried, row => row.To == "sam@shire.example");
    }

    [Fact]
    public async Task A_red_flag_that_nobody_on_call_reads_is_told_to_workers_until_somebody_accepts()
    {
        await using var rig = await Rig.At(Desk.Monday, NobodyOnCall);
        await rig.Employ("Sam Okoye");
        await rig.Text("i want to kill myself");
        await rig.Pass(Duration.FromMinutes(2));

        Assert.Single(rig.Carrier.Carried, row => row.To == "sam@shire.example");
    }

    [Fact]
    public async Task A_red_flag_that_was_accepted_and_left_is_told_to_workers_again_though_nobody_is_on_call()
    {
        await using var rig = await Rig.At(Desk.Monday, NobodyOnCall);
        await rig.Employ("Sam Okoye");
        await rig.Text("i want to kill myself");
        await rig.Pass(Duration.FromMinutes(2));
        await rig.Part<AcknowledgeHandOff>().Handle(Assert.Single(await rig.All<HandOff>()).Id, "Sam Okoye", alarms: null, Cancel);
        await rig.Pass(Duration.FromHours(3) + Duration.FromMinutes(5)); // asked twice in vain
        var told = rig.Carrier.Carried.Count(row => row.To == "sam@shire.example");

        await rig.Play(Instant.FromUtc(2026, 11, 24, 10, 0));

        Assert.Contains(await rig.All<HandOffEvent>(), happened => happened.Kind == "Unanswered");
        Assert.True(rig.Carrier.Carried.Count(row => row.To == "sam@shire.example") > told, "somebody is told for as long as it is open");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("19:shire@thread.tacv2", false)] // the channel shows it
    public async Task A_worker_whom_nothing_reaches_counts_as_away(string teamsChannel, bool toldOnCall)
    {
        await using var rig = await Rig.At(Desk.Monday, service => service.TeamsChannel = teamsChannel);
        await rig.Employ("Sam Okoye", change: worker => worker.Email = "");
        await Opened(rig, HandOffReason.Review);
        await rig.Pass(Duration.FromMinutes(2));

        Assert.Equal(toldOnCall, rig.SentTo(TestService.FirstOnCall).Count > 0);
    }

    [Fact]
    public async Task A_senior_who_comes_in_later_reads_the_digest_though_another_has_read_it()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 11, 23, 18, 30));
        await rig.Employ("Sue Senior", WorkerRole.Senior);
        await rig.Employ("Mel Manager", WorkerRole.Manager, worker => worker.Hours = "Mon-Fri 13:00-17:00");
        await rig.Employ("Bo Boss", WorkerRole.Manager, worker => worker.Hours = "Wed 09:00-17:00");
        await rig.AskedForAPerson();
        await rig.Play(Instant.FromUtc(2026, 11, 24, 9, 30));
        var late = await rig.Employ("Lee Late", WorkerRole.Senior);
        await rig.Play(Instant.FromUtc(2026, 11, 24, 16, 0));

        var digests = rig.Carrier.Carried.Where(row => row.Words.Contains("since before today", StringComparison.Ordinal)).Select(row => row.To);
        Assert.Equal(["sue@shire.example", "mel@shire.example", late.Email], digests);
    }

    private static void NobodyOnCall(ServiceSettings service)
    {
        service.OnCall = [];
        service.CrisisCover = new CrisisCoverSettings { Kind = "None", SignedBy = "Dr A. Example", SignedOn = "2026-11-01" };
    }

    private static async Task<HandOff> Opened(Rig rig, HandOffReason reason)
    {
        var receipt = await rig.Text("Hello", $"+4477009001{(int)reason + 30}");
        return await rig.Store.Turn(
            TurnRequest.About(rig.Service.Key, receipt.AddressId, rig.Clock.Now),
            turn => ValueTask.FromResult(rig.Part<HandOffDesk>().Ordinary(turn, rig.Service, reason, conversation: null)),
            Cancel);
    }
}
