using System.Security.Cryptography;
using System.Text;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Sending;
using Companion.Bot.SignIn;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>
/// One hand-off, which is a conversation: who holds it, what was said, and what its holder does. Every act carries the fence the page was
/// shown with, so that whoever lost the conversation acts on nothing, and a key of its own, so that pressing twice is once.
/// </summary>
public sealed class HandOffModel(HandOffView view, HandOffActs acts, ServiceBook services, SignedIn me, SenderBell bell, PageWords words) : PageModel
{
    /// <summary>The longest note to an outcome, in characters.</summary>
    public const int LongestNote = 500;

    /// <summary>The hand-off.</summary>
    public HandOffDetail Detail { get; private set; } = null!;

    /// <summary>What is wrong with a form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was just done, as a sentence.</summary>
    public string? Done { get; private set; }

    /// <summary>Words that were typed and not sent.</summary>
    public string Draft { get; private set; } = "";

    /// <summary>The key of the next reply.</summary>
    public string ReplyKey { get; private set; } = NewKey();

    /// <summary>True when the reply was held back because of the hour.</summary>
    public bool IsNight { get; private set; }

    /// <summary>True for whoever holds the conversation.</summary>
    public bool IsMine => Detail.HandOff is { ClearedAt: null, OwnerId: { } owner } && owner == me.Id;

    /// <summary>True while nobody holds it.</summary>
    public bool IsFree => Detail.HandOff is { ClearedAt: null, OwnerId: null };

    /// <summary>Sentences that are sent with one press: key and words.</summary>
    public IReadOnlyDictionary<string, string> QuickReplies => services.Of(me.ServiceId).HandOffs.QuickReplies;

    /// <summary>Who holds it, as a sentence.</summary>
    public string Held => Detail.HandOff switch
    {
        { ClearedAt: { } at } cleared => words.With(
            "console.hand-off.cleared", ("who", cleared.ClearedBy ?? ""), ("at", Shown.At(at)), ("outcome", cleared.Outcome ?? "")),
        { OwnerId: null } => words["console.talk.free"],
        { ActBy: { } by } when IsMine => words.With("console.talk.mine", ("by", Shown.At(by))),
        var held => words.With("console.talk.held", ("who", held.Owner ?? "")),
    };

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

