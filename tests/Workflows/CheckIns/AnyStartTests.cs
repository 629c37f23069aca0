using Companion.Workflows.CheckIns;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.CheckIns;

/// <summary>Whenever somebody is referred and whatever they do: every wave once, in its window, at a humane hour, or a reason.</summary>
public sealed class AnyStartTests
{
    private const int Chances = 24;

    // Around both clock changes, Easter, Christmas and a leap day; the bank holidays that ship cover them.
    public static TheoryData<string> Starts() =>
    [
        "2026-03-27T16:40", "2026-03-08T10:00", "2026-07-25T12:00", "2026-10-03T23:30", "2026-10-24T23:30", "2026-12-04T09:00", "2026-12-24T17:30",
        "2027-01-04T03:00", "2027-03-07T12:00", "2027-04-01T18:00", "2027-12-03T12:00", "2028-02-08T12:00", "2028-02-29T11:00", "2028-04-24T09:00",
    ];

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task Every_wave_is_offered_once_in_its_window_at_a_humane_hour(string start)
    {
        var at = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-ddTHH:mm").Parse(start).Value.Instant();
        await using var rig = await Enrolled.At(at);

        await rig.Play(at + Duration.FromDays(105));

        Assert.All(await rig.All<CheckIn>(), wave => Assert.Equal((CheckInStatus.Missed, true), (wave.Status, wave.OfferedAt is not null)));
        await Holds(rig);
    }

    [Fact]
    public async Task Whatever_the_person_does_the_same_holds()
    {
        for (var seed = 0; seed < Chances; seed++)
        {
            var chance = new Random(seed);
            var at = new LocalDateTime(2025, 12, 1, 0, 0).PlusMinutes(chance.Next(60 * 24 * 365 * 2)).Instant();
            await using var rig = await Enrolled.At(at);
            for (var day = chance.Next(3); day < 105; day += chance.Next(1, 9))
            {
                await rig.Play(at + Duration.FromDays(day) + Duration.FromMinutes(chance.Next(60 * 24)));
                await Enrolled.Texts(rig, Says(chance));
            }

            await rig.Play(rig.Clock.Now + Duration.FromDays(15));

            Assert.All(await rig.All<CheckIn>(), wave => Assert.True(
                wave.Status is CheckInStatus.Complete or CheckInStatus.Partial or CheckInStatus.Missed or CheckInStatus.NotOffered
                && (wave.Status == CheckInStatus.Complete || wave.Reason is not null),
                $"seed {seed}: week {wave.Week} is {wave.Status}, {wave.Reason}"));
            await Holds(rig);
        }
    }

    private static string[] Says(Random chance) => chance.Next(10) switch
    {
        0 => ["STOP"],
        1 => ["START"],
        2 => ["stop asking me questions"],
        3 => ["7", "6", "8 I think", "2"],
        4 => ["5 5 6 2", "sorry I meant 3"],
        5 => ["6 or 7"],
        6 => ["same as last time", "Y", "skip", "dunno"],
        7 => ["can you help me with my rent"],
        8 => ["thanks"],
        _ => [],
    };

    private static async Task Holds(Rig rig)
    {
        foreach (var wave in (await rig.All<CheckIn>()).Where(wave => wave.OfferedAt is not null))
        {
            var asked = wave.OfferedAt!.Value.Local();
            Assert.InRange(asked.Date, wave.OpensOn, wave.ClosesOn);
            IsHumane(rig, asked);
        }

        var counted = (await rig.All<OutboundMessage>()).Where(text => text.SentAt is not null && SendGate.Counts(text.Class)).OrderBy(text => text.SentAt).ToList();
        Assert.All(counted.Where(text => text.Class == SendClass.CheckIn), text => IsHumane(rig, text.SentAt!.Value.Local()));
        Assert.All(counted.GroupBy(text => text.ConversationId), talk =>
        {
            Assert.InRange(talk.Count(text => text.TextKey == "checkin.nudge"), 0, 2);
            Assert.InRange(talk.Count(text => text.TextKey == "checkin.ons4.open"), 0, 1);
        });
        Assert.Equal(counted.Count(text => text.TextKey == "checkin.ons4.open"), (await rig.All<CheckIn>()).Count(wave => wave.OfferedAt is not null));
        Assert.All(counted.Zip(counted.Skip(1)).Where(pair => pair.First.ConversationId != pair.Second.ConversationId), pair =>
            Assert.True(pair.Second.SentAt - pair.First.SentAt >= Duration.FromMinutes(rig.Service.SpacingMinutes)));
        Assert.All(counted.GroupBy(text => text.SentAt!.Value.Local().Date), day => Assert.InRange(day.Count(), 0, rig.Service.TextsPerDay));
        Assert.All(counted, last => Assert.InRange(
            counted.Count(text => text.SentAt <= last.SentAt && text.SentAt > last.SentAt - Duration.FromDays(7)), 0, rig.Service.TextsPerWeek));
        await NothingAfterStop(rig, counted);
    }

    private static async Task NothingAfterStop(Rig rig, List<OutboundMessage> counted)
    {
        Instant? stopped = null;
        foreach (var (at, words) in (await rig.All<Conversations.InboundMessage>()).OrderBy(said => said.Id).Select(said => (said.ReceivedAt, said.Words)).Append((Instant.MaxValue, "START")))
        {
            if (words == "START" && stopped is { } from)
            {
                Assert.DoesNotContain(counted, text => text.SentAt > from && text.SentAt < at);
            }

            stopped = words switch { "STOP" => stopped ?? at, "START" => null, _ => stopped };
        }
    }

    private static void IsHumane(Rig rig, LocalDateTime at)
    {
        Assert.InRange(at.TimeOfDay, new LocalTime(9, 0), new LocalTime(19, 0));
        Assert.InRange(at.DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday);
        Assert.False(rig.Service.Holidays.Contains(at.Date), $"{at.Date} is a bank holiday");
    }
}
