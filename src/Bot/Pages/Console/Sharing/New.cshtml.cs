using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console.Sharing;

/// <summary>A letter about a case is drafted, shown whole, changed and approved. Nothing leaves from here.</summary>
public sealed class NewModel(ReadCaseRecord read, DraftLetter drafts, ApproveLetter approve, SignedIn me, PageWords words) : PageModel
{
    private const int LongestAgreed = 300;

    /// <summary>The case as it may go out.</summary>
    public CaseRecord Record { get; private set; } = null!;

    /// <summary>Whom the letter is for.</summary>
    public Recipient To { get; private set; }

    /// <summary>What was ticked.</summary>
    public LetterChoice Choice { get; private set; } = new();

    /// <summary>Why there can be no letter, if so.</summary>
    public LetterRefusal? Refusal { get; private set; }

    /// <summary>The draft.</summary>
    public LetterDraft Draft { get; private set; } = new("", "", 0);

    /// <summary>What stands in the field: the draft, or what was made of it.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>How it is known that the person agrees, as far as filled in.</summary>
    public string? Agreed { get; private set; }

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>True where somebody has to write down that the person agrees, or where the copy is safe.</summary>
    public bool AsksWhetherAgreed => ApproveLetter.AsksWhetherAgreed(Record, To);

    /// <summary>True once the letter was found to touch on risk: then it can be ticked without losing what was written.</summary>
    public bool AsksWhetherMeant { get; private set; }

    /// <summary>Shows the draft.</summary>
    public async Task<IActionResult> OnGet(long id, string? to, bool plan, bool risks) =>
        await Find(id, to, new LetterChoice(plan, risks)) ? Page() : NotFound();

    /// <summary>Approves it.</summary>
    public async Task<IActionResult> OnPost(long id, [FromForm] LetterPost form)
    {
        if (!await Find(id, form.To, new LetterChoice(form.Plan, form.Risks)))
        {
            return NotFound();
        }

        var agreed = form.Agreed is { Length: > LongestAgreed } much ? much[..LongestAgreed] : form.Agreed;
        var (outcome, letter) = await approve.Handle(
            me.ServiceId, id, new LetterForm(To, form.Words ?? "", agreed, Choice.NamesRisks, me.Name), CancellationToken.None);
        if (letter is not null)
        {
            return RedirectToPage("Letter", new { id = letter.Id });
        }

        (Typed, Agreed, AsksWhetherMeant) = (form.Words ?? "", agreed, outcome == LetterOutcome.TouchesRisk);
        Problem = new FormProblem(outcome == LetterOutcome.NotAgreed ? "agreed" : "words", Shown.Capital(words.Called(outcome)));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> Find(long id, string? to, LetterChoice choice)
    {
        if (!Enum.TryParse<Recipient>(to, ignoreCase: true, out var recipient) || !Enum.IsDefined(recipient)
            || await read.Handle(me.ServiceId, id, HttpContext.RequestAborted) is not { } record)
        {
            return false;
        }

        (Record, To, Choice, Refusal) = (record, recipient, choice, DraftLetter.Refuses(record, recipient));
        Draft = Refusal is null ? drafts.Of(record, recipient, choice) : Draft;
        Typed = Draft.Words;
        return true;
    }
}

/// <summary>What the form was sent with.</summary>
public sealed record LetterPost(string? To, string? Words, string? Agreed, bool Plan, bool Risks);
