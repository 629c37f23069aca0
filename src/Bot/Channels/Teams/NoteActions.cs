using System.Text.Json.Nodes;
using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.LinkWorkers.Notes;
using Companion.Bot.Pages;
using Companion.Bot.Sending;
using Companion.Workflows.Notes;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.Channels.Teams;

/// <summary>
/// What whoever is to approve a note does from its card, by the use cases of the console. Every press carries the version that was shown: on
/// an older one it changes nothing, and the newest is shown.
/// </summary>
public sealed class NoteActions(IStore store, StaffDirectory staff, NoteActs acts, NoteRoom cards, PageWords words, SenderBell bell)
{
    /// <summary>Does it, and answers with the card as the note stands now.</summary>
    public async Task<JsonObject> Handle(TeamsActivity activity, NotePress press, CancellationToken cancel)
    {
        if (!activity.IsPersonal)
        {
            return InvokeAnswer.Say(words["teams.note.elsewhere"]); // others would read the answer
        }

        await using var db = store.Read();
        if (await db.Notes.Where(note => note.Id == press.NoteId).Select(note => note.ServiceId).SingleOrDefaultAsync(cancel) is not { } serviceId)
        {
            return InvokeAnswer.Say(words["teams.note.none"]);
        }

        if (await staff.Of(activity, serviceId, cancel) is not { } worker || worker.Role == WorkerRole.Commissioner)
        {
            return InvokeAnswer.Say(words["teams.action.stranger"]);
        }

        var showing = await cards.Theirs(press.NoteId, worker, cancel) is not null ? await Act(press, worker, cancel) : new NoteShowing();
        if (showing is null)
        {
            return InvokeAnswer.Say(words["teams.action.unknown"]);
        }

        bell.Ring(); // the card in the chat is shown anew
        return await cards.Show(press.NoteId, worker, showing, cancel) is { } card ? InvokeAnswer.Show(card) : InvokeAnswer.Say(words["teams.note.none"]);
    }

    private async Task<NoteShowing?> Act(NotePress press, Worker worker, CancellationToken cancel)
    {
        var hand = new NoteHand(worker.ServiceId, press.NoteId, press.Version, worker.Name);
        return press.Verb switch
        {
            "noteShow" => new NoteShowing(),
            "noteOpen" => new NoteShowing { Line = press.Line },
            "noteWrite" => await Write(press, hand, cancel),
            "noteRemove" => Changed(await acts.Edit.Remove(hand, press.Line, cancel)),
            "noteNoRisks" => Changed(await acts.Edit.Add(hand, Heading.Risks, words["console.note.no-risks"], cancel)),
            "noteApprove" => new NoteShowing { Said = Problem(await acts.Decide.Approve(hand, cancel)) },
            "noteReject" => await Reject(press, hand, cancel),
            _ => null,
        };
    }

    // A sentence that was changed meanwhile is opened again with what they typed, and the newest stands above it.
    private async Task<NoteShowing> Write(NotePress press, NoteHand hand, CancellationToken cancel)
    {
        var typed = press.Typed("text");
        var outcome = await acts.Edit.Write(hand, press.Line, new(Heading: null, typed, press.Keep), cancel);
        return outcome == NoteOutcome.Done ? Changed(outcome) : Changed(outcome) with { Line = press.Line, Typed = typed, Keep = press.Keep };
    }

    private async Task<NoteShowing> Reject(NotePress press, NoteHand hand, CancellationToken cancel)
    {
        var why = press.Typed("why");
        var outcome = await acts.Decide.Reject(hand, why, cancel);
        return new NoteShowing { Said = Problem(outcome), Typed = outcome == NoteOutcome.Done ? null : why };
    }

    private NoteShowing Changed(NoteOutcome outcome) => new() { Said = Problem(outcome) ?? words["console.note.done.changed"] };

    private string? Problem(NoteOutcome outcome) => outcome switch
    {
        NoteOutcome.Done => null,
        NoteOutcome.Changed => words["teams.note.changed"],
        _ => words[$"console.note.problem.{outcome.ToString().ToLowerInvariant()}"],
    };
}
