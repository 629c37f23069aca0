using Companion.Bot.LinkWorkers;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>One hand-off: what happened, what was said, and the two things a person does with it.</summary>
public sealed class HandOffModel(HandOffView view, AcknowledgeHandOff acknowledge, ClearHandOff clear) : PageModel
{
    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 500;

    /// <summary>What can come of a hand-off.</summary>
    public static readonly IReadOnlyList<string> Outcomes =
    [
        "Spoke with the person: safe now",
        "Spoke with the person: support arranged",
        "Passed to 999",
        "Passed to the crisis team or 111",
        "Safeguarding referral made",
        "Could not reach the person: welfare check asked for",
        "Could not reach the person: tried as agreed",
        "Nothing to do",
    ];

    /// <summary>The hand-off.</summary>
    public HandOffDetail Detail { get; private set; } = null!;

    /// <summary>What is wrong with the form, if anything.</summary>
    public string? Problem { get; private set; }

    /// <summary>Where it stands, as a sentence.</summary>
    public string Stands => Detail.HandOff switch
    {
        { ClearedAt: { } at } cleared => $"Cleared by {cleared.ClearedBy}, {Shown.At(at)}: {cleared.Outcome}",
        { AcknowledgedAt: { } at } accepted => $"Accepted by {accepted.AcknowledgedBy}, {Shown.At(at)}",
        { CouldNotBeTexted: true } => "Nobody has accepted. The person could not be texted: phone",
        _ => "Nobody has accepted",
    };

    /// <summary>Whether and why not the person can be texted.</summary>
    public string Texting => TextingOf.Address(Detail.Address, Detail.HandOff.CouldNotBeTexted);

    /// <summary>True when the person, or their silence, said that texts are not safe.</summary>
    public bool IsUnsafe => Detail.Address.Trouble == AddressTrouble.UnsafeToText;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id) ? Page() : NotFound();

    /// <summary>Somebody accepts it.</summary>
    public async Task<IActionResult> OnPostAccept(long id, string? who) =>
        await acknowledge.Handle(id, By(who), CancellationToken.None) is null ? NotFound() : RedirectToPage(new { id });

    /// <summary>Somebody clears it, with an outcome.</summary>
    public async Task<IActionResult> OnPostClear(long id, string? who, string? outcome, string? note, bool safe)
    {
        if (!Outcomes.Contains(outcome))
        {
            Problem = "Say what came of it";
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await Find(id) ? Page() : NotFound();
        }

        var words = string.IsNullOrWhiteSpace(note) ? outcome! : $"{outcome}. {Short(note.Trim())}";
        return await clear.Handle(id, new Clearing(By(who), words, safe), CancellationToken.None) is null ? NotFound() : RedirectToPage(new { id });
    }

    private static string By(string? who) => string.IsNullOrWhiteSpace(who) ? Who.Nobody : Short(who.Trim());

    private static string Short(string text) => text.Length > LongestNote ? text[..LongestNote] : text;

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
    /// <summary>Somebody who gave no name.</summary>
    public const string Nobody = "Link worker";
}
