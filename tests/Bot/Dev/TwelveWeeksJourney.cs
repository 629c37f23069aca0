using Companion.Bot.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Dialogs.CheckIns;
using Companion.Tests.Support;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Groups;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;

namespace Companion.Bot.Tests.Dev;

/// <summary>
/// Twelve weeks of one person in the simulator, on the real store: referred, asked how she is three times, reminded of an appointment that she
/// moves, and in a group that is called off.
/// </summary>
public sealed class TwelveWeeksJourney(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Maureen = "+447700900001";

    private static readonly string[] Referral =
    [
        "Hello", "1", "Maureen Tester, 12 March 1954", "M1 1AE, Oak Lane Surgery", "I am lonely", "Y", "skip", "I live on my own", "no", "no", "no", "mornings", "no",
        "no", "n", "n", "1", "1",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Referred_asked_reminded_moved_and_called_off_over_twelve_weeks()
    {
        await using var app = await CompanionApp.Start(
            builder => builder.Services.AddSingleton(ShippedDialogs.Book()),
            "--Services:sample:Appointments:Slots=Mon 10:00 11:00; Tue 10:00 11:00; Wed 10:00 11:00; Thu 10:00 11:00; Fri 10:00 11:00");
        await Says(app, Referral);
        var referral = (await app.All<Case>()).Single();

        await Until(app, "checkin.ons4.open");
        await Says(app, "about a 4 thanks", "6 or 7", "6", "5", "7");
        Assert.Equal("4 6 5 7", await Scores(app, week: 0));

        await AnAppointmentIsMoved(app, referral);
        await AGroupIsCalledOff(app, referral);

        await Until(app, "checkin.ons4.open");
        await Says(app, "same as last time", "Y", "skip", "I can't pay my rent", "7/10", "5, sorry I mean 4");
        Assert.Equal("4 declined 7 4", await Scores(app, week: 3));

        await Until(app, "checkin.ons4.open");
        await Says(app, "8 8 7 2", "sorry I meant 3");
        Assert.Equal("8 8 7 3", await Scores(app, week: 12));

        await ThePagesShowIt(app, referral);
    }

    // Reminded two days before, she would rather come at another time, and takes one of those offered.
    private static async Task AnAppointmentIsMoved(CompanionApp app, Case referral)
    {
        var on = Today(app).PlusDays(6);
        on = on.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? on.PlusDays(3) : on;
        var whom = new Whom(referral.Id, referral.PersonId, referral.AddressId, null);
        var booked = await app.Part<BookAppointment>().Handle(
            new Booking(CompanionApp.Service, whom, new AppointmentPlan(AppointmentKind.FaceToFace, on, new LocalTime(15, 0), 45, "Hill Hall", "Mo"), AppointmentSource.Console), Cancel);
        Assert.True(booked.IsDone, booked.Reason);
        await Until(app, "appointment.booked.place");
        await Until(app, "appointment.reminder.place");

        await Says(app, "R");
        Assert.Equal("appointment.offer.three", (await Sent(app))[^1].TextKey);
        await Says(app, "2");
        await app.Part<MoveClock>().By(Duration.FromMinutes(1), Cancel);

        var moved = (await app.All<Appointment>()).Single();
        Assert.True(moved.Version > 1);
        Assert.NotEqual(new LocalTime(15, 0), moved.StartsAt);
        Assert.DoesNotContain(await Sent(app), text => text.TextKey.StartsWith("appointment.last", StringComparison.Ordinal) && text.SentAt < moved.Start - Duration.FromHours(4));
    }

    // She says yes to the reminder; then the weather is too bad, and she is told once.
    private static async Task AGroupIsCalledOff(CompanionApp app, Case referral)
    {
        var first = Today(app).PlusDays(5);
        var saved = await app.Part<EnterGroup>().Handle(
            CompanionApp.Service,
            new GroupForm
            {
                Name = "Bereavement group",
                NeutralName = "Tea and chat",
                Place = "Hill Hall",
                Capacity = "8",
                Guests = "yes",
                Leader = "Mo",
                Repeats = $"weekly on {first.DayOfWeek.ToString()[..3]}",
                From = first.ToString("uuuu-MM-dd", null),
                Until = "2",
                Time = "14:00",
                Minutes = "60",
                Holidays = "yes",
            },
            Cancel);
        Assert.Empty(saved.Wrong);
        Assert.Equal(JoinOutcome.Joined, await app.Part<JoinGroup>().Handle(saved.Id, referral.Reference, Cancel));
        await Until(app, "session.ask");
        await Says(app, "yes please, can I bring my sister");
        Assert.Equal(1, await app.Part<CancelAllSessions>().Handle(new AllOff(CompanionApp.Service, null, first, first, "Snow"), Cancel));
        await Until(app, "session.off");

        Assert.Single(await Sent(app), text => text.TextKey == "session.off");
        Assert.DoesNotContain(await Sent(app), text => text.Words.Contains("Bereavement", StringComparison.Ordinal));
    }

    private async Task ThePagesShowIt(CompanionApp app, Case referral)
    {
        var page = await browser.Open(360);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/dev/phones?phone=07700900001");
        var phone = page.GetByRole(AriaRole.Log, new() { Name = "Texts of 07700 900001" });
        foreach (var words in (string[])["Overall, how satisfied are you with your life nowadays?", "Which suits you, 1 ", "Tea and chat", "is off", "we have changed that to 3."])
        {
            await Assertions.Expect(phone).ToContainTextAsync(words);
        }

        await Screenshots.Take(page, "weeks", "/phones", 360);
        await page.GotoAsync($"{app.Address}/console/referrals/{referral.Id}");
        await Assertions.Expect(page.Locator("section[aria-labelledby=check-ins]")).ToContainTextAsync("8 (High)");
        await Screenshots.Take(page, "weeks", "/referral", 360);

        var report = await app.Part<ReadOutcomes>().Handle(new OutcomeScope(CompanionApp.Service), Instrument.Ons4, Today(app), Cancel);
        Assert.True(report.People.IsHidden); // one person alone is never evidence
    }

    // To the next thing that happens, and the next, until she has a new text of this kind.
    private static async Task Until(CompanionApp app, string key)
    {
        var before = (await Sent(app)).Count(text => text.TextKey == key);
        for (var step = 0; step < 400 && (await Sent(app)).Count(text => text.TextKey == key) == before; step++)
        {
            Assert.True(await app.Part<MoveClock>().ToNext(Cancel), $"nothing happens any more, and {key} was not sent");
        }
    }

    private static async Task Says(CompanionApp app, params string[] texts)
    {
        foreach (var words in texts)
        {
            await app.Text(Maureen, words);
            await app.Part<RunToRest>().Handle(Cancel);
            await app.Part<MoveClock>().By(Duration.FromSeconds(20), Cancel);
        }
    }

    private static async Task<List<OutboundMessage>> Sent(CompanionApp app) =>
        [.. (await app.All<OutboundMessage>()).Where(text => text.To == Maureen && text.SentAt is not null).OrderBy(text => text.SentAt).ThenBy(text => text.Id)];

    private static async Task<string> Scores(CompanionApp app, int week)
    {
        var wave = (await app.All<CheckIn>()).Single(wave => wave.Week == week);
        Assert.Equal(CheckInStatus.Complete, wave.Status);
        var given = (await app.All<CheckInScore>()).Where(score => score.CheckInId == wave.Id).OrderBy(score => score.Id).ToList();
        return string.Join(' ', Instrument.Ons4.Items.Select(item => given.Last(score => score.Item == item.Key)).Select(score => score.Score?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? score.Missing));
    }

    private static LocalDate Today(CompanionApp app) => app.Part<CompanionClock>().GetCurrentInstant().Local().Date;
}
