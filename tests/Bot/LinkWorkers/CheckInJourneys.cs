using Companion.Bot.Tests.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Tests.Support;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Consent;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.Playwright;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>Check-ins as a link worker sees them: on the referral, and as a list of who has not answered.</summary>
public sealed class CheckInJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Unanswered = "It was not answered to the end.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scores_taken_by_phone_are_entered_and_seen_on_the_referral_of_a_small_phone_without_JavaScript()
    {
        await using var app = await CompanionApp.Start();
        var referral = await Planted.People(
            app.Part<IStore>(), 201, 1, Today(app).PlusWeeks(-3), new PlantedWave(0, CheckInStatus.Complete, 4, 5, null, 7), new PlantedWave(3, CheckInStatus.Missed) { Reason = Unanswered }, new PlantedWave(12, CheckInStatus.Planned));
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await page.GotoAsync($"{app.Address}/console/referrals/{referral}");
        var section = page.Locator("section[aria-labelledby=check-ins]");
        Assert.Contains("4 (Low). Text, ", await section.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("7 (High). Text, ", await section.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Missed. " + Unanswered, await section.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await section.Locator("form").CountAsync()); // not for the complete one, nor for the one to come

        await section.GetByText("Enter what they said at week 3").ClickAsync();
        await section.GetByLabel("Phone").CheckAsync();
        await section.GetByLabel("Satisfied with life").SelectOptionAsync("6");
        await section.GetByLabel("Things in life are worthwhile").SelectOptionAsync("8");
        await section.GetByLabel("Happy yesterday").SelectOptionAsync("Not known");
        await section.GetByRole(AriaRole.Button, new() { Name = "Keep these scores" }).ClickAsync();

        await section.GetByText("Partly answered").WaitForAsync();
        var words = await section.InnerTextAsync();
        Assert.Contains("6 (Medium). Phone, ", words, StringComparison.Ordinal);
        Assert.Contains("8 (High). Phone, ", words, StringComparison.Ordinal);
        Assert.Contains("Not known. Phone, ", words, StringComparison.Ordinal);
        Assert.Contains("entered by Ellis Marsh", words, StringComparison.Ordinal);
        Assert.Equal(3, (await app.All<CheckInScore>()).Count(score => score is { Mode: "phone", EnteredBy: "Ellis Marsh" }));
    }

    [Fact]
    public async Task Scores_that_came_in_a_chat_are_entered_as_such()
    {
        await using var app = await CompanionApp.Start();
        var referral = await Planted.People(app.Part<IStore>(), 201, 1, Today(app), new PlantedWave(0, CheckInStatus.Missed) { Reason = Unanswered });
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await page.GotoAsync($"{app.Address}/console/referrals/{referral}");
        await page.GetByText("Enter what they said at week 0").ClickAsync();
        foreach (var mode in new[] { "Phone", "In person", "Text", "Web chat", "Somebody else for them" })
        {
            await page.GetByLabel(mode, new() { Exact = true }).CheckAsync();
        }

        await page.GetByLabel("Web chat", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Satisfied with life").SelectOptionAsync("6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep these scores" }).ClickAsync();

        await page.Locator("section[aria-labelledby=check-ins]").GetByText("Partly answered").WaitForAsync();
        Assert.Equal("chat", Assert.Single(await app.All<CheckInScore>()).Mode);
    }

    [Fact]
    public async Task The_raw_and_the_metric_score_of_SWEMWBS_stand_on_the_referral_with_the_line_of_its_licence()
    {
        await using var app = await CompanionApp.Start();
        var referral = await Planted.People(app.Part<IStore>(), 201, 1, Today(app));
        await app.Part<IStore>().Write(
            async session =>
            {
                var person = (await session.Query<Person>("WHERE \"Id\" > @p0", 0L))[0];
                for (var week = 0; week <= 3; week += 3)
                {
                    var wave = new CheckIn
                    {
                        Id = session.NextId(),
                        ServiceId = CompanionApp.Service,
                        CaseId = referral,
                        PersonId = person.Id,
                        AddressId = 1,
                        Instrument = "swemwbs",
                        InstrumentVersion = 1,
                        Week = week,
                        DayZero = Today(app),
                        OpensOn = Today(app),
                        ClosesOn = Today(app).PlusDays(9),
                        Status = week == 0 ? CheckInStatus.Complete : CheckInStatus.Partial,
                    };
                    session.Insert(wave);
                    foreach (var item in Companion.Dialogs.CheckIns.Instrument.Of("swemwbs").Items.Take(week == 0 ? 7 : 6))
                    {
                        session.Insert(new CheckInScore { Id = session.NextId(), ServiceId = CompanionApp.Service, CheckInId = wave.Id, Item = item.Key, Score = 3, Mode = "phone", RecordedAt = app.Part<CompanionClock>().GetCurrentInstant() });
                    }
                }

                return 0;
            },
            Cancel);
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await page.GotoAsync($"{app.Address}/console/referrals/{referral}");

        var words = await page.Locator("section[aria-labelledby=check-ins]").InnerTextAsync();
        Assert.Single(words.Split("raw 21, metric 19.25")[1..]); // a part has no sum
        Assert.Contains("SWEMWBS) \u00a9 NHS Health Scotland, University of Warwick and University of Edinburgh, 2008, all rights reserved", words, StringComparison.Ordinal);
        Assert.Contains("3. Phone, ", words, StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task A_form_without_a_score_is_refused_in_words_and_keeps_what_was_chosen()
    {
        await using var app = await CompanionApp.Start();
        var referral = await Planted.People(app.Part<IStore>(), 201, 1, Today(app), new PlantedWave(0, CheckInStatus.NotOffered) { Reason = "Somebody else referred them, and gave no number of theirs." });
        var page = await browser.Open(360);
        await app.SignIn(page);
        await page.GotoAsync($"{app.Address}/console/referrals/{referral}");
        await page.GetByText("Enter what they said at week 0").ClickAsync();
        await page.GetByLabel("In person").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep these scores" }).ClickAsync();

        Assert.Contains("Give a score or a reason", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.GetByLabel("In person").IsCheckedAsync());
        Assert.Empty(await Axe.Violations(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Screenshots.Take(page, "scores", "refused", 360);
        Assert.Empty(await app.All<CheckInScore>());
    }

    [Fact]
    public async Task A_new_number_and_a_first_contact_are_written_down_and_what_is_wrong_is_said()
    {
        await using var app = await CompanionApp.Start();
        var referral = await Planted.People(app.Part<IStore>(), 201, 1, Today(app), new PlantedWave(0, CheckInStatus.Planned));
        var page = await browser.Open(360);
        await app.SignIn(page);
        await page.GotoAsync($"{app.Address}/console/referrals/{referral}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Write down a new number" }).ClickAsync();
        await page.GetByLabel("The new mobile number").FillAsync("0161 496 0000");
        await page.GetByLabel("When and how you know").FillAsync("On the phone today, and agreed to texts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        Assert.Contains("landline", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.Violations(page));
        await page.GetByLabel("The new mobile number").FillAsync("07700 900456");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await page.Locator("#findings, #reaching").First.WaitForAsync();
        var number = Assert.Single(await app.All<Address>(), address => address.Value == "+447700900456");
        Assert.Equal(Textable.StaffRecorded, number.Textable);
        Assert.All(await app.All<CheckIn>(), wave => Assert.Equal(number.Id, wave.AddressId));

        await page.GetByRole(AriaRole.Link, new() { Name = "Write down the first contact" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await page.GetByText("First contact on").WaitForAsync();
        await Screenshots.Take(page, "scores", "contact", 360);
    }

    [Fact]
    public async Task Who_has_not_answered_is_listed_with_why_and_how_to_ask_instead()
    {
        await using var app = await CompanionApp.Start();
        var store = app.Part<IStore>();
        var today = Today(app);
        await Planted.People(store, 201, 1, today.PlusWeeks(-3), new PlantedWave(0, CheckInStatus.Complete, 5, 5, 5, 5), new PlantedWave(3, CheckInStatus.Missed) { Reason = Unanswered });
        await Planted.People(store, 202, 1, today.PlusWeeks(-2), new PlantedWave(0, CheckInStatus.Partial, 5) { Reason = Unanswered }, new PlantedWave(3, CheckInStatus.Planned));
        await Planted.People(store, 203, 1, today.PlusWeeks(-4), new PlantedWave(0, CheckInStatus.NotOffered) { Reason = "The person stopped these texts." });
        await Planted.People(store, 204, 1, today.PlusWeeks(-13), new PlantedWave(0, CheckInStatus.Missed) { Reason = Unanswered });
        await Planted.People(store, 205, 1, today, new PlantedWave(12, CheckInStatus.NotOffered) { Reason = "Somebody else referred them, and gave no number of theirs." });
        await Stop(app, "+447700900203");

        foreach (var width in new[] { 360, 1280 })
        {
            var page = await browser.Open(width);
            await app.SignIn(page);
            await page.GotoAsync(app.Address + "/console/check-ins");
            var rows = await page.Locator("#check-ins tbody tr").AllInnerTextsAsync();
            Assert.Equal(3, rows.Count); // not the one of 13 weeks ago, nor the one to come
            Assert.Matches("(?s)07700 900201.*No reply.*Phone.*RX0201", rows[0]);
            Assert.Matches("(?s)07700 900202.*Answered a part.*A web chat link.*RX0202", rows[1]);
            Assert.Matches("(?s)07700 900203.*Opted out of these texts.*Nothing: they asked us to stop.*RX0203", rows[2]);
            Assert.Empty(await Axe.Violations(page));
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
            await Screenshots.Take(page, "console", "/console/check-ins", width);
        }
    }

    private static LocalDate Today(CompanionApp app) => app.Part<CompanionClock>().GetCurrentInstant().Local().Date;

    private static async Task Stop(CompanionApp app, string number)
    {
        var address = (await app.All<Address>()).Single(address => address.Value == number);
        Stops.Set(address, Companion.Dialogs.Consent.ConsentTopic.CheckIns, stopped: true);
        await app.Part<IStore>().Write(
            session =>
            {
                session.Update(address);
                return ValueTask.FromResult(true);
            },
            Cancel);
    }
}
