using Companion.Workflows.CheckIns;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.CheckIns;

/// <summary>The catch-up rule, row by row: what becomes of a wave when life comes in between, and the reason that is recorded.</summary>
public sealed class CatchUpTests
{
    private const string NewNumber = "+447700900456";

    // A Monday; week 3 opens on Monday 6 July and closes on Wednesday 15 July.
    private static readonly Instant Monday = new LocalDateTime(2026, 6, 15, 9, 30).Instant();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Enrolled_late_the_waves_whose_window_has_closed_are_not_asked_and_the_later_ones_are()
    {
        await using var rig = await Enrolled.At(Monday, service => service.CheckIns.DayZero = DayZero.FirstContact);
        Assert.Empty(await rig.All<CheckIn>());
        await rig.Play(Day(35));

        var outcome = await rig.Part<RecordFirstContact>().Handle((await rig.All<Case>()).Single().Id, new LocalDate(2026, 6, 17), "Sam", Cancel);
        await rig.Play(Day(100));

        Assert.Equal(FirstContactOutcome.Recorded, outcome);
        Assert.Equal([(0, CheckInStatus.NotOffered), (3, CheckInStatus.NotOffered), (12, CheckInStatus.Missed)], await Waves(rig));
        Assert.All(await rig.All<CheckIn>(), wave => Assert.Equal(new LocalDate(2026, 6, 17), wave.DayZero));
        Assert.Equal("They were enrolled after its window had closed.", (await Wave(rig, 3)).Reason);
        Assert.Equal(1, Asked(rig));
    }

    [Theory]
    [InlineData(14, FirstContactOutcome.BeforeTheReferral)]
    [InlineData(22, FirstContactOutcome.NotYet)]
    public async Task A_first_contact_before_the_referral_or_to_come_is_refused(int day, FirstContactOutcome outcome)
    {
        await using var rig = await Enrolled.At(Monday);
        await rig.Play(Day(3));

        Assert.Equal(outcome, await rig.Part<RecordFirstContact>().Handle((await rig.All<Case>()).Single().Id, new LocalDate(2026, 6, day), "Sam", Cancel));
    }

    [Fact]
    public async Task Away_for_a_week_what_is_answered_late_in_the_window_counts_and_no_more_than_two_nudges_came()
    {
        await using var rig = await Enrolled.At(Monday);
        await rig.Play(Day(8));

        await Enrolled.Texts(rig, "sorry was away", "7", "6", "8", "2");

        Assert.Equal(CheckInStatus.Complete, (await Wave(rig, 0)).Status);
        Assert.InRange(rig.Carrier.Carried.Count(text => text.TextKey == "checkin.nudge"), 1, 2);
    }

    [Fact]
    public async Task Service_stopped_for_two_days_the_wave_is_asked_when_it_is_back()
    {
        await using var rig = await Enrolled.At(Monday);
        rig.Clock.Now = Day(23); // nothing ran since the day it was referred: week 3 opened two days ago

        await rig.Play(Day(24));

        Assert.Equal(CheckInStatus.Missed, (await Wave(rig, 0)).Status);
        Assert.Equal(CheckInStatus.Offered, (await Wave(rig, 3)).Status);
        Assert.Equal(1, Asked(rig));
    }

    [Fact]
    public async Task Number_changed_midway_the_later_waves_go_to_the_new_one_and_none_to_the_old()
    {
        await using var rig = await Enrolled.At(Monday);
        await rig.Play(Day(1));
        await Enrolled.Texts(rig, "7 6 8 2");

        var outcome = await rig.Part<ChangeNumber>().Handle((await rig.All<Case>()).Single().Id, "07700 900456", "By phone on 20 June, and agreed to texts", "Sam", Cancel);
        var before = rig.SentTo(Rig.Anna).Count;
        await rig.Play(Day(22));
        await rig.Text("7 7 7 3", from: NewNumber);
        await rig.Play(Day(100));

        Assert.Equal(NumberOutcome.Recorded, outcome);
        Assert.Equal([(0, CheckInStatus.Complete), (3, CheckInStatus.Complete), (12, CheckInStatus.Missed)], await Waves(rig));
        Assert.Equal(before, rig.SentTo(Rig.Anna).Count);
        Assert.True((await rig.All<Address>()).Single(address => address.Value == Rig.Anna).Is(AddressTrouble.WrongNumber));
    }

