using System.Text.RegularExpressions;
using Companion.Bot.Pages;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.Receiving;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Chat;

/// <summary>What a browser does in the chat, checked at the door. What is wrong is told as the key of a text.</summary>
public sealed partial class ChatDoor(
    ChatCookie cookie,
    ChatPace pace,
    ReadChat read,
    SayInChat say,
    ProveBirthDate prove,
    AnswerSoon answer,
    IClock clock)
{
    /// <summary>The browser's session; null when it has none yet. A browser without an id, or with an ended chat, gets a new id.</summary>
    public async Task<ChatSession?> Enter(HttpContext context, CancellationToken cancel)
    {
        var session = cookie.Read(context.Request) is { } id ? await read.Session(id, cancel) : null;
        if (session is not null && !read.IsOver(session))
        {
            return session;
        }

        if (session is not null || cookie.Read(context.Request) is null)
        {
            context.Items[typeof(ChatDoor)] = cookie.Begin(context);
        }

        return null;
    }

    /// <summary>Sends words and waits a moment for the answer; the key of a text when they were not sent.</summary>
    public async Task<string?> Say(HttpContext context, string service, ChatForm form, CancellationToken cancel)
    {
        var words = form.Words?.ReplaceLineEndings("\n").Trim() ?? "";
        if (form.Cut || words.Length > Incoming.LongestKept)
        {
            return "chat.error.long";
        }

        if (words.Length == 0)
        {
            return "chat.error.empty";
        }

        // The id was perhaps given in this very request, to a browser whose chat had ended meanwhile.
        var id = context.Items[typeof(ChatDoor)] as long? ?? cookie.Read(context.Request)!.Value;
        if (!pace.Allows(id))
        {
            return "chat.error.fast";
        }

        var formId = form.Form is { } given && FormIds().IsMatch(given) ? given : "0";
        var receipt = await say.Handle(new ChatWords(id, service, formId, words), cancel);
        if (receipt is null)
        {
            return "chat.error.over";
        }

        await answer.Wait(receipt.AddressId, cancel);
        return null;
    }

    /// <summary>Compares a date of birth; the key of a text when it was not taken.</summary>
    public async Task<string?> Prove(ChatSession session, BirthForm form, CancellationToken cancel)
    {
        var typed = $"{form.Day?.Trim()}/{form.Month?.Trim()}/{form.Year?.Trim()}";
        if (typed.Length > 40 || DateOfBirthReader.Read(typed, clock.GetCurrentInstant().Local().Date) is not { } born)
        {
            return "proof.error.date"; // a slip of the pen costs no try
        }

        return await prove.Handle(session.Id, born.Value, cancel) switch
        {
            Proof.Wrong => "proof.error.wrong",
            _ => null, // the page itself says that no more tries are left
        };
    }

    /// <summary>The status of a page that tells an error.</summary>
    public static int StatusOf(string error) => error switch
    {
        "chat.error.long" => StatusCodes.Status413PayloadTooLarge,
        "chat.error.fast" => StatusCodes.Status429TooManyRequests,
        "chat.error.over" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    [GeneratedRegex("^[0-9a-f]{8,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex FormIds();
}
