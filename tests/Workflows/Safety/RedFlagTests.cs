using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Workflows.Tests.Safety;

public sealed class RedFlagTests
{
    private const string Danger = "i want to kill myself";

    private static readonly Instant ThreeOnChristmasMorning = Instant.FromUtc(2026, 12, 25, 3, 0);

    [Fact]
    public async Task A_red_flag_at_three_on_Christmas_morning_is_answered_and_somebody_is_told_at_once()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);

        await rig.Text(Danger);

        Assert.Contains("999", Assert.Single(rig.SentTo(Rig.Anna)));
        Assert.Contains(References.Of((await rig.All<HandOff>())[0].Id), Assert.Single(rig.SentTo(TestService.FirstOnCall)));
        Assert.Empty(rig.SentTo(TestService.SecondOnCall));
    }

    [Fact]
    public async Task The_ladder_climbs_until_somebody_acknowledges()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);
        await rig.Text(Danger);

        await rig.Pass(Duration.FromMinutes(5));
        Assert.Equal(2, rig.SentTo(TestService.SecondOnCall).Count); // a text and a call
        await rig.Pass(Duration.FromMinutes(10));
        Assert.Equal(2, rig.SentTo(TestService.FirstOnCall).Count); // everybody, after fifteen minutes
        await rig.Pass(Duration.FromMinutes(15));
        Assert.Equal(3, rig.SentTo(TestService.FirstOnCall).Count); // and again

        var handOff = Assert.Single(await rig.All<HandOff>());
        await rig.Part<AcknowledgeHandOff>().Handle(handOff.Id, "Mo", alarms: null, TestContext.Current.CancellationToken);
        await rig.Pass(Duration.FromMinutes(55)); // after an hour they are asked whether it is done

        Assert.Equal(3, rig.SentTo(TestService.FirstOnCall).Count);
        Assert.Equal(
            ["Opened", "Told", "Told", "Told", "Told", "Told", "Told", "Acknowledged"],
            (await rig.All<HandOffEvent>()).OrderBy(e => e.Id).Select(e => e.Kind));
    }

    [Fact]
    public async Task After_STOP_with_the_provider_refusing_the_text_is_tried_and_the_hand_off_says_phone()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);
        await rig.Text("STOP");
        rig.Carrier.Answer = message => message.To == Rig.Anna
            ? new Delivery.Refused(SettleDelivery.OptedOut, "opted out")
            : new Delivery.Taken("T" + message.Id, SendStatus.Delivered);

        await rig.Text(Danger);

        var text = Assert.Single(await rig.All<OutboundMessage>(), m => m.Class == SendClass.Safety);
        Assert.Equal((SendStatus.Refused, SettleDelivery.OptedOut), (text.Status, text.ErrorCode));
        Assert.True((await rig.All<HandOff>()).Single().CouldNotBeTexted);
        Assert.Equal("Phone", Assert.Single(await rig.All<StaffTask>()).Kind);
        Assert.Contains(rig.SentTo(TestService.FirstOnCall), words => words.Contains("phone them", StringComparison.Ordinal));
        Assert.True((await rig.All<Address>()).Single(a => a.Value == Rig.Anna).ProviderBlocked);
    }

    [Fact]
    public async Task A_safety_text_not_confirmed_within_two_minutes_says_phone_once()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);
        rig.Carrier.Answer = message => new Delivery.Taken("T" + message.Id);

        await rig.Text(Danger);
        await rig.Pass(Duration.FromMinutes(4));

        Assert.Single(await rig.All<StaffTask>());
        Assert.Single(await rig.All<HandOffEvent>(), e => e.Kind == "CouldNotBeTexted");
    }

    [Fact]
    public async Task Repeats_get_the_short_form_at_most_six_an_hour_and_the_hand_off_grows()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);

        for (var time = 0; time < 10; time++)
        {
            await rig.Text(Danger + new string('!', time));
        }

        var sent = rig.SentTo(Rig.Anna);
        Assert.Equal(6, sent.Count);
        Assert.All(sent.Skip(1), words => Assert.True(words.Length < sent[0].Length));
        Assert.Equal(10, Assert.Single(await rig.All<HandOff>()).Alarms);
    }

    [Fact]
    public async Task Danger_split_over_two_texts_is_heard()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning, dialogs: TestDialogs.Echo());

        await rig.Text("i want to");
        await rig.Text("kill myself");

        Assert.Single(await rig.All<HandOff>());
    }

    [Fact]
    public async Task The_same_webhook_twice_answers_once()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);
        var incoming = new Incoming("shire", Channel.Sms, "SM-twice", Rig.Anna, Danger);
        var receive = rig.Part<ReceiveMessage>();

        await receive.Handle(incoming, TestContext.Current.CancellationToken);
        var again = await receive.Handle(incoming, TestContext.Current.CancellationToken);
        await rig.Rest();

        Assert.True(again.IsDuplicate);
        Assert.Single(rig.SentTo(Rig.Anna));
        Assert.Equal(1, Assert.Single(await rig.All<HandOff>()).Alarms);
    }

    [Fact]
    public async Task Only_a_person_ends_the_pause()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 11, 23, 12, 0), dialogs: TestDialogs.Echo());
        await rig.Text(Danger);
        await rig.Pass(Duration.FromMinutes(90));
        await rig.Text("hello?");

        Assert.DoesNotContain("echo", string.Join(' ', rig.SentTo(Rig.Anna)), StringComparison.Ordinal);
        await rig.Part<ClearHandOff>().Handle((await rig.All<HandOff>()).Single().Id, new Clearing("Sam", "spoke to her"), TestContext.Current.CancellationToken);
        await rig.Text("hello again");

        Assert.Contains("echo", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_code_is_heard_but_never_answered()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);

        await rig.Part<ReceiveMessage>().Handle(
            new Incoming("shire", Channel.Sms, "SM-short", "85258", Danger) { CannotBeAnswered = true }, TestContext.Current.CancellationToken);
        await rig.Rest();

        Assert.Empty(rig.SentTo("85258"));
        Assert.Single(await rig.All<HandOff>());
    }

    [Fact]
    public async Task Which_rule_heard_which_words_is_kept()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);

        await rig.Text("hello. " + Danger);

        var hit = (await rig.All<SafetyHit>()).First();
        Assert.Contains("kill myself", hit.Words, StringComparison.Ordinal);
        Assert.NotEmpty(hit.Rule);
    }

    [Fact]
    public async Task Every_hour_signed_off_as_uncovered_says_that_nobody_is_reading()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning, service =>
        {
            service.OnCall["1"].Hours = "Mon-Fri 09:00-17:00";
            service.OnCall.Remove("2");
            service.CrisisCover = new() { Kind = "None", SignedBy = "A. Officer", SignedOn = "2026-11-01" };
        });

        await rig.Text(Danger);

        Assert.StartsWith("Nobody", Assert.Single(rig.SentTo(Rig.Anna)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_HELP_is_the_word_for_help_and_wakes_nobody_but_help_me_does()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning, optOut: new OptOutSettings { ByProvider = false });

        await rig.Text("HELP");
        Assert.Empty(await rig.All<HandOff>());
        Assert.Contains("999", Assert.Single(rig.SentTo(Rig.Anna)), StringComparison.Ordinal);

        await rig.Text("help me please");
        Assert.Single(await rig.All<HandOff>());
    }

    [Fact]
    public async Task A_clear_no_to_the_caring_question_is_answered_and_opens_nothing()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);
        await rig.Text("im at the end of my tether");
        Assert.Contains("Reply Y or N", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);

        await rig.Text("no");

        Assert.Equal(2, rig.SentTo(Rig.Anna).Count);
        Assert.Empty(await rig.All<HandOff>());
        Assert.NotEmpty(await rig.All<SafetyHit>());
    }

    [Fact]
    public async Task Fifteen_minutes_without_an_answer_to_the_caring_question_become_a_review_the_same_day()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 11, 23, 10, 0));
        await rig.Text("im at the end of my tether");

        await rig.Pass(Duration.FromMinutes(16));

        var review = Assert.Single(await rig.All<HandOff>());
        Assert.Equal((Dialogs.Talking.HandOffReason.Review, new LocalDate(2026, 11, 23)), (review.Reason, Companion.Workflows.Timing.LondonTime.Local(review.DueAt).Date));
        Assert.Single(await rig.All<StaffTask>(), task => task.Kind == "Review");
    }

    [Fact]
    public async Task An_acknowledge_link_works_once()
    {
        await using var rig = await Rig.At(ThreeOnChristmasMorning);
        await rig.Text(Danger);
        var link = (await rig.All<SignedLink>()).Single();
        var acknowledge = rig.Part<AcknowledgeHandOff>();

        var first = await acknowledge.Redeem(link.Id, 1, TestContext.Current.CancellationToken);
        var second = await acknowledge.Redeem(link.Id, 1, TestContext.Current.CancellationToken);

        Assert.Equal("Sam", first!.AcknowledgedBy);
        Assert.Null(second);
        Assert.Single(await rig.All<HandOffEvent>(), e => e.Kind == "Acknowledged");
    }

    [Fact]
    public void OptOut_is_answered_by_the_provider_by_default() => Assert.True(new OptOutSettings().ByProvider);
}