    [Theory]
    [InlineData("wrong number")]
    [InlineData("he died last week")]
    [InlineData("I'm his wife, he passed away on Sunday")]
    [InlineData("Sam has sadly died")]
    [InlineData("not Sam, who is this")]
    [InlineData("Hello this is Sam's daughter, sorry to say dad passed away on Saturday so he won't be coming to anything")]
    [InlineData("Sam is no longer with us")]
    [InlineData("we lost Sam on Tuesday")]
    public async Task Died_or_wrong_number_in_free_text_halts_everything_until_a_person_has_looked(string words)
    {
        await using var rig = await Enrolled.At(Monday);
        await rig.Play(Day(1)); // the first question is open
        await rig.Text(words);
        var before = rig.Carrier.Carried.Count(text => text.To == Rig.Anna);

        await rig.Play(Day(9));
        Assert.Equal(before, rig.Carrier.Carried.Count(text => text.To == Rig.Anna));
        var doubt = Assert.Single(await rig.All<HandOff>());
        Assert.Equal(Dialogs.Talking.HandOffReason.NotThem, doubt.Reason);
        Assert.Null((await rig.All<Address>()).Single(address => address.Value == Rig.Anna).Trouble); // words alone mark nothing

        var referral = (await rig.All<Case>()).Single();
        await rig.Part<RecordFinding>().Handle(referral.Id, new Found(referral.AddressId, Finding.Died, "His wife, by phone", "Sam"), Cancel);
        await rig.Play(Day(110));

        Assert.Equal(before, rig.Carrier.Carried.Count(text => text.To == Rig.Anna));
        Assert.NotNull((await rig.All<HandOff>()).Single().ClearedAt);
        Assert.All((await rig.All<CheckIn>()).Where(wave => wave.Week > 0), wave => Assert.Equal(CheckInStatus.NotOffered, wave.Status));
    }

    [Theory]
    [InlineData("my husband died last week")]
    [InlineData("I feel so alone since he died")]
    [InlineData("my friend passed away")]
    [InlineData("wrong bus, late, sorry")]
    [InlineData("sorry wrong number I meant 6")]
    [InlineData("you have the wrong day, mine is Friday")]
    [InlineData("Mum died last week")]
    [InlineData("wife has passed away")]
    [InlineData("phone died yesterday sorry")]
    [InlineData("Sam is dead tired today")]
    public async Task Grief_is_the_persons_own_and_halts_nothing(string words)
    {
        await using var rig = await Enrolled.At(Monday);
        await rig.Play(Day(1));

        await rig.Text(words);

        Assert.DoesNotContain(await rig.All<HandOff>(), handOff => handOff.Reason == Dialogs.Talking.HandOffReason.NotThem);
    }

    [Fact]
    public async Task When_it_was_no_wrong_number_after_all_what_is_planned_goes_on()
    {
        await using var rig = await Enrolled.At(Monday);
        await rig.Text("wrong number");
        await rig.Play(Day(2));
        Assert.Equal(0, Asked(rig));

        var referral = (await rig.All<Case>()).Single();
        var outcome = await rig.Part<RecordFinding>().Handle(referral.Id, new Found(referral.AddressId, Finding.NothingWrong, "Spoke to Sam", "Mo"), Cancel);
        await rig.Play(Day(4));

        Assert.Equal(FindingOutcome.Recorded, outcome);
        Assert.Equal(1, Asked(rig));
    }

