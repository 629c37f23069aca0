using System.Net;
using Companion.Bot.Tests.Hosting;
using Companion.Bot.Tests.Pages;
using Companion.Tests.Support;
using Companion.Workflows.Notes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sharing;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Microsoft.Playwright;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>What leaves of a case, as a link worker does it: downloads, and letters that are shown whole before they leave.</summary>
public sealed class SharingJourneys(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly string[] Downloads = ["record.txt", "record.prsb.json", "record.fhir.json"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_download_is_the_record_and_is_written_down_with_a_name()
    {
        await using var app = await Start();
        var id = await Plant(app);
        using var worker = await app.SignedIn(Invented.LinkWorker);
        foreach (var (file, type, holds) in new[]
        {
            ("record.txt", "text/plain", "Robin will try the walking group."), ("record.prsb.json", "application/json", "Robin will try the walking group."),
            ("record.fhir.json", "application/fhir+json", "ServiceRequest"),
        })
        {
            using var answer = await worker.Raw(new HttpRequestMessage(HttpMethod.Get, $"/console/referrals/{id}/{file}"));
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains(holds, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Robin", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(
            [("Text", Invented.LinkWorker), ("Prsb", Invented.LinkWorker), ("Fhir", Invented.LinkWorker)],
            (await app.All<SharingEvent>()).OrderBy(one => one.Id).Select(one => (one.Detail, one.By)));
        await worker.Open($"/console/referrals/{id}");
        Assert.Contains("The record was downloaded (FHIR) by Sam Okoye", worker.Page.QuerySelector("#shared")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commissioner_gets_nothing_and_another_services_case_is_not_there()
    {
        await using var app = await Start();
        var (id, other) = (await Plant(app), await Plant(app, 350, row => row.ServiceId = "other"));
        var letter = await Letter(app, id);
        var foreign = await Letter(app, other, "other");
        using var commissioner = await app.SignedIn(Invented.Commissioner);
        using var worker = await app.SignedIn(Invented.LinkWorker);
        foreach (var path in Downloads.Select(file => $"/console/referrals/{id}/{file}").Append($"/console/referrals/{id}/letters/new?to=gp").Append($"/console/letters/{letter}").Append($"/console/letters/{letter}/letter.txt"))
        {
            using var refused = await commissioner.Raw(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.True(refused.StatusCode == HttpStatusCode.Forbidden, $"{path}: {refused.StatusCode}");
        }

        foreach (var path in Downloads.Select(file => $"/console/referrals/{other}/{file}").Append($"/console/referrals/{other}/letters/new?to=gp").Append($"/console/letters/{foreign}").Append($"/console/letters/{foreign}/letter.txt"))
        {
            using var missing = await worker.Raw(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.True(missing.StatusCode == HttpStatusCode.NotFound, $"{path}: {missing.StatusCode}");
        }

        await worker.Open($"/console/letters/{letter}"); // for its token
        Assert.Equal(HttpStatusCode.NotFound, await worker.Posts($"/console/letters/{foreign}", ("way", "Post")));
        Assert.Equal(HttpStatusCode.NotFound, await worker.Posts($"/console/referrals/{other}/letters/new", ("to", "gp"), ("words", "Dear"), ("plan", "false"), ("risks", "false")));
        Assert.Equal(HttpStatusCode.BadRequest, await worker.Posts($"/console/letters/{letter}", ("way", "9")));
        Assert.All(await app.All<Letter>(), one => Assert.Null(one.SentAt));
        Assert.Empty(await app.All<SharingEvent>());

        using var nobody = new Visitor(app.Address);
        await nobody.Open($"/console/referrals/{id}/record.txt");
        Assert.Equal("/console/sign-in", nobody.Page.QuerySelector("form[action*='sign-in']")?.GetAttribute("action")?.Split('?')[0] ?? "/console/sign-in");
        Assert.DoesNotContain("walking group", nobody.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_letter_to_the_GP_is_read_whole_changed_approved_and_said_to_be_sent(int width)
    {
        await using var app = await Start();
        var id = await Plant(app);
        var page = await browser.Open(width);
        await app.SignIn(page, Invented.LinkWorker);
        await page.GotoAsync($"{app.Address}/console/referrals/{id}#sharing");
        await Look(page, $"sharing-referral-{width}", width);
        await page.Locator("#write-letters").GetByText("Write to the GP practice").ClickAsync();
        await Look(page, $"sharing-gp-{width}", width);
        var words = await page.Locator("#words").InputValueAsync();
        Assert.Contains("Robin will try the walking group.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("struck", words, StringComparison.Ordinal);

        await page.Locator("#words").FillAsync(words + "\nWith kind regards\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve this letter" }).ClickAsync();
        Assert.Contains("With kind regards", await page.Locator("#letter").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("not sent yet", await page.Locator("#about-letter").InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, $"sharing-letter-{width}", width);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.Locator("h1").IsVisibleAsync());
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "It was sent" }).IsVisibleAsync());
        Assert.True(await page.Locator("#letter").IsVisibleAsync());
        await Shot(page, $"sharing-print-{width}");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.Locator("#way").SelectOptionAsync("Mesh");
        await page.GetByRole(AriaRole.Button, new() { Name = "It was sent" }).ClickAsync();
        Assert.Matches("sent on .* by Sam Okoye, by MESH", await page.Locator("#about-letter").InnerTextAsync());
        Assert.Equal((Invented.LinkWorker, Way.Mesh), (await app.All<Letter>()).Select(one => (one.SentBy, one.Way)).Single());
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_persons_copy_holds_back_risks_says_so_and_refuses_them_untold(int width)
    {
        await using var app = await Start();
        var id = await Plant(app);
        var page = await browser.Open(width);
        await app.SignIn(page, Invented.LinkWorker);
        await page.GotoAsync($"{app.Address}/console/referrals/{id}/letters/new?to=person");
        var words = await page.Locator("#words").InputValueAsync();
        Assert.DoesNotContain("police", words, StringComparison.Ordinal);
        Assert.Contains("left out because they touch on risk or safeguarding: 1", await page.Locator("#left-out").InnerTextAsync(), StringComparison.Ordinal);
        await Look(page, $"sharing-person-{width}", width);

        await page.Locator("#words").FillAsync(words + "\nShe said that he hits her.\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve this letter" }).ClickAsync();
        Assert.Contains("touches on risk or safeguarding", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("he hits her", await page.Locator("#words").InputValueAsync(), StringComparison.Ordinal);
        await Look(page, $"sharing-refused-{width}", width);
        Assert.Empty(await app.All<Letter>());

        await page.GetByText("It is meant to name risks or safeguarding").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve this letter" }).ClickAsync();
        Assert.Contains("he hits her", await page.Locator("#letter").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True((await app.All<Letter>()).Single().NamesRisks);

        await page.GotoAsync($"{app.Address}/console/referrals/{id}/letters/new?to=person");
        await page.GetByText("Risks and safeguarding", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the draft again" }).ClickAsync();
        Assert.Contains("police", await page.Locator("#words").InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_or_a_referrer_there_is_no_form_and_no_letter()
    {
        await using var app = await Start();
        var id = await Plant(app, 300, row => row.ShareWithGp = null);
        using var worker = await app.SignedIn(Invented.LinkWorker);
        foreach (var (to, why) in new[] { ("gp", "The person has not agreed that their GP is told"), ("referrer", "They referred themselves") })
        {
            await worker.Open($"/console/referrals/{id}/letters/new?to={to}");
            Assert.Contains(why, worker.Page.QuerySelector("#refused")!.TextContent, StringComparison.Ordinal);
            Assert.Null(worker.Page.QuerySelector("#approve"));
            Assert.Equal(HttpStatusCode.BadRequest, await worker.Posts($"/console/referrals/{id}/letters/new", ("to", to), ("words", "Dear"), ("plan", "false"), ("risks", "false"), ("agreed", "yes")));
        }

        foreach (var to in new[] { "", "9", "nobody" })
        {
            await worker.Open($"/console/referrals/{id}/letters/new?to={to}");
            Assert.Equal(HttpStatusCode.NotFound, worker.Status);
        }

        Assert.Empty(await app.All<Letter>());
    }

    private static Task<CompanionApp> Start() => CompanionApp.Start(settings: [.. OtherService]);

    private static IEnumerable<string> OtherService =>
    [
        "--Services:other:Name=Other Social Prescribing", "--Services:other:NeutralName=Other Links", "--Services:other:Number=+447700900800", "--Services:other:Phone=01632 960 800",
    ];

    private static async Task<long> Plant(CompanionApp app, int number = 300, Action<Case>? change = null)
    {
        var store = app.Part<IStore>();
        var id = await Planted.People(store, number, 1, new LocalDate(2026, 1, 2), new PlantedWave(0, Workflows.CheckIns.CheckInStatus.Partial, 4, null, 3));
        await store.Write(
            async session =>
            {
                var row = (await session.Query<Case>("WHERE \"Id\" = @p0", id)).Single();
                (row.ShareWithGp, row.GpOdsCode, row.GpName, row.Needs) = (true, "Y99901", "Mill Lane Surgery", "Loneliness");
                change?.Invoke(row);
                session.Update(row);
                Approved(session, row);
                return true;
            },
            Cancel);
        return id;
    }

    private static void Approved(Session session, Case referral)
    {
        var at = Instant.FromUtc(2026, 1, 2, 12, 0);
        var note = new Note
        {
            Id = session.NextId(),
            ServiceId = referral.ServiceId,
            AddressId = referral.AddressId,
            CaseId = referral.Id,
            Status = NoteStatus.Approved,
            NoteKey = $"planted-{referral.Id}",
            AskedAt = at,
            DueAt = at,
            Version = 1,
            DecidedAt = at,
            DecidedBy = Invented.LinkWorker,
        };
        session.Insert(note);
        session.Insert(new NoteVersion
        {
            Id = session.NextId(),
            ServiceId = referral.ServiceId,
            NoteId = note.Id,
            Number = 1,
            At = at,
            Lines = new NoteLines(
            [
                new(0, Heading.Plan, "Robin will try the walking group.", ["m1"]),
                new(1, Heading.Plan, "Sam will ask the police about a safe phone.", ["m2"]),
                new(2, Heading.Plan, "This was struck.", ["m9"], Fault.InventedPlan, "struck"),
                new(3, Heading.Goals, "Robin wants to have tea with somebody each week.", ["m3"]),
            ]),
            Origin = new Origin(Writer.Extractive, Duration.Zero),
        });
    }

    private static Task<long> Letter(CompanionApp app, long caseId, string service = CompanionApp.Service) => app.Part<IStore>().Write(
        session =>
        {
            var letter = new Letter
            {
                Id = session.NextId(),
                ServiceId = service,
                CaseId = caseId,
                Recipient = Recipient.Gp,
                AddressedTo = "Mill Lane Surgery",
                Words = "Dear doctor",
                Agreed = "Yes",
                ApprovedAt = Instant.FromUtc(2026, 1, 2, 12, 0),
                ApprovedBy = Invented.LinkWorker,
            };
            session.Insert(letter);
            return ValueTask.FromResult(letter.Id);
        },
        Cancel);

    private static async Task Look(IPage page, string name, int width)
    {
        await Shot(page, name);
        Assert.Equal([], await Axe.Violations(page));
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, name);
    }

    private static async Task Shot(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "pages")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
