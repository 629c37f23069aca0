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

    /// <summary>What was typed and neither sent nor kept.</summary>
    public DeskForm Form { get; private set; } = DeskForm.Empty;

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

        Done = DoneWords(done);
        return Page();
    }

    /// <summary>Shows it with everything that was typed, and does nothing.</summary>
    public Task<IActionResult> OnPostAgain(long id, [FromForm] DeskForm form) => Act(id, form, () => Shows(id));

    /// <summary>Somebody accepts it.</summary>
    public Task<IActionResult> OnPostAccept(long id, [FromForm] DeskForm form) => Act(id, form, async () =>
        await acts.Accept.Handle(id, me.Name, form.Alarms, CancellationToken.None) is { AcknowledgedAt: null, ClearedAt: null }
            ? await Wrong(id, new FormProblem("holds", words["console.hand-off.accept.grown"]))
            : await Again(id));

    /// <summary>Somebody holds the conversation from now on.</summary>
    public Task<IActionResult> OnPostPickUp(long id, [FromForm] DeskForm form) => Act(id, form, async () =>
    {
        var result = await acts.PickUp.Handle(id, me.Id, CancellationToken.None);
        return result.Hold is null
            ? await Wrong(id, new FormProblem("holds", words.With($"console.pick-up.{result.Outcome.ToString().ToLowerInvariant()}", ("who", result.HandOff?.Owner ?? ""))))
            : await Again(id);
    });

    /// <summary>The holder writes to the person, or sends one of the service's sentences.</summary>
    public Task<IActionResult> OnPostReply(long id, [FromForm] DeskForm form) => Act(id, form, async () =>
    {
        var quick = form.Quick is { } chosen && QuickReplies.TryGetValue(chosen, out var sentence) ? sentence : null;
        var said = quick ?? form.Typed ?? "";
        var result = await acts.Reply.Handle(new Hold(id, me.Id, form.Fence), said, KeyOf(said), form.EvenAtNight, CancellationToken.None);
        if (result.Outcome is not (Replied.Sent or Replied.Already))
        {
            IsNight = result.Outcome == Replied.AskFirst;
            return await Wrong(id, new FormProblem("typed", result.Reason));
        }

        bell.Ring();
        Form = quick is null ? form with { Typed = null } : form;
        ReplyKey = NewKey();
        return await Again(id, "sent");
    });

    /// <summary>Somebody writes to colleagues.</summary>
    public Task<IActionResult> OnPostNote(long id, [FromForm] DeskForm form) => Act(id, form, async () =>
    {
        if (string.IsNullOrWhiteSpace(form.Note))
        {
            return await Wrong(id, new FormProblem("note", words["console.talk.note.missing"]));
        }

        await acts.Note.Handle(id, me.Name, form.Note, CancellationToken.None);
        Form = form with { Note = null };
        return await Again(id, "noted");
    });

    /// <summary>The holder gives it to a colleague.</summary>
    public Task<IActionResult> OnPostTransfer(long id, [FromForm] DeskForm form) => Act(id, form, async () =>
        await acts.Transfer.Handle(new Hold(id, me.Id, form.Fence), form.To, CancellationToken.None)
            ? await Again(id, "given")
            : await Wrong(id, new FormProblem("to", words["console.talk.not-given"])));

    /// <summary>The holder gives it back to the bot.</summary>
    public Task<IActionResult> OnPostReturn(long id, [FromForm] DeskForm form) => Act(id, form, async () =>
    {
        if (await acts.Return.Handle(new Hold(id, me.Id, form.Fence), CancellationToken.None) is { } whyNot)
        {
            return await Wrong(id, new FormProblem("holds", whyNot));
        }

        bell.Ring();
        return await Again(id, "returned");
    });

    /// <summary>Somebody closes it, with an outcome.</summary>
    public Task<IActionResult> OnPostClear(long id, [FromForm] DeskForm form) => Act(id, form, async () =>
    {
        if (form.Outcome is null || !HandOffOutcomes.All.Contains(form.Outcome))
        {
            return await Wrong(id, new FormProblem("outcome", words["console.hand-off.outcome.missing"]));
        }

        // What is kept is what staff read today, whatever the words become.
        var what = HandOffOutcomes.Words(form.Outcome);
        var came = string.IsNullOrWhiteSpace(form.Came) ? what : $"{what}. {Short(form.Came.Trim())}";
        var clearing = new Clearing(me.Name, came, form.Safe) { Hold = new Hold(id, me.Id, form.Fence), Alarms = form.Alarms };
        var handOff = await acts.Clear.Handle(id, clearing, CancellationToken.None);
        if (handOff is { ClearedAt: not null })
        {
            Form = form with { Came = null };
            return await Again(id);
        }

        return await Wrong(id, new FormProblem("holds", words[handOff?.Alarms > form.Alarms ? "console.talk.grown" : "console.talk.not-cleared"]));
    });

    /// <summary>Words of staff, cut where they would not end.</summary>
    internal static string Short(string text) => text.Length > LongestNote ? text[..LongestNote] : text;

    // A page that a browser kept may show a key again: other words are another reply, never a lost one.
    private string KeyOf(string said) => $"{ReplyKey}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16]}";

    private string? DoneWords(string? done) => done switch
    {
        "sent" => words.With("console.talk.sent", ("who", Detail.Initials)),
        "noted" => words["console.talk.noted"],
        "given" => words.With("console.talk.given", ("who", Detail.HandOff.Owner ?? "")),
        "returned" => words["console.talk.returned"],
        _ => null,
    };

    private async Task<IActionResult> Act(long id, DeskForm form, Func<Task<IActionResult>> act)
    {
        (Form, ReplyKey) = (form, string.IsNullOrEmpty(form.Key) ? ReplyKey : form.Key);
        return await Find(id) ? await act() : NotFound();
    }

    // A page without words is asked for anew, so that reloading it repeats nothing; words somebody typed are in no address, so they are shown at once.
    private async Task<IActionResult> Again(long id, string? done = null)
    {
        if (!Form.HasWords)
        {
            return RedirectToPage(null, null, new { id, done }, done is null ? null : "done");
        }

        var page = await Shows(id);
        Done = DoneWords(done);
        return page;
    }

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
