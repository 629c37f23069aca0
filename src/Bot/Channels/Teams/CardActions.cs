using System.Text.Json.Nodes;
using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.Pages;
using Companion.Bot.Sending;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;

namespace Companion.Bot.Channels.Teams;

/// <summary>
/// A member of staff pressed a button of a card. The card is a view: what may be done is decided by who presses and by the fence in the data,
/// so that a late press, or a second one, changes nothing.
/// </summary>
public sealed class CardActions(
    IStore store, ServiceBook services, StaffDirectory staff, PickUp pickUp, OpenChat openChat, DeskActions desk, NoteActions notes, CardRoom cards, PageWords words, SenderBell bell)
{
    /// <summary>Does it, and answers with the card as things stand now.</summary>
    public async Task<JsonObject> Handle(TeamsActivity activity, CancellationToken cancel)
    {
        if (NotePress.Read(activity) is { } onNote)
        {
            return await notes.Handle(activity, onNote, cancel);
        }

        if (CardPress.Read(activity) is not { } press)
        {
            return InvokeAnswer.Say(words["teams.action.unknown"]);
        }

        await using var db = store.Read();
        if (await CaseView.Read(db, press.HandOffId, cancel) is not { } seen)
        {
            return InvokeAnswer.Say(words["teams.action.no-hand-off"]);
        }

        if (press.Verb == "look" && activity.Thread.Conversation == services.Find(seen.HandOff.ServiceId)?.TeamsChannel)
        {
            return InvokeAnswer.Show(cards.HandOff(seen)); // asked by itself whenever somebody of the team sees the card
        }

        if (await staff.Of(activity, seen.HandOff.ServiceId, cancel) is not { } worker || worker.Role == WorkerRole.Commissioner)
        {
            return InvokeAnswer.Say(words["teams.action.stranger"]);
        }

        var answer = press.Verb switch
        {
            "look" => InvokeAnswer.Show(cards.HandOff(seen)),
            "pickUp" => await PickUp(activity, press, worker, cancel),
            "open" => InvokeAnswer.Show(await cards.Desk(seen, worker, new Showing(KeyOf(activity)) { Unsent = press.Unsent }, cancel)),
            _ => await desk.Handle(press, new Hold(press.HandOffId, worker.Id, press.Fence), worker, KeyOf(activity), cancel),
        };
        bell.Ring(); // there may be something to send, and cards to show anew
        return answer ?? InvokeAnswer.Say(words["teams.action.unknown"]);
    }

    private async Task<JsonObject> PickUp(TeamsActivity activity, CardPress press, Worker worker, CancellationToken cancel)
    {
        var picked = await pickUp.Handle(press.HandOffId, worker.Id, cancel);
        var hasChat = picked.Hold is not null && (await cards.HasChat(worker, cancel) || await openChat.Handle(activity, worker));
        await using var db = store.Read();
        var seen = await CaseView.Read(db, press.HandOffId, cancel);
        return InvokeAnswer.Show(cards.HandOff(seen!, picked.Outcome switch
        {
            PickedUp.Yes or PickedUp.Already => words[hasChat ? "teams.action.picked" : "teams.action.picked.no-chat"],
            PickedUp.HeldByAnother => words.With("teams.action.held", ("holder", seen!.HandOff.Owner ?? "")),
            PickedUp.Cleared => words["teams.action.closed"],
            _ => words["teams.action.no-hand-off"],
        }));
    }

    // The same for a repeated activity, another for another press.
    private static string KeyOf(TeamsActivity activity) => $"i{activity.Id}";
}
