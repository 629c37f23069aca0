using System.Security.Cryptography;
using Companion.Bot.Chat;
using Companion.Workflows.Conversations;
using Companion.Workflows.Receiving;
using Companion.Workflows.Settings;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Companion.Bot.Pages;

/// <summary>The web chat. It works without JavaScript: the page shows the conversation, a form posts the next words.</summary>
public sealed class ChatModel(
    ServiceBook services,
    ReadChat read,
    ChatDoor door,
    PageWords words,
    IClock clock) : PatientPage(services)
{
    /// <summary>The browser's session; null before anything was said.</summary>
    public ChatSession? Session { get; private set; }

    /// <summary>The conversation, oldest first.</summary>
    public IReadOnlyList<ChatLineView> Lines { get; private set; } = [];

    /// <summary>What was last asked by text, where it may be shown.</summary>
    public string? LastQuestion { get; private set; }

    /// <summary>The id of the form: the same form sends the same words once.</summary>
    public string FormId { get; private set; } = "";

    /// <summary>What stands in the box.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>Why nothing was sent, as a text's key.</summary>
    public string? Error { get; private set; }

    /// <summary>Why the date of birth was not taken, as a text's key.</summary>
    public string? ProofError { get; private set; }

    /// <summary>Shows the chat.</summary>
    public async Task<IActionResult> OnGetAsync(string? service, CancellationToken cancel)
    {
        Session = await door.Enter(HttpContext, cancel);
        return await Show(service, cancel);
    }

    /// <summary>The lines alone, for the script.</summary>
    public async Task<IActionResult> OnGetLinesAsync(CancellationToken cancel)
    {
        Session = await door.Enter(HttpContext, cancel);
        await Show(null, cancel);
        return Partial("_Messages", Lines);
    }

    /// <summary>Sends words, then shows them with the answer.</summary>
    public async Task<IActionResult> OnPostAsync(ChatForm said, CancellationToken cancel)
    {
        Session = await door.Enter(HttpContext, cancel);
        if (Session is null && Take(said.Service) is null)
        {
            return NotFound();
        }

        Error = await door.Say(HttpContext, Session?.ServiceId ?? Service!.Key, said, cancel);
        if (Error is null)
        {
            return Request.Headers.ContainsKey("X-Chat") ? new NoContentResult() : RedirectToPage(null, null, "latest");
        }

        Response.StatusCode = ChatDoor.StatusOf(Error);
        Typed = said.Fitting;
        return await Show(said.Service, cancel);
    }

    /// <summary>Takes the date of birth that shows earlier words.</summary>
    public async Task<IActionResult> OnPostProveAsync(BirthForm born, CancellationToken cancel)
    {
        Session = await door.Enter(HttpContext, cancel);
        if (Session is { AwaitsProof: true, IsRefused: false })
        {
            ProofError = await door.Prove(Session, born, cancel);
            Session = await read.Session(Session.Id, cancel);
        }

        return ProofError is null ? RedirectToPage() : await Show(null, cancel);
    }

    private async Task<IActionResult> Show(string? service, CancellationToken cancel)
    {
        if (Take(Session?.ServiceId ?? service) is not { } known)
        {
            return string.IsNullOrEmpty(service) ? RedirectToPage("/Index") : NotFound();
        }

        FormId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        if (Session is not null)
        {
            Lines = ChatLineView.Of(await read.Lines(Session, cancel), known, words, clock.GetCurrentInstant());
            LastQuestion = Lines.Count == 0 ? await read.LastQuestion(Session, cancel) : null;
        }

        return Page();
    }
}

/// <summary>What the chat's form sends.</summary>
public sealed class ChatForm
{
    /// <summary>The service, for a chat that nothing was said in yet.</summary>
    public string? Service { get; set; }

    /// <summary>The form's id.</summary>
    public string? Form { get; set; }

    /// <summary>The words.</summary>
    public string? Words { get; set; }

    /// <summary>True when the form was far too long and its end was cut off.</summary>
    public bool Cut { get; set; }

    /// <summary>As much of the words as one message may hold.</summary>
    public string Fitting => Words is null ? "" : Words.Length > Incoming.LongestKept ? Words[..Incoming.LongestKept] : Words;
}

/// <summary>A date of birth as it is typed.</summary>
public sealed class BirthForm
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }
}