    [Fact]
    public async Task Referred_by_a_carer_they_are_asked_at_their_own_number_from_when_it_agrees_and_the_carer_never()
    {
        await using var rig = await Rig.At(Monday, service => service.CheckIns.Weeks = "0 3 12");
        await Enrolled.Texts(rig, Referrals.WholeReferralTests.ForMyMother);
        await rig.Play(Day(11));
        Assert.Equal([(0, CheckInStatus.NotOffered), (3, CheckInStatus.Waiting), (12, CheckInStatus.Waiting)], await Waves(rig));

        await rig.Text("Y", from: NewNumber);
        await rig.Play(Day(23));
        await rig.Text("5 5 6 2", from: NewNumber);
        await rig.Play(Day(24));

        Assert.Equal(CheckInStatus.Complete, (await Wave(rig, 3)).Status);
        Assert.DoesNotContain(rig.Carrier.Carried, text => text.To == Rig.Anna && text.Class == SendClass.CheckIn);
    }

    [Fact]
    public async Task Came_back_by_START_within_the_window_it_is_asked_and_not_after_it()
    {
        await using var rig = await Enrolled.At(Monday);
        await rig.Text("STOP");
        await rig.Play(Day(24));
        Assert.Equal([(0, CheckInStatus.NotOffered), (3, CheckInStatus.Planned), (12, CheckInStatus.Planned)], await Waves(rig));

        await rig.Text("START");
        await rig.Play(Day(26));

        Assert.Equal(CheckInStatus.Offered, (await Wave(rig, 3)).Status);
        Assert.Equal(1, Asked(rig));
    }

    [Fact]
    public async Task WhatsApp_without_words_for_a_day_is_not_counted_as_asked()
    {
        await using var rig = await Enrolled.At(Monday);
        await rig.Store.Write(
            session =>
            {
                session.Execute("UPDATE \"Addresses\" SET \"Value\" = 'whatsapp:' || \"Value\"");
                return ValueTask.FromResult(0);
            },
            Cancel);

        await rig.Play(Day(40));

        Assert.All((await rig.All<CheckIn>()).Where(wave => wave.Week == 3), wave => Assert.Equal(CheckInStatus.NotOffered, wave.Status));
        Assert.StartsWith("WhatsApp takes only an approved template", (await Wave(rig, 3)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spent_budget_puts_the_wave_off_to_another_day_of_its_window()
    {
        await using var rig = await Enrolled.At(Monday, service => service.TextsPerDay = 1);
        await rig.Store.Write(
            session =>
            {
                session.Insert(Sent(rig));
                return ValueTask.FromResult(0);
            },
            Cancel);

        await rig.Play(Day(2));

        Assert.Equal(new LocalDate(2026, 6, 16), (await Wave(rig, 0)).OfferedAt!.Value.Local().Date);
    }

    private static OutboundMessage Sent(Rig rig) => new()
    {
        Id = 1,
        ServiceId = rig.Service.Key,
        AddressId = 1000,
        Channel = Channel.Sms,
        To = Rig.Anna,
        Class = SendClass.Reminder,
        SendKey = "before",
        TextKey = "t",
        Words = "words",
        Status = SendStatus.Delivered,
        SentAt = rig.Clock.Now,
        CreatedAt = rig.Clock.Now,
        DueAt = rig.Clock.Now,
        ExpiresAt = rig.Clock.Now,
    };

    // Noon on a day after the referral.
    private static Instant Day(int days) => (Monday.Local().Date.PlusDays(days) + new LocalTime(12, 0)).Instant();

    private static int Asked(Rig rig) => rig.Carrier.Carried.Count(text => text.TextKey == "checkin.ons4.open");

    private static async Task<CheckIn> Wave(Rig rig, int week) => (await rig.All<CheckIn>()).Single(wave => wave.Week == week);

    private static async Task<IEnumerable<(int Week, CheckInStatus Status)>> Waves(Rig rig) =>
        (await rig.All<CheckIn>()).OrderBy(wave => wave.Week).Select(wave => (wave.Week, wave.Status));
}
