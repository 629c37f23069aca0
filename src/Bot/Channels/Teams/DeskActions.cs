using System.Globalization;
using System.Text.Json.Nodes;
using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.Pages;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;

namespace Companion.Bot.Channels.Teams;

/// <summary>What the holder of a conversation does from their desk card: accept, reply, note, transfer, give back, close.</summary>
public sealed class DeskActions(IStore store, ServiceBook services, StaffActs acts, CardRoom cards, UnsentWords unsent, PageWords words)
{
    private static readonly string[] Verbs = ["accept", "reply", "quick", "note", "transfer", "return", "close"];

    /// <summary>Does it; null when there is no such button.</summary>
    /// <param name="press">What was pressed.</param>
    /// <param name="hold">With what they think they hold it.</param>
    /// <param name="worker">Who pressed.</param>
    /// <param name="next">The key of the card that is shown next.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<JsonObject?> Handle(CardPress press, Hold hold, Worker worker, string next, CancellationToken cancel)
    {
        if (!Verbs.Contains(press.Verb))
        {
            return null;
        }

        Keep(press, worker, press.Unsent); // whatever is shown from now on has what they typed
        var seen = await acts.Accept.Seen(hold, press.Alarms, cancel); // whoever acts on what the card showed has seen that
        var showing = await Act(press, hold, worker, new Showing(next) { Unsent = press.Unsent }, seen, cancel);
        Keep(press, worker, showing.Unsent);
        return await Show(press, worker, showing, cancel);
    }

    private void Keep(CardPress press, Worker worker, Unsent typed)
    {
        if (press.IsOnDesk)
        {
            unsent.Keep(press.HandOffId, worker.Id, typed);
        }
    }

    private async Task<Showing> Act(CardPress press, Hold hold, Worker worker, Showing showing, HandOff? seen, CancellationToken cancel) => press.Verb switch
    {
        "accept" => showing with { Said = seen is { Urgent: true, AcknowledgedAt: null } ? words["teams.desk.accepted-not"] : null },
        "reply" => await Reply(press, hold, press.Typed("words"), showing, cancel),
        "quick" => await Reply(press, hold, services.Of(worker.ServiceId).HandOffs.QuickReplies.GetValueOrDefault(press.Quick, ""), showing with { Quick = press.Quick }, cancel),
        "note" => await Note(press, worker, showing, cancel),
        "transfer" => showing with { Said = await Transfer(press, hold, cancel) ? null : words["teams.desk.transferred-not"] },
        "return" => showing with { Said = await acts.ReturnToBot.Handle(hold, cancel) },
        _ => showing with { Said = await Close(press, hold, worker, cancel) },
    };

    private async Task<Showing> Reply(CardPress press, Hold hold, string said, Showing showing, CancellationToken cancel)
    {
        var reply = await acts.Reply.Handle(hold, said, press.KeyOf(said), press.EvenAtNight, cancel);
        var rest = showing.Unsent.Words == said ? showing.Unsent with { Words = null } : showing.Unsent;
        return reply.Outcome switch
        {
            Replied.Sent => showing with { Unsent = rest },
            Replied.Already => showing with { Unsent = rest, Said = words.With("teams.desk.already", ("who", reply.To)) },
            var not => showing with { Said = reply.Reason, MayGoAtNight = not == Replied.AskFirst },
        };
    }

    private async Task<Showing> Note(CardPress press, Worker worker, Showing showing, CancellationToken cancel)
    {
        await acts.Note.Handle(press.HandOffId, worker.Name, press.Typed("note"), cancel);
        return showing with { Unsent = showing.Unsent with { Note = null }, Said = words["teams.desk.noted"] };
    }

    private async Task<bool> Transfer(CardPress press, Hold hold, CancellationToken cancel) =>
        long.TryParse(press.Typed("to"), CultureInfo.InvariantCulture, out var to) && await acts.Transfer.Handle(hold, to, cancel);

    private async Task<string?> Close(CardPress press, Hold hold, Worker worker, CancellationToken cancel)
    {
        if (press.Typed("outcome") is not { } outcome || !HandOffOutcomes.All.Contains(outcome))
        {
            return words["teams.desk.choose"];
        }

        var clearing = new Clearing(worker.Name, HandOffOutcomes.Words(outcome), press.Typed("safe") == "true") { Hold = hold, Alarms = press.Alarms };
        var handOff = await acts.Clear.Handle(press.HandOffId, clearing, cancel);
        return handOff is { ClearedAt: not null } ? null : words[press.Alarms is { } shown && handOff?.Alarms > shown ? "teams.desk.grown" : "teams.desk.closed-not"];
    }

    private async Task<JsonObject> Show(CardPress press, Worker worker, Showing showing, CancellationToken cancel)
    {
        await using var db = store.Read();
        var seen = await CaseView.Read(db, press.HandOffId, cancel);
        return InvokeAnswer.Show(await cards.Desk(seen!, worker, showing, cancel));
    }
}

/// <summary>The use cases behind a desk card.</summary>
public sealed record StaffActs(
    AcknowledgeHandOff Accept, ReplyToPerson Reply, WriteNote Note, TransferHandOff Transfer, ReturnToBot ReturnToBot, ClearHandOff Clear);
