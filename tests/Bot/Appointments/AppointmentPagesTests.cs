using System.Text;
using Companion.Bot.Tests.Dev;
using Companion.Tests.Support;
using Companion.Workflows.Appointments;
using Companion.Workflows.Sending;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.Appointments;

/// <summary>Appointments as a link worker sees them, in a browser without JavaScript; and the link in a person's text.</summary>
public sealed class AppointmentPagesTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_booked_moved_called_off_and_imported_without_JavaScript()
    {
        await using var app = await Referred.Start();
        var reference = (await app.Referral()).Reference;
        var page = await browser.Open(1280, javaScript: false);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/console/appointments");
        Assert.Contains("No appointments on this day.", await page.Locator("#appointments").InnerTextAsync(), StringComparison.Ordinal);

        await Book(page, "ZZZZZZ", app.Day(7));
        Assert.Contains("No referral has this reference.", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await Book(page, reference, "2020-01-01");
        Assert.Contains("This is in the past.", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await Book(page, reference, app.Day(7));
        Assert.Contains("Sam Hill", await page.Locator("#appointments").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("#appointments a").First.ClickAsync();
        await page.GetByLabel("Time").FillAsync("4pm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it" }).ClickAsync();
        Assert.Contains("4pm", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Call it off" }).ClickAsync();
        Assert.Contains("Called off by us", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(AppointmentStatus.CancelledByService, Assert.Single(await app.All<Appointment>()).Status);

        await page.GotoAsync(app.Address + "/console/appointments");
        await Upload(page, $"id,reference,date,time,kind\nC-1,{reference},{app.Day(9)},9:30,phone\nC-2,{reference},46115,9:30,phone\n");
        Assert.Contains("1 booked or changed, 0 as they were, 1 refused.", await page.Locator("#import-report").InnerTextAsync(), StringComparison.Ordinal);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download the refused rows" }).ClickAsync());
        Assert.Contains("3,date,\"This is how a spreadsheet counts days", await File.ReadAllTextAsync((await download.PathAsync())!, Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_pages_have_no_violation(int width)
    {
        await using var app = await Referred.Start();
        var page = await browser.Open(width);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/console/appointments");
        await Book(page, (await app.Referral()).Reference, app.Day(7));
        await Look(page, "list", width);
        await Upload(page, "date,time,kind,shoe\n46115,soon,pigeon,9\n");
        await Look(page, "import", width);
        await page.GotoAsync(app.Address + "/console/appointments?day=" + app.Day(7));
        await page.Locator("#appointments a").First.ClickAsync();
        await Look(page, "one", width);
        await page.GetByLabel("Date").FillAsync("46115");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change it" }).ClickAsync();
        await Look(page, "problem", width);
    }

    [Fact]
    public async Task The_link_in_the_confirmation_gives_a_calendar_file_and_looking_changes_nothing()
    {
        await using var app = await Referred.Start();
        var page = await browser.Open(360);
        await app.SignIn(page);
        await page.GotoAsync(app.Address + "/console/appointments");
        await Book(page, (await app.Referral()).Reference, app.Day(7));
        var words = (await app.All<OutboundMessage>()).Single(text => text.TextKey == "appointment.booked").Words;
        var link = words[words.LastIndexOf("http", StringComparison.Ordinal)..];
        Assert.StartsWith(app.Address, link, StringComparison.Ordinal);

        await page.GotoAsync(link);
        await page.GotoAsync(link);
        Assert.Empty(await Axe.Violations(page));
        Assert.Contains("Phone call with Jo", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Get the calendar file" }).ClickAsync());

        var file = await File.ReadAllTextAsync((await download.PathAsync())!, Cancel);
        Assert.Equal("companion.ics", download.SuggestedFilename);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nSEQUENCE:1\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"\r\nDTSTART;TZID=Europe/London:{app.Day(7).Replace("-", "", StringComparison.Ordinal)}T143000\r\n", file, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Shire Links: phone call with Jo\r\n", file, StringComparison.Ordinal);
        Assert.All(file.Split("\r\n"), line => Assert.True(line.Length <= 75, line));
    }

    private static async Task Book(IPage page, string person, string day)
    {
        await page.GetByLabel("Who it is for").FillAsync(person);
        await page.GetByLabel("Date").FillAsync(day);
        await page.GetByLabel("Time").FillAsync("2:30pm");
        await page.GetByLabel("Phone call").CheckAsync();
        await page.GetByLabel("With").FillAsync("Jo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book it" }).ClickAsync();
    }

    private static async Task Upload(IPage page, string csv)
    {
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "appointments.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import the file" }).ClickAsync();
    }

    private static async Task Look(IPage page, string name, int width)
    {
        await Screenshots.Take(page, "appointments-", name, width);
        Assert.Empty(await Axe.Violations(page));
    }
}
