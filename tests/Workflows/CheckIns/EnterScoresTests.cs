using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.CheckIns;

/// <summary>A link worker enters what was said on the phone or in person.</summary>
public sealed class EnterScoresTests
{
    private static readonly Instant Monday = new LocalDateTime(2026, 3, 16, 9, 30).Instant();

    private static readonly ItemAnswer[] All = [new("satisfied", 6), new("worthwhile", 7), new("happy", null, "declined"), new("anxious", 3)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scores_by_phone_are_kept_with_their_mode_and_who_entered_them()
    {
        await using var rig = await Referred();

        Assert.Equal(ScoreEntryOutcome.Entered, await Enter(rig, 0, All));

        var wave = await Wave(rig, 0);
        Assert.Equal((CheckInStatus.Complete, rig.Clock.Now, rig.Clock.Now), (wave.Status, wave.OfferedAt, wave.EndedAt));
        var kept = (await rig.All<CheckInScore>()).OrderBy(score => score.Id).ToList();
        Assert.Equal(All.Select(answer => (answer.Item, answer.Score, answer.Missing)), kept.Select(score => (score.Item, score.Score, score.Missing)));
        Assert.All(kept, score => Assert.Equal(("phone", "Sam", null), (score.Mode, score.EnteredBy, score.MessageId)));
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("in person")]
    [InlineData("text")]
    [InlineData("chat")]
    [InlineData("proxy")]
    public async Task Every_way_in_which_answers_come_can_be_stamped(string mode)
    {
        await using var rig = await Referred();

        Assert.Equal(ScoreEntryOutcome.Entered, await Enter(rig, 0, All, mode));

        Assert.All(await rig.All<CheckInScore>(), score => Assert.Equal((mode, "Sam", null), (score.Mode, score.EnteredBy, score.MessageId)));
    }

    [Fact]
    public async Task A_wave_entered_before_it_was_asked_is_not_asked()
    {
        await using var rig = await Referred();
        await Enter(rig, 0, All);

        await Pass(rig, Duration.FromDays(12));

        Assert.DoesNotContain(rig.Carrier.Carried, text => text.Class == SendClass.CheckIn);
    }

    [Fact]
    public async Task What_is_being_asked_by_text_ends_and_nothing_more_is_asked()
    {
        await using var rig = await Asked();
        await rig.Text("7");

        Assert.Equal(ScoreEntryOutcome.Entered, await Enter(rig, 0, All[1..]));
        var sent = rig.Carrier.Carried.Count;
        await Pass(rig, Duration.FromDays(12));

        Assert.Equal(sent, rig.Carrier.Carried.Count);
        Assert.Equal(CheckInStatus.Complete, (await Wave(rig, 0)).Status);
        Assert.Equal("entered", (await rig.All<Conversation>()).Single(talk => talk.Dialog == "check-in").CloseReason);
        Assert.Equal(["text", "phone", "phone", "phone"], (await rig.All<CheckInScore>()).OrderBy(score => score.Id).Select(score => score.Mode));
        Assert.DoesNotContain(await rig.All<StaffTask>(), task => task.Kind == "CheckIn");
    }

    [Fact]
    public async Task A_question_that_waits_to_be_sent_is_taken_back()
    {
        await using var rig = await Asked(sent: false);

        await Enter(rig, 0, All);
        await rig.Rest();

        Assert.DoesNotContain(rig.Carrier.Carried, text => text.Class == SendClass.CheckIn);
        Assert.Equal(SendStatus.Superseded, (await rig.All<OutboundMessage>()).Single(text => text.Class == SendClass.CheckIn).Status);
    }

    [Fact]
    public async Task A_part_is_kept_as_a_part_and_may_be_completed_later()
    {
        await using var rig = await Referred();

        await Enter(rig, 0, All[..2], "in person");
        Assert.Equal(CheckInStatus.Partial, (await Wave(rig, 0)).Status);
        await Enter(rig, 0, [new("worthwhile", 2), .. All[2..]], "proxy");

        var wave = await Wave(rig, 0);
        Assert.Equal((CheckInStatus.Complete, null), (wave.Status, wave.Reason));
        Assert.Equal([7, 2], (await rig.All<CheckInScore>()).Where(score => score.Item == "worthwhile").OrderBy(score => score.Id).Select(score => score.Score!.Value));
    }

    [Fact]
    public async Task A_missed_wave_may_be_entered()
    {
        await using var rig = await Asked();
        await Pass(rig, Duration.FromDays(12));
        Assert.Equal(CheckInStatus.Missed, (await Wave(rig, 0)).Status);
        var offered = (await Wave(rig, 0)).OfferedAt;

        Assert.Equal(ScoreEntryOutcome.Entered, await Enter(rig, 0, All));

        Assert.Equal((CheckInStatus.Complete, offered), ((await Wave(rig, 0)).Status, (await Wave(rig, 0)).OfferedAt));
    }

    [Theory]
    [InlineData("satisfied", 2, 1)]
    [InlineData("satisfied", 3, 0)]
    [InlineData("anxious", 8, 1)]
    [InlineData("anxious", 1, 0)]
    public async Task A_low_score_becomes_the_same_task_as_by_text_and_no_text_is_sent(string item, int score, int tasks)
    {
        await using var rig = await Referred();
        var sent = rig.Carrier.Carried.Count;

        await Enter(rig, 0, [new(item, score)]);
        await rig.Rest();

        Assert.Equal(tasks, (await rig.All<StaffTask>()).Count(task => task.Kind == "CheckIn" && task.Reason == "An answer of a check-in is low. Please get in touch."));
        Assert.Equal(sent, rig.Carrier.Carried.Count);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_writes_nothing()
    {
        await using var rig = await Referred();

        Assert.Equal(ScoreEntryOutcome.NothingGiven, await Enter(rig, 0, []));
        Assert.Equal(ScoreEntryOutcome.NotOnTheScale, await Enter(rig, 0, [new("satisfied", 11)]));
        Assert.Equal(ScoreEntryOutcome.NotOnTheScale, await Enter(rig, 0, [new("satisfied", 5), new("happy", -1)]));
        Assert.Equal(ScoreEntryOutcome.NotOnTheScale, await Enter(rig, 0, [new("satisfied", 5, "declined")]));
        Assert.Equal(ScoreEntryOutcome.NotOnTheScale, await Enter(rig, 0, [new("satisfied", null, "bored")]));
        Assert.Equal(ScoreEntryOutcome.NotOnTheScale, await Enter(rig, 0, [new("satisfied", null)]));
        Assert.Equal(ScoreEntryOutcome.NotOnTheScale, await Enter(rig, 0, [new("wealthy", 5)]));
        Assert.Equal(ScoreEntryOutcome.NoMode, await Enter(rig, 0, All, "letter"));
        Assert.Equal(ScoreEntryOutcome.NotYet, await Enter(rig, 3, All));
        Assert.Equal(ScoreEntryOutcome.NoSuchCheckIn, await rig.Part<EnterScores>().Handle(1, new ScoreEntry("phone", "Sam", All), Cancel));

        Assert.Empty(await rig.All<CheckInScore>());
        Assert.All(await rig.All<CheckIn>(), wave => Assert.Equal((CheckInStatus.Planned, null), (wave.Status, wave.OfferedAt)));
    }

    [Fact]
    public async Task A_complete_wave_is_not_entered_again()
    {
        await using var rig = await Referred();
        await Enter(rig, 0, All);

        Assert.Equal(ScoreEntryOutcome.AlreadyComplete, await Enter(rig, 0, All));
        Assert.Equal(4, (await rig.All<CheckInScore>()).Count);
    }

    private static async Task<ScoreEntryOutcome> Enter(Rig rig, int week, IReadOnlyList<ItemAnswer> answers, string mode = "phone") =>
        await rig.Part<EnterScores>().Handle((await Wave(rig, week)).Id, new ScoreEntry(mode, "Sam", answers), Cancel);

    private static async Task<CheckIn> Wave(Rig rig, int week) => (await rig.All<CheckIn>()).Single(wave => wave.Week == week);

    private static async Task<Rig> Referred()
    {
        var rig = await Rig.At(Monday, service => service.CheckIns.Weeks = "0 3");
        foreach (var said in Enrolled.ForMyself)
        {
            rig.Clock.Now += Duration.FromSeconds(20);
            await rig.Text(said);
        }

        return rig;
    }

    private static async Task<Rig> Asked(bool sent = true)
    {
        var rig = await Referred();
        for (var hour = 0; hour < 48 && (await Wave(rig, 0)).Status == CheckInStatus.Planned; hour++)
        {
            rig.Clock.Now += Duration.FromHours(1);
            await rig.Part<FireTimers>().Handle(100, Cancel);
        }

        if (sent)
        {
            await rig.Rest();
        }

        Assert.Equal(CheckInStatus.Offered, (await Wave(rig, 0)).Status);
        return rig;
    }

    private static async Task Pass(Rig rig, Duration by)
    {
        for (var until = rig.Clock.Now + by; rig.Clock.Now < until;)
        {
            rig.Clock.Now += Duration.FromHours(1);
            await rig.Part<FireTimers>().Handle(100, Cancel);
            await rig.Rest();
        }
    }
}
