using Companion.Bot.Dev;
using Companion.Bot.Tests.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Tests.Support;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>Groups as link workers run them, in a browser.</summary>
public sealed class GroupJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Phone = "+447700900002";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_joins_a_group_that_is_then_cancelled_and_staff_see_that_they_were_reached()
    {
        await using var app = await Shipped();
        await Refer(app);
        var page = await browser.Open(1280, javaScript: false);
        await app.SignIn(page);
        await Enter(app, page);

        await page.GetByLabel("Reference of a referral").FillAsync("ab23ce");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put them in" }).ClickAsync();
        Assert.Contains("no referral of this service", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByLabel("Reference of a referral").FillAsync("ab23cd");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put them in" }).ClickAsync();
        Assert.Contains("They have a place.", await page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Maya Tester (AB23CD)", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("#session-list a").First.ClickAsync();
        Assert.Contains("Maya Tester: has not said", await page.Locator("#who").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("form.companion-act:not(#change)").EvaluateAsync("form => form.noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel it and tell them" }).ClickAsync();
        Assert.Contains("Say why", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("#reason").FillAsync("Snow");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel it and tell them" }).ClickAsync();
        Assert.Contains("On its way", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await app.Part<MoveClock>().By(Duration.FromHours(24), Cancel);
        var told = Assert.Single(await app.All<OutboundMessage>(), text => text.TextKey == "session.off");
        Assert.Equal((SendStatus.Delivered, SendClass.ServiceChange), (told.Status, told.Class));
        Assert.DoesNotContain("Carers", told.Words, StringComparison.Ordinal);
        var session = page.Url;
        await app.SignIn(page); // the day before is too long ago
        await page.GotoAsync(session);
        Assert.Contains("Reached (1)", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Cancelled: Snow", await page.Locator("#stands").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await app.All<StaffTask>());
    }

    [Fact]
    public async Task From_a_referral_somebody_is_put_into_a_group_and_who_came_is_written_down()
    {
        await using var app = await Shipped();
        var referral = await Refer(app);
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await Enter(app, page);
        await page.GotoAsync(app.Address + $"/console/referrals/{referral}");
        await page.GetByLabel("Put this person into a group").SelectOptionAsync("Carers' tea");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put them in" }).ClickAsync();
        await page.GetByText("They have a place.").WaitForAsync();
        await page.GotoAsync(app.Address + $"/console/referrals/{referral}");
        Assert.Contains("Carers' tea: has a place", await page.Locator("#in-groups").InnerTextAsync(), StringComparison.Ordinal);

        await Backdate(app);
        var session = (await app.All<GroupSession>()).OrderBy(meeting => meeting.Date).First();
        await page.GotoAsync(app.Address + $"/console/groups/sessions/{session.Id}");
        await page.GetByLabel("Came", new() { Exact = true }).SelectOptionAsync("Came");
        await page.GetByLabel("Guests").FillAsync("two");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        Assert.Contains("A number of guests must be from 0 to 20", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByLabel("Came", new() { Exact = true }).SelectOptionAsync("Came");
        await page.GetByLabel("Guests").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        Assert.Contains("Held", await page.Locator("#stands").InnerTextAsync(), StringComparison.Ordinal);
        var kept = Assert.Single(await app.All<GroupAttendance>());
        Assert.Equal((Presence.Attended, 2), (kept.Presence, kept.Guests));
    }

    [Fact]
    public async Task A_group_that_makes_no_sense_is_refused_in_words_and_keeps_what_was_typed()
    {
        await using var app = await Shipped();
        var page = await browser.Open(360);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/console/groups/edit");
        await page.GetByLabel("Name in texts").FillAsync("Debt club");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        var said = await page.GetByRole(AriaRole.Alert).InnerTextAsync();
        foreach (var sentence in new[] { "Enter a name", "'Debt' in the neutral name says why people come", "Enter the place where it meets", "Enter when it meets" })
        {
            Assert.Contains(sentence, said, StringComparison.Ordinal);
        }

        Assert.Equal("Debt club", await page.GetByLabel("Name in texts").InputValueAsync());
        Assert.Empty(await Axe.Violations(page));
        Assert.Empty(await app.All<Group>());
    }

    [Fact]
    public async Task One_session_is_given_a_time_and_place_of_its_own_without_JavaScript()
    {
        await using var app = await Shipped();
        await Refer(app);
        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await Enter(app, page);
        var group = (await app.All<Group>()).Single();
        await app.Part<JoinGroup>().Handle(group.Id, "AB23CD", Cancel);
        var session = (await app.All<GroupSession>()).OrderBy(meeting => meeting.Date).First();
        await page.GotoAsync($"{app.Address}/console/groups/sessions/{session.Id}");
        Assert.Equal("Hill Hall, Mill Lane", await page.GetByLabel("Place").InputValueAsync());
        await page.GetByLabel("Time").FillAsync("05:00");
        await page.GetByLabel("Place").FillAsync("Oak Hall");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it and tell them" }).ClickAsync();
        Assert.Contains("is not a time from 06:00 on", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Oak Hall", await page.GetByLabel("Place").InputValueAsync());

        await page.GetByLabel("Time").FillAsync("14:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it and tell them" }).ClickAsync();

        await page.GetByText("Oak Hall").First.WaitForAsync();
        var changed = (await app.All<GroupSession>()).Single(meeting => meeting.Id == session.Id);
        Assert.Equal((new LocalTime(14, 0), "Oak Hall"), (changed.Time, changed.Place));
        Assert.Single(await app.All<GroupNotice>(), notice => notice.Kind == NoticeKind.Changed);
    }

    [Fact]
    public async Task When_it_snows_in_one_service_the_sessions_of_the_other_take_place()
    {
        await using var app = await CompanionApp.Start(
            builder => builder.Services.AddSingleton(ShippedDialogs.Book()),
            ["--Services:vale:Name=Vale Links", "--Services:vale:NeutralName=Vale", "--Services:vale:Number=+447700900200", "--Services:vale:Phone=01632 960 200"]);
        var day = app.Part<CompanionClock>().GetCurrentInstant().Local().Date.PlusDays(10);
        var on = LocalDatePattern.Iso.Format(day);
        foreach (var service in new[] { CompanionApp.Service, "vale" })
        {
            var form = new GroupForm
            {
                Name = "Tea " + service,
                NeutralName = "Tea and chat",
                Place = "Hill Hall",
                Transport = "",
                Capacity = "12",
                Guests = "no",
                Leader = "Mo",
                Repeats = on,
                Time = "10:30",
                Minutes = "90",
            };
            Assert.Empty((await app.Part<EnterGroup>().Handle(service, form, Cancel)).Wrong);
        }

        var page = await browser.Open(360, javaScript: false);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/console/groups");
        await page.GetByLabel("First day").FillAsync(on);
        await page.GetByLabel("Last day").FillAsync(on);
        await page.GetByLabel("Why").FillAsync("Snow");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel these sessions" }).ClickAsync();

        await page.GetByText("Sessions cancelled: 1").WaitForAsync();
        Assert.All(await app.All<GroupSession>(), meeting => Assert.Equal(meeting.ServiceId == "vale" ? SessionStatus.Planned : SessionStatus.Cancelled, meeting.Status));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_page_of_the_groups_has_a_violation(int width)
    {
        await using var app = await Shipped();
        var referral = await Refer(app);
        var page = await browser.Open(width);
        await app.SignIn(page);
        await Enter(app, page);
        var group = (await app.All<Group>()).Single();
        await app.Part<JoinGroup>().Handle(group.Id, "AB23CD", Cancel);
        var sessions = (await app.All<GroupSession>()).OrderBy(meeting => meeting.Date).ToList();
        app.Part<SimulatedPhones>().Fault = PhoneFault.Refuses;
        await app.Part<CancelSession>().Handle(sessions[1].Id, "Snow", Cancel);
        await app.Part<MoveClock>().By(Duration.FromHours(24), Cancel);
        string[] paths =
        [
            "/console/groups", "/console/groups/edit", $"/console/groups/edit/{group.Id}", $"/console/groups/{group.Id}",
            $"/console/groups/sessions/{sessions[0].Id}", $"/console/groups/sessions/{sessions[1].Id}", $"/console/referrals/{referral}", "/console/tasks",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(app.Address + path);
            Assert.Empty(await Axe.Violations(page));
            await Screenshots.Take(page, "groups", path, width);
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways at {width} pixels");
        }
    }

    private static Task<CompanionApp> Shipped() => CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()));

    // The days are far enough for a day to pass in between.
    private static async Task Enter(CompanionApp app, IPage page)
    {
        var today = app.Part<CompanionClock>().GetCurrentInstant().Local().Date;
        await page.GotoAsync(app.Address + "/console/groups/edit");
        foreach (var (label, value) in new[]
        {
            ("Name, for staff", "Carers' tea"), ("Name in texts", "Tea and chat"), ("Place", "Hill Hall, Mill Lane"), ("How to get there", "Bus 7 stops outside, step free."),
            ("How many can be in it", "12"), ("Who runs it", "Mo"),
            ("When it meets", $"{LocalDatePattern.Iso.Format(today.PlusDays(10))}, {LocalDatePattern.Iso.Format(today.PlusDays(17))}"), ("Time", "10:30"),
            ("How many minutes it lasts", "90"),
        })
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Carers' tea" }).WaitForAsync();
    }

    // As if the first session had been an hour ago.
    private static Task<int> Backdate(CompanionApp app) => app.Part<IStore>().Write(
        async session =>
        {
            var first = (await session.Query<GroupSession>("WHERE \"Status\" = 'Planned' ORDER BY \"Date\" LIMIT 1")).Single();
            first.Date = app.Part<CompanionClock>().GetCurrentInstant().Local().Date.PlusDays(-1);
            session.Update(first);
            return 0;
        },
        Cancel);

    private static Task<long> Refer(CompanionApp app)
    {
        var now = app.Part<CompanionClock>().GetCurrentInstant();
        return app.Part<IStore>().Write(
            session =>
            {
                var (id, address, person) = (session.NextId(), session.NextId(), session.NextId());
                session.Insert(new Address
                {
                    Id = address,
                    ServiceId = CompanionApp.Service,
                    Channel = Channel.Sms,
                    LastChannel = Channel.Sms,
                    Value = Phone,
                    Textable = Textable.Wrote,
                    CreatedAt = now,
                });
                session.Insert(new Person { Id = person, ServiceId = CompanionApp.Service, GivenName = "Maya", FamilyName = "Tester", CreatedAt = now });
                session.Insert(new PersonAddress { Id = session.NextId(), ServiceId = CompanionApp.Service, PersonId = person, AddressId = address, CreatedAt = now });
                session.Insert(new Case
                {
                    Id = id,
                    ServiceId = CompanionApp.Service,
                    PersonId = person,
                    AddressId = address,
                    ConversationId = id,
                    Reference = "AB23CD",
                    ReferredAt = now,
                    HearBackBy = now + Duration.FromDays(5),
                    Method = "Self referral",
                    GivenName = "Maya",
                    FamilyName = "Tester",
                    Risks = "",
                    Tier = "LinkWorker",
                    Cohort = "",
                    Reasons = "",
                });
                return ValueTask.FromResult(id);
            },
            Cancel);
    }
}
