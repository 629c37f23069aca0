using Companion.Tests.Support;
using Companion.Workflows.Sharing;

namespace Companion.Workflows.Tests.Sharing;

/// <summary>Letters about a case: what a draft holds, who may get one, and that each is approved by a person and leaves by hands.</summary>
public sealed class LetterTests
{
    private const string Folder = "tests/Workflows/Sharing/golden";
    private const string By = "Sam Okoye";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Recipient.Gp)]
    [InlineData(Recipient.Referrer)]
    [InlineData(Recipient.Person)]
    public async Task A_draft_of_a_full_case_and_of_an_empty_one_is_as_it_was(Recipient to)
    {
        await using var desk = await SharingDesk.Open();
        foreach (var (name, id) in new[] { ("full", await InventedCase.Full(desk.Store)), ("empty", await InventedCase.Empty(desk.Store)) })
        {
            var record = await desk.Record(id);
            if (DraftLetter.Refuses(record, to) is null)
            {
                var draft = desk.Drafts.Of(record, to, new LetterChoice(WithPlan: true));
                Golden.Matches($"{Folder}/letter.{name}.{to.ToString().ToLowerInvariant()}.txt", draft.Words);
            }
        }
    }

    [Fact]
    public async Task No_letter_goes_to_a_GP_without_consent_or_without_a_practice()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store);
        var record = await desk.Record(id);
        Assert.Null(DraftLetter.Refuses(record, Recipient.Gp));
        Assert.Equal(LetterRefusal.NoConsent, DraftLetter.Refuses(record with { ShareWithGp = false }, Recipient.Gp));
        Assert.Equal(LetterRefusal.NoConsent, DraftLetter.Refuses(record with { ShareWithGp = null }, Recipient.Gp));
        Assert.Equal(LetterRefusal.NoConsent, DraftLetter.Refuses(await desk.Record(await InventedCase.Empty(desk.Store)), Recipient.Gp));
        record.Case.GpOdsCode = " ";
        Assert.Equal(LetterRefusal.NoPractice, DraftLetter.Refuses(record, Recipient.Gp));

        await ExportTests.TakeBack(desk.Store);
        Assert.Equal(LetterOutcome.Refused, (await Approve(desk, id, Recipient.Gp, "Dear doctor")).Outcome);
        Assert.Empty(await desk.All<Letter>());
        Assert.Empty(await desk.All<SharingEvent>());
    }

    [Fact]
    public async Task Consent_taken_back_after_approval_keeps_the_letter_here()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store);
        var letter = (await Approve(desk, id, Recipient.Gp, "Dear doctor")).Letter!;
        await ExportTests.TakeBack(desk.Store);
        Assert.Null(await desk.Send.Download("shire", letter.Id, By));
        Assert.Equal(SentOutcome.ConsentTakenBack, await desk.Send.Handle("shire", letter.Id, Way.Post, By));
        Assert.Null((await desk.All<Letter>()).Single().SentAt);
    }

    [Theory]
    [InlineData(Recipient.Referrer)]
    [InlineData(Recipient.Person)]
    public async Task Risks_and_safeguarding_stay_out_wherever_they_stand_until_they_are_ticked(Recipient to)
    {
        await using var desk = await SharingDesk.Open();
        var record = await desk.Record(await InventedCase.Full(desk.Store));
        string[] delicate = ["he hits me", "police", "ABUSE2", "abuse", "Danger", "safe at home"];

        var plain = desk.Drafts.Of(record, to, new LetterChoice(WithPlan: true));
        Assert.All(delicate, words => Assert.DoesNotContain(words, plain.Words, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(1, plain.LeftOut); // the police of the plan: the page says so
        Assert.Contains("walking group", plain.Words, StringComparison.Ordinal);

        var ticked = desk.Drafts.Of(record, to, new LetterChoice(WithPlan: true, NamesRisks: true));
        Assert.Contains("he hits me", ticked.Words, StringComparison.Ordinal);
        Assert.Contains("police", ticked.Words, StringComparison.Ordinal);
        Assert.Equal(0, ticked.LeftOut);
    }

    [Fact]
    public async Task A_referrer_learns_nothing_of_notes_needs_or_scores_by_default()
    {
        await using var desk = await SharingDesk.Open();
        var words = desk.Drafts.Of(await desk.Record(await InventedCase.Full(desk.Store)), Recipient.Referrer, new LetterChoice()).Words;
        string[] never = ["Maya", "Tester", "1954", "999 000", "walking", "rent", "lonel", "housing", "abuse", "ONS4", "garden"];
        Assert.All(never, one => Assert.DoesNotContain(one, words, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("RXHW23", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_referred_themselves_has_no_referrer_and_whoever_died_no_copy()
    {
        await using var desk = await SharingDesk.Open();
        var record = await desk.Record(await InventedCase.Full(desk.Store, referral => (referral.Method, referral.Status) = ("Self referral", "Died")));
        Assert.Equal(LetterRefusal.NoReferrer, DraftLetter.Refuses(record, Recipient.Referrer));
        Assert.Equal(LetterRefusal.Died, DraftLetter.Refuses(record, Recipient.Person));
    }

    [Fact]
    public async Task What_somebody_put_in_is_looked_at_again()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store);
        Assert.Equal(LetterOutcome.TouchesRisk, (await Approve(desk, id, Recipient.Referrer, "She said that he hits her.", "by phone")).Outcome);
        Assert.Equal(LetterOutcome.Approved, (await Approve(desk, id, Recipient.Referrer, "She said that he hits her.", "by phone", namesRisks: true)).Outcome);
        Assert.Equal(LetterOutcome.NotAgreed, (await Approve(desk, id, Recipient.Referrer, "All is well.")).Outcome);
        Assert.Equal(LetterOutcome.Empty, (await Approve(desk, id, Recipient.Gp, " \n ")).Outcome);
        Assert.Equal(LetterOutcome.TooLong, (await Approve(desk, id, Recipient.Gp, new string('a', ApproveLetter.Longest + 1))).Outcome);
        Assert.Equal(LetterOutcome.NoSuchReferral, (await desk.Approve.Handle("other", id, new LetterForm(Recipient.Gp, "Dear", null, false, By), Cancel)).Outcome);
    }

    [Fact]
    public async Task A_copy_that_others_may_find_needs_a_word_on_where_it_is_safe()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store);
        var words = desk.Drafts.Of(await desk.Record(id), Recipient.Person, new LetterChoice()).Words;
        Assert.True((await desk.Record(id)).OthersMayRead);
        Assert.Equal(LetterOutcome.NotAgreed, (await Approve(desk, id, Recipient.Person, words)).Outcome);
        Assert.Equal(LetterOutcome.Approved, (await Approve(desk, id, Recipient.Person, words, "She keeps it at her sister's")).Outcome);
        var other = await InventedCase.Empty(desk.Store);
        Assert.Equal(LetterOutcome.Approved, (await Approve(desk, other, Recipient.Person, words)).Outcome);
    }

    [Fact]
    public async Task A_letter_is_approved_once_leaves_once_and_each_step_has_a_name_and_a_time()
    {
        await using var desk = await SharingDesk.Open();
        var id = await InventedCase.Full(desk.Store);
        var letter = (await Approve(desk, id, Recipient.Gp, "Dear doctor\r\n\r\nAll is well.")).Letter!;
        Assert.Equal(letter.Id, (await Approve(desk, id, Recipient.Gp, "Dear doctor\r\n\r\nAll is well.")).Letter!.Id);
        Assert.Equal(("Dear doctor\n\nAll is well.\n", "Mill Lane Surgery (Y99901)"), (letter.Words, letter.AddressedTo));

        Assert.Equal(letter.Words, await desk.Send.Download("shire", letter.Id, "Jo Bright"));
        Assert.Equal(SentOutcome.WrongWay, await desk.Send.Handle("shire", letter.Id, Way.ByHand, By));
        Assert.Equal(SentOutcome.WrittenDown, await desk.Send.Handle("shire", letter.Id, Way.Mesh, By));
        Assert.Equal(SentOutcome.AlreadySent, await desk.Send.Handle("shire", letter.Id, Way.Post, "Jo Bright"));

        var kept = Assert.Single(await desk.All<Letter>());
        Assert.Equal((By, Way.Mesh, InventedCase.Now), (kept.SentBy, kept.Way, kept.SentAt));
        Assert.Equal(
            [(SharingKind.Approved, By, "Gp"), (SharingKind.Downloaded, "Jo Bright", "Gp"), (SharingKind.Sent, By, "Mesh")],
            (await desk.All<SharingEvent>()).OrderBy(one => one.Id).Select(one => (one.Kind, one.By, one.Detail)));
    }

    [Fact]
    public async Task Another_service_has_no_such_letter()
    {
        await using var desk = await SharingDesk.Open();
        var letter = (await Approve(desk, await InventedCase.Full(desk.Store), Recipient.Gp, "Dear doctor")).Letter!;
        Assert.Null(await desk.Send.Find("other", letter.Id));
        Assert.Null(await desk.Send.Download("other", letter.Id, By));
        Assert.Equal(SentOutcome.NoSuchLetter, await desk.Send.Handle("other", letter.Id, Way.Post, By));
        Assert.Single(await desk.All<SharingEvent>());
    }

    // Flesch and Kincaid's grade; a reading age is about five years more.
    [Fact]
    public void The_fixed_sentences_of_the_persons_copy_are_for_a_reader_of_eleven()
    {
        var sentences = WorkflowParts.Texts.Keys("en")
            .Where(key => key.StartsWith("sharing.copy.", StringComparison.Ordinal) && !key.StartsWith("sharing.copy.need.", StringComparison.Ordinal))
            .Select(key => WorkflowParts.Texts.Raw("en", key))
            .SelectMany(text => text.Split('.', '?'))
            .Select(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter) && !word.Contains('{', StringComparison.Ordinal)).ToList())
            .Where(words => words.Count > 3)
            .ToList();
        var words = sentences.Sum(sentence => sentence.Count);
        var grade = (0.39 * words / sentences.Count) + (11.8 * sentences.Sum(sentence => sentence.Sum(Syllables)) / words) - 15.59;
        Assert.InRange(grade, -5, 6);
        Assert.All(sentences, sentence => Assert.InRange(sentence.Count, 1, 15));
    }

    private static int Syllables(string word)
    {
        var count = 0;
        var before = false;
        foreach (var letter in word.ToLowerInvariant().TrimEnd('e'))
        {
            var isVowel = "aeiouy".Contains(letter, StringComparison.Ordinal);
            count += isVowel && !before ? 1 : 0;
            before = isVowel;
        }

        return Math.Max(1, count);
    }

    private static Task<(LetterOutcome Outcome, Letter? Letter)> Approve(SharingDesk desk, long id, Recipient to, string words, string? agreed = null, bool namesRisks = false) =>
        desk.Approve.Handle("shire", id, new LetterForm(to, words, agreed, namesRisks, By), Cancel);
}
