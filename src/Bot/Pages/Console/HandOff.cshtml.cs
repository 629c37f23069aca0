using Companion.Bot.LinkWorkers;
using Companion.Workflows.HandOffs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>One hand-off: what happened, what was said, and the two things a person does with it.</summary>
public sealed class HandOffModel(HandOffView view, AcknowledgeHandOff acknowledge, ClearHandOff clear, PageWords words) : PageModel
{
    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 500;

    /// <summary>What can come of a hand-off, by the last part of its key.</summary>
    public static readonly IReadOnlyList<string> Outcomes =
        ["safe-now", "supported", "999", "crisis-team", "safeguarding", "welfare-check", "tried", "nothing"];

    /// <summary>The hand-off.</summary>
    public HandOffDetail Detail { get; private set; } = null!;

    /// <summary>What is wrong with the form, if anything.</summary>
    public string? Problem { get; private set; }

    /// <summary>Where it stands, as a sentence.</summary>
    public string Stands => Detail.HandOff switch
    {
        { ClearedAt: { } at } cleared => words.With(
            "console.hand-off.cleared", ("who", cleared.ClearedBy ?? ""), ("at", Shown.At(at)), ("outcome", cleared.Outcome ?? "")),
        { AcknowledgedAt: { } at } accepted => words.With(
            "console.hand-off.accepted", ("who", accepted.AcknowledgedBy ?? ""), ("at", Shown.At(at))),
        { CouldNotBeTexted: true } => words["console.hand-off.nobody.phone"],
        _ => words["console.hand-off.nobody"],
    };

    /// <summary>Whether and why not the person can be texted.</summary>
    public string Texting => TextingOf.Address(words, Detail.Address, Detail.HandOff.CouldNotBeTexted);

    /// <summary>True when texts are not safe, or abuse was heard: whoever clears it has to say whether they are.</summary>
    public bool IsUnsafe => Detail.Address.IsUnsafe || Detail.HandOff.IsAbuse;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id) ? Page() : NotFound();

    /// <summary>Somebody accepts it.</summary>
    public async Task<IActionResult> OnPostAccept(long id, string? who) =>
        await acknowledge.Handle(id, By(who), CancellationToken.None) is null ? NotFound() : RedirectToPage(new { id });

    /// <summary>Somebody clears it, with an outcome.</summary>
    public async Task<IActionResult> OnPostClear(long id, string? who, string? outcome, string? note, bool safe)
    {
        if (outcome is null || !Outcomes.Contains(outcome))
        {
            Problem = words["console.hand-off.outcome.missing"];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await Find(id) ? Page() : NotFound();
        }

        // What is kept is what staff read today, whatever the words become.
        var what = words["console.outcome." + outcome];
        var came = string.IsNullOrWhiteSpace(note) ? what : $"{what}. {Short(note.Trim())}";
        return await clear.Handle(id, new Clearing(By(who), came, safe), CancellationToken.None) is null ? NotFound() : RedirectToPage(new { id });
    }

    private string By(string? who) => string.IsNullOrWhiteSpace(who) ? words[Who.Nobody] : Short(who.Trim());

    /// <summary>Words of staff, cut where they would not end.</summary>
    internal static string Short(string text) => text.Length > LongestNote ? text[..LongestNote] : text;

    private async Task<bool> Find(long id)
    {
        if (await view.Read(id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        Detail = found;
        return true;
    }
}

/// <summary>Who does something, until people sign in.</summary>
/// <param name="For">What it is for: makes the field's id.</param>
/// <param name="OnCall">The names of the people on call.</param>
public sealed record Who(string For, IReadOnlyList<string> OnCall)
{
    /// <summary>The key of what somebody is called who gave no name.</summary>
    public const string Nobody = "console.who.nobody";
}