    /// <summary>A key for one act.</summary>
    public static string NewKey() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id, string? done)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        Done = done switch
        {
            "sent" => words.With("console.talk.sent", ("who", Detail.Initials)),
            "noted" => words["console.talk.noted"],
            "given" => words.With("console.talk.given", ("who", Detail.HandOff.Owner ?? "")),
            "returned" => words["console.talk.returned"],
            _ => null,
        };
        return Page();
    }

    /// <summary>Somebody accepts it.</summary>
    public Task<IActionResult> OnPostAccept(long id, int alarms) => Act(id, async () =>
        await acts.Accept.Handle(id, me.Name, alarms, CancellationToken.None) is { AcknowledgedAt: null, ClearedAt: null }
            ? await Wrong(id, new FormProblem("holds", words["console.hand-off.accept.grown"]))
            : Again(id));

    /// <summary>Somebody holds the conversation from now on. What they typed before is still there.</summary>
    public Task<IActionResult> OnPostPickUp(long id, string? typed) => Act(id, async () =>
    {
        Draft = typed ?? "";
        var result = await acts.PickUp.Handle(id, me.Id, CancellationToken.None);
        return result.Hold is null
            ? await Wrong(id, new FormProblem("holds", words.With($"console.pick-up.{result.Outcome.ToString().ToLowerInvariant()}", ("who", result.HandOff?.Owner ?? ""))))
            : Draft.Length == 0 ? Again(id) : await Shows(id);
    });

    /// <summary>The holder writes to the person, or sends one of the service's sentences.</summary>
    public Task<IActionResult> OnPostReply(long id, [FromForm] ReplyForm form) => Act(id, async () =>
    {
        (Draft, ReplyKey) = (form.Typed ?? "", string.IsNullOrEmpty(form.Key) ? ReplyKey : form.Key);
        var quick = form.Quick is { } chosen && QuickReplies.TryGetValue(chosen, out var sentence) ? sentence : null;
        var result = await acts.Reply.Handle(
            new Hold(id, me.Id, form.Fence),
            quick ?? Draft,
            KeyOf(quick ?? Draft),
            form.EvenAtNight,
            CancellationToken.None);
        if (result.Outcome is not (Replied.Sent or Replied.Already))
        {
            IsNight = result.Outcome == Replied.AskFirst;
            return await Wrong(id, new FormProblem("typed", result.Reason));
        }

        bell.Ring();
        if (quick is null || Draft.Length == 0)
        {
            return Again(id, "sent");
        }

        (Done, ReplyKey) = (words.With("console.talk.sent", ("who", result.To)), NewKey()); // what they were typing is kept
        return await Shows(id);
    });

    /// <summary>Somebody writes to colleagues.</summary>
    public Task<IActionResult> OnPostNote(long id, string? note) => Act(id, async () =>
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            return await Wrong(id, new FormProblem("note", words["console.talk.note.missing"]));
        }

        await acts.Note.Handle(id, me.Name, note, CancellationToken.None);
        return Again(id, "noted");
    });

    /// <summary>The holder gives it to a colleague.</summary>
    public Task<IActionResult> OnPostTransfer(long id, int fence, long to) => Act(id, async () =>
        await acts.Transfer.Handle(new Hold(id, me.Id, fence), to, CancellationToken.None)
            ? Again(id, "given")
            : await Wrong(id, new FormProblem("to", words["console.talk.not-given"])));

    /// <summary>The holder gives it back to the bot.</summary>
    public Task<IActionResult> OnPostReturn(long id, int fence) => Act(id, async () =>
    {
        if (await acts.Return.Handle(new Hold(id, me.Id, fence), CancellationToken.None) is { } whyNot)
        {
            return await Wrong(id, new FormProblem("holds", whyNot));
        }

        bell.Ring();
        return Again(id, "returned");
    });

    /// <summary>Somebody clears it, with an outcome.</summary>
    public Task<IActionResult> OnPostClear(long id, [FromForm] ClearForm form) => Act(id, async () =>
    {
        if (form.Outcome is null || !HandOffOutcomes.All.Contains(form.Outcome))
        {
            return await Wrong(id, new FormProblem("outcome", words["console.hand-off.outcome.missing"]));
        }

        // What is kept is what staff read today, whatever the words become.
        var what = HandOffOutcomes.Words(form.Outcome);
        var came = string.IsNullOrWhiteSpace(form.Note) ? what : $"{what}. {Short(form.Note.Trim())}";
        var clearing = new Clearing(me.Name, came, form.Safe) { Hold = new Hold(id, me.Id, form.Fence), Alarms = form.Alarms };
        var handOff = await acts.Clear.Handle(id, clearing, CancellationToken.None);
        return handOff switch
        {
            { ClearedAt: not null } => Again(id),
            { } open when open.Alarms > form.Alarms => await Wrong(id, new FormProblem("holds", words["console.talk.grown"])),
            _ => await Wrong(id, new FormProblem("holds", words["console.talk.not-cleared"])),
        };
    });

    /// <summary>Words of staff, cut where they would not end.</summary>
    internal static string Short(string text) => text.Length > LongestNote ? text[..LongestNote] : text;

    // A page that a browser kept may show a key again: other words are another reply, never a lost one.
    private string KeyOf(string said) => $"{ReplyKey}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16]}";

    private async Task<IActionResult> Act(long id, Func<Task<IActionResult>> act) => await Find(id) ? await act() : NotFound();

    private IActionResult Again(long id, string? done = null) => RedirectToPage(null, null, new { id, done }, done is null ? null : "done");

    private Task<IActionResult> Wrong(long id, FormProblem problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Shows(id);
    }

    private async Task<IActionResult> Shows(long id) => await Find(id) ? Page() : NotFound();

    private async Task<bool> Find(long id)
    {
        if (await view.Read(me.ServiceId, id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        Detail = found;
        return true;
    }
}

/// <summary>What a reply was sent with.</summary>
/// <param name="Fence">The fence the page was shown with.</param>
/// <param name="Key">Of this one reply.</param>
/// <param name="Typed">The words.</param>
/// <param name="Quick">The key of one of the service's sentences, sent instead.</param>
/// <param name="EvenAtNight">They know how late it is.</param>
public sealed record ReplyForm(int Fence, string? Key, string? Typed, string? Quick, bool EvenAtNight);

/// <summary>What a hand-off is cleared with.</summary>
/// <param name="Fence">The fence the page was shown with.</param>
/// <param name="Alarms">The alarms it showed.</param>
/// <param name="Outcome">The last part of an outcome's key.</param>
/// <param name="Note">What else there is to say.</param>
/// <param name="Safe">They made sure that texting is safe.</param>
public sealed record ClearForm(int Fence, int Alarms, string? Outcome, string? Note, bool Safe);
