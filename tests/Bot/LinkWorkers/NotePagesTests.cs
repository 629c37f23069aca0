using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.Conversations;
using Companion.Workflows.Forgetting;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>The pages about notes, plans and forgetting, form by form.</summary>
public sealed class NotePagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_edits_an_older_version_is_shown_what_changed_and_keeps_what_they_typed()
    {
        await using var app = await Noted.Start();
        var note = await Noted.OfCase(app);
        using var sam = await app.SignedIn(Invented.LinkWorker);
        using var priya = await app.SignedIn(Invented.Colleague);
        await sam.Open($"/console/notes/{note}");
        await priya.Open($"/console/notes/{note}");
        await priya.SubmitForm("Add", ("heading", "Goals"), ("text", "To walk the dog again."));
        Assert.Equal(HttpStatusCode.OK, priya.Status);

        await sam.SubmitForm("Write", ("version", "1"), ("line", "2"), ("heading", "Issues"), ("text", "My half hour of work"), ("keep", "true"));

        Assert.Equal(HttpStatusCode.BadRequest, sam.Status);
        Assert.Contains("Somebody changed this note", sam.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("To walk the dog again.", sam.Page.QuerySelector("[aria-labelledby=meanwhile] ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("My half hour of work", sam.Page.QuerySelector<IHtmlTextAreaElement>("#text-2")!.Value);
        await sam.SubmitForm("Approve", ("version", "1"));
        Assert.Equal(HttpStatusCode.BadRequest, sam.Status);
        Assert.Equal(NoteStatus.Edited, (await app.All<Note>()).Single().Status);
    }

    [Fact]
    public async Task A_sentence_of_ones_own_is_marked_and_a_note_without_risks_is_not_approved()
    {
        await using var app = await Noted.Start();
        var note = await Noted.OfCase(app);
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/notes/{note}");
        await sam.SubmitForm("Write", ("version", "1"), ("line", "2"), ("heading", "Issues"), ("text", "As they told me by phone."));
        Assert.Contains("Added by Sam Okoye", sam.Page.QuerySelector("#line-2")!.TextContent, StringComparison.Ordinal);
        await sam.SubmitForm("Remove", ("version", "2"), ("line", "1"));
        await sam.SubmitForm("Approve", ("version", "3"));
        Assert.Contains("Nothing stands under Risks", sam.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await sam.SubmitForm("NoRisks", ("version", "3"));
        await sam.SubmitForm("Approve", ("version", "4"));

        Assert.Contains("Approved by Sam Okoye", sam.Page.QuerySelector("#stands")!.TextContent, StringComparison.Ordinal);
        var approved = Assert.Single(await app.Part<ApprovedNotes>().OfCase(CompanionApp.Service, (await app.All<Note>()).Single().CaseId!.Value, Cancel));
        Assert.Equal("No known risks.", Assert.Single(approved.Sentences, one => one.Heading == Heading.Risks).Text);
        Assert.DoesNotContain(approved.Sentences, one => one.Text.Contains("visited", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rejected_note_says_why_and_is_out_of_the_record()
    {
        await using var app = await Noted.Start();
        var note = await Noted.OfCase(app);
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/notes/{note}");
        await sam.SubmitForm("Reject", ("version", "1"), ("text", " "));
        Assert.Equal(HttpStatusCode.BadRequest, sam.Status);
        await sam.SubmitForm("Reject", ("version", "1"), ("text", "It is of somebody else."));

        Assert.Contains("Rejected by Sam Okoye", sam.Page.QuerySelector("#stands")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It is of somebody else.", sam.Page.QuerySelector("#stands")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(sam.Page.QuerySelectorAll("main form"));
        Assert.Empty(await app.Part<ApprovedNotes>().OfCase(CompanionApp.Service, (await app.All<Note>()).Single().CaseId!.Value, Cancel));
    }

    [Fact]
    public async Task What_the_plan_proposes_is_ticked_once_and_leads_to_a_task_or_to_booking()
    {
        await using var app = await Noted.Start();
        var note = await Noted.OfCase(app);
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/notes/{note}");
        Assert.Null(sam.Page.QuerySelector("#proposals"));
        var key = (await app.All<NoteVersion>()).Single().Lines.All.Single(line => line is { Heading: Heading.Plan, Stands: true }).Key.ToString();
        Assert.Equal(HttpStatusCode.NotFound, await sam.Posts($"/console/notes/{note}?handler=Take", ("line", key), ("kind", "Remind"))); // not approved yet
        await sam.SubmitForm("Add", ("version", "1"), ("heading", "Plan"), ("text", "Book a home visit."));
        await sam.SubmitForm("Approve", ("version", "2"));
        await sam.SubmitForm("Take", ("line", key), ("kind", "Remind"), ("by", "2026-12-01"));
        await sam.SubmitForm("Take", ("line", key), ("kind", "Remind"), ("by", "2026-12-01"));

        var action = Assert.Single(await app.All<CareAction>());
        Assert.Equal(("A link worker will call them.", "Sam Okoye", new LocalDate(2026, 12, 1), (long?)note), (action.What, action.Who, action.DueOn!.Value, action.NoteId));
        Assert.Equal("Reminder", Assert.Single(await app.All<StaffTask>()).Kind);

        var visit = sam.Page.QuerySelectorAll("form[aria-label='Book a home visit.'] select option[selected]").Single();
        Assert.Equal("Book an appointment", visit.TextContent);
        await sam.SubmitForm("Take", ("line", "99"), ("kind", "Book"));
        Assert.Equal(HttpStatusCode.NotFound, sam.Status);
        await sam.Open($"/console/notes/{note}");
        var book = sam.Page.QuerySelector<IHtmlInputElement>("form[aria-label='Book a home visit.'] input[name=line]")!.Value;
        await sam.SubmitForm("Take", ("line", book), ("kind", "Book"));
        Assert.Equal((await app.All<Case>()).Single().Reference, sam.Page.QuerySelector<IHtmlInputElement>("input[name=person]")!.Value);
    }

    [Fact]
    public async Task Goals_and_actions_are_written_down_and_marked()
    {
        await using var app = await Noted.Start();
        var referral = await Noted.Refer(app);
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/referrals/{referral}/plan");
        await sam.SubmitForm("Goal", ("kind", "Goal"), ("words", "Dance again"), ("importance", "11"));
        Assert.Equal(HttpStatusCode.BadRequest, sam.Status);
        Assert.Equal("Dance again", sam.Page.QuerySelector<IHtmlTextAreaElement>("#goal-words")!.Value);
        await sam.SubmitForm("Goal", ("kind", "Goal"), ("words", "Dance again"), ("importance", "9"));
        await sam.SubmitForm("Action", ("what", "Ring the dance hall"), ("who", "Robin"), ("by", "soon"), ("confidence", ""));
        Assert.Equal(HttpStatusCode.BadRequest, sam.Status);
        await sam.SubmitForm("Action", ("what", "Ring the dance hall"), ("who", "Robin"), ("by", "2026-12-24"), ("confidence", "7"));
        await sam.SubmitForm("MarkAction", ("row", (await app.All<CareAction>()).Single().Id.ToString()), ("status", "Done"));

        var (goal, action) = ((await app.All<PersonalGoal>()).Single(), (await app.All<CareAction>()).Single());
        Assert.Equal(("Dance again", 9, "Sam Okoye"), (goal.Words, goal.Importance!.Value, goal.WrittenBy));
        Assert.Equal(("Robin", new LocalDate(2026, 12, 24), 7, PlanStatus.Done), (action.Who, action.DueOn!.Value, action.Confidence!.Value, action.Status));
        Assert.Contains("importance 9 of 10", sam.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_forgotten_from_the_conversation_and_the_page_no_longer_shows_it()
    {
        await using var app = await Noted.Start();
        await Noted.OfCase(app);
        var message = (await app.All<InboundMessage>()).Single(one => one.Words.Contains("xylophone", StringComparison.Ordinal));
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/referrals/{(await app.All<Case>()).Single().Id}");
        Assert.NotNull(sam.Page.QuerySelector($"#timeline a[href='/console/messages/{message.Id}/forget']"));
        await sam.Open($"/console/messages/{message.Id}/forget");
        await sam.Submit();

        Assert.Contains("was forgotten", sam.Page.QuerySelector("#done")!.TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { $"/console/referrals/{(await app.All<Case>()).Single().Id}", $"/console/notes/{(await app.All<Note>()).Single().Id}", $"/console/messages/{message.Id}/forget" })
        {
            await sam.Open(path);
            Assert.DoesNotContain("xylophone", sam.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Single(await app.All<ForgottenMessage>());
    }

    [Fact]
    public async Task The_timeline_has_every_kind_of_thing_the_latest_first_in_pages()
    {
        await using var app = await Noted.Start();
        var note = await Noted.OfCase(app);
        var referral = (await app.All<Case>()).Single();
        for (var at = 0; at < 60; at++)
        {
            await app.Text(Noted.Phone, $"message number {at}");
        }

        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/referrals/{referral.Id}");
        Assert.Equal(50, sam.Page.QuerySelectorAll("#timeline > li").Length);
        Assert.Contains("message number 59", sam.Page.QuerySelector("#timeline")!.TextContent, StringComparison.Ordinal);
        var words = "";
        for (var page = 1; page <= 6; page++)
        {
            await sam.Open($"/console/referrals/{referral.Id}?page={page}");
            words += sam.Page.QuerySelector("#timeline")?.InnerHtml;
        }

        foreach (var one in new[] { "message number 0<", "Week 0, ", $"/console/notes/{note}", "Hand-off opened", "Appointment</strong>" })
        {
            Assert.Contains(one, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_note_of_another_service_is_not_there_and_a_commissioner_sees_none()
    {
        await using var app = await Noted.Start();
        var note = await Noted.OfCase(app);
        var referral = (await app.All<Case>()).Single().Id;
        var message = (await app.All<InboundMessage>())[0].Id;
        using var chris = await app.SignedIn(Invented.Commissioner);
        string[] pages = [$"/console/notes/{note}", $"/console/referrals/{referral}/plan", $"/console/messages/{message}/forget"];
        foreach (var path in pages)
        {
            await chris.Open(path);
            Assert.NotEqual(HttpStatusCode.OK, chris.Status);
            Assert.DoesNotContain("xylophone", chris.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open("/console/tasks");
        foreach (var table in new[] { "Notes", "Cases", "Inbound", "HandOffs" })
        {
            await app.Part<IStore>().Write(session => { session.Execute($"UPDATE \"{table}\" SET \"ServiceId\" = 'other'"); return ValueTask.FromResult(0); }, Cancel);
        }

        foreach (var path in pages)
        {
            await sam.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, sam.Status);
        }

        await sam.Open("/console/tasks");
        string[] posts =
        [
            $"/console/notes/{note}?handler=Approve", $"/console/notes/{note}?handler=Add", $"/console/notes/{note}?handler=Take", $"/console/notes/ask?referral={referral}",
            $"/console/referrals/{referral}/plan?handler=Goal", $"/console/messages/{message}/forget",
        ];
        foreach (var path in posts)
        {
            Assert.Equal(HttpStatusCode.NotFound, await sam.Posts(path, ("version", "1"), ("line", "1"), ("heading", "Plan"), ("text", "Ours"), ("kind", "Goal"), ("words", "Ours")));
        }

        Assert.Equal(NoteStatus.Drafted, (await app.All<Note>()).Single().Status);
        Assert.Empty(await app.All<PersonalGoal>());
        Assert.Empty(await app.All<ForgottenMessage>());
    }

    [Fact]
    public async Task Asked_for_from_a_referral_a_draft_is_shown_at_once()
    {
        await using var app = await Noted.Start();
        var referral = await Noted.Refer(app);
        using var sam = await app.SignedIn(Invented.LinkWorker);
        await sam.Open($"/console/referrals/{referral}");
        var form = sam.Page.QuerySelectorAll("main form").Single(one => one.GetAttribute("action")!.EndsWith("/console/notes/ask", StringComparison.Ordinal));
        var (key, token) = (form.QuerySelector<IHtmlInputElement>("input[name=key]")!.Value, sam.Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value);
        for (var press = 0; press < 2; press++)
        {
            using var answer = await sam.Raw(new HttpRequestMessage(HttpMethod.Post, "/console/notes/ask")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["referral"] = $"{referral}", ["key"] = key, ["__RequestVerificationToken"] = token }),
            });
            Assert.Contains("No known risks.", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        Assert.Equal("Sam Okoye", Assert.Single(await app.All<Note>()).AskedBy);
    }
}
