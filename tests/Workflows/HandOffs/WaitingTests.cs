using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>A hand-off that waits is always somebody's to be told of, and one that is held goes back when its holder is silent.</summary>
public sealed class WaitingTests
{
    [Fact]
    public async Task A_worker_is_told_then_a_colleague_then_the_senior_then_the_manager()
    {
        await using var rig = await Rig.At(Desk.Monday, service => service.HandOffs.NextToldAfterMinutes = 30);
        await rig.Employ("Ann Manager", WorkerRole.Manager);
        await rig.Employ("Sue Senior", WorkerRole.Senior);
        await rig.Employ("Sam Okoye");
        await rig.Employ("Mo Hill");
        await rig.Employ("Cora Counts", WorkerRole.Commissioner);
        var handOff = await rig.AskedForAPerson();

        await rig.Pass(Duration.FromMinutes(125));

        var told = (await rig.All<HandOffEvent>()).Where(e => e.HandOffId == handOff.Id && e.Kind == "Told").OrderBy(e => e.Id).Select(e => e.Detail);
        Assert.Equal(["Sam Okoye", "Mo Hill", "Sue Senior", "Ann Manager", "Sam Okoye"], told);
        Assert.DoesNotContain(rig.Carrier.Carried, row => row.To == "cora@shire.example");
        Assert.All(rig.Carrier.Carried.Where(row => row.Channel == Channel.Email), mail => Assert.DoesNotContain("900123", mail.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_on_leave_or_at_home_is_not_told()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var away = await rig.Employ("Sam Okoye");
        await rig.Away(away, new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 27));
        await rig.Employ("Mo Hill", change: worker => worker.Hours = "Tue-Fri 09:00-17:00");
        await rig.Employ("Bo Lane");
        await rig.AskedForAPerson();

        await rig.Pass(Duration.FromMinutes(2));

        Assert.Equal(["bo@shire.example"], rig.Carrier.Carried.Where(row => row.Channel == Channel.Email).Select(row => row.To));
    }

    [Fact]
    public async Task When_all_are_away_the_person_hears_when_somebody_will_be_there_and_is_answered_then()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 12, 24, 18, 0)); // Christmas Eve, a Thursday
        await rig.Employ("Sam Okoye");
        await rig.AskedForAPerson();
        await rig.Pass(Duration.FromMinutes(2));

        var said = Assert.Single(rig.SentTo(Rig.Anna), words => words.Contains("is here just now", StringComparison.Ordinal));
        Assert.Contains("on Tuesday 29 December", said, StringComparison.Ordinal); // Friday, Saturday and the Monday after are holidays
        Assert.Contains("116 123", said, StringComparison.Ordinal);
        Assert.Contains("999", said, StringComparison.Ordinal);

        await rig.Play(Instant.FromUtc(2026, 12, 29, 9, 1));
        Assert.Contains(rig.Carrier.Carried, row => row.To == "sam@shire.example");
        Assert.Single(rig.SentTo(Rig.Anna), words => words.Contains("is here just now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_service_without_workers_those_on_call_read_of_it_and_it_is_looked_at_again()
    {
        await using var rig = await Rig.At(Desk.Monday, service => service.OnCall["1"].Email = "duty@shire.example");
        var handOff = await rig.AskedForAPerson();
        await rig.Pass(Duration.FromMinutes(2));

        Assert.Contains(rig.Carrier.Carried, row => row.To == "duty@shire.example" && row.Words.Contains(handOff.Reference, StringComparison.Ordinal));

        var waits = Assert.Single(await rig.All<TimerRow>(), timer => timer.Kind == TimerKind.Wait && timer.SubjectId == handOff.Id);
        Assert.True(waits.DueAt > rig.Clock.Now + Duration.FromMinutes(30));
    }

    [Fact]
    public async Task A_silent_owner_is_reminded_then_it_goes_back_and_their_late_words_go_nowhere()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        await rig.Employ("Mo Hill");
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, sam);

        await rig.Pass(Duration.FromMinutes(32));
        Assert.NotNull((await rig.Now(handOff)).RemindedAt);
        await rig.Pass(Duration.FromMinutes(16));

        var back = await rig.Now(handOff);
        Assert.Null(back.OwnerId);
        Assert.Equal(Replied.NotHeld, (await rig.Reply(hold, "Sorry, I was on the phone")).Outcome);
        Assert.Null((await rig.All<Address>()).Single(one => one.Value == Rig.Anna).Holder);
        Assert.DoesNotContain(await rig.All<OutboundMessage>(), row => row.Class == SendClass.LinkWorker);
    }

    [Fact]
    public async Task Whoever_answers_in_time_keeps_it_while_the_person_is_silent()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, await rig.Employ("Sam Okoye"));
        await rig.Reply(hold, "I will look into it and text you tomorrow");

        await rig.Pass(Duration.FromHours(30));

        Assert.Equal("Sam Okoye", (await rig.Now(handOff)).Owner);
    }

    [Fact]
    public async Task An_urgent_one_whose_owner_is_silent_pages_again_at_once()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 12, 25, 3, 0));
        var sam = await rig.Employ("Sam Okoye");
        await rig.Text("I want to kill myself");
        var red = Assert.Single(await rig.All<HandOff>());
        await rig.PickedUpBy(red, sam);
        var before = rig.SentTo(TestService.FirstOnCall).Count;

        await rig.Pass(Duration.FromMinutes(17));

        Assert.Null((await rig.Now(red)).OwnerId);
        Assert.True(rig.SentTo(TestService.FirstOnCall).Count > before);
    }

    [Fact]
    public void A_worker_who_speaks_the_language_and_knows_the_need_comes_first()
    {
        Standing Of(long id, Action<Worker> change, int held = 0)
        {
            var worker = new Worker { Id = id, ServiceId = "shire", Name = $"W{id}", ShownName = "W" };
            change(worker);
            return new Standing(worker, held, new LocalDateTime(2026, 11, 23, 10, 0));
        }

        var order = Routing.Order(
            [
                Of(1, worker => worker.MostHeld = 0),
                Of(2, _ => { }),
                Of(3, worker => worker.Skills = "Debt"),
                Of(4, worker => worker.Languages = "en pl"),
                Of(5, worker => worker.Areas = "M9"),
                Of(6, _ => { }, held: 3),
                Of(7, worker => (worker.Role, worker.Languages) = (WorkerRole.Senior, "en pl")),
            ],
            new Wanted("pl", "M1", ["Debt"]));

        Assert.Equal([4, 3, 2, 6, 5, 1, 7], order.Select(one => one.Worker.Id));
    }

    [Fact]
    public async Task In_the_morning_seniors_read_what_has_waited_since_before()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 11, 23, 18, 30));
        await rig.Employ("Sue Senior", WorkerRole.Senior);
        await rig.Employ("Sam Okoye");
        var first = await rig.AskedForAPerson();
        var second = await rig.AskedForAPerson("+447700900124");

        await rig.Play(Instant.FromUtc(2026, 11, 24, 9, 30));

        var digest = Assert.Single(rig.Carrier.Carried, row => row.Words.Contains("since before today", StringComparison.Ordinal));
        Assert.Equal("sue@shire.example", digest.To);
        Assert.All(new[] { first, second }, one => Assert.Contains(one.Reference, digest.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_after_midnight_is_in_that_mornings_digest()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 11, 24, 0, 30));
        await rig.Employ("Sue Senior", WorkerRole.Senior);
        await rig.Employ("Sam Okoye");
        var handOff = await rig.AskedForAPerson();

        await rig.Play(Instant.FromUtc(2026, 11, 24, 9, 30));

        var digest = Assert.Single(rig.Carrier.Carried, row => row.Words.Contains("since before today", StringComparison.Ordinal));
        Assert.Equal("sue@shire.example", digest.To);
        Assert.Contains(handOff.Reference, digest.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_promised_a_day_on_which_everybody_is_away()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Away(await rig.Employ("Sam Okoye"), new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 27));
        await rig.AskedForAPerson();
        await rig.Pass(Duration.FromMinutes(2));

        Assert.Contains(rig.SentTo(Rig.Anna), words => words.Contains("on Monday 30 November", StringComparison.Ordinal));
    }
}
