using System.Globalization;
using System.Text.Json.Nodes;
using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.Pages;
using Companion.Bot.Pages.Console;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;

namespace Companion.Bot.Channels.Teams;

/// <summary>What the holder of a conversation does from their desk card: reply, note, transfer, give back, close.</summary>
public sealed class DeskActions(
    IStore store, ServiceBook services, StaffActs acts, CardRoom cards, PageWords words)
{
    /// <summary>Does it; null when there is no such button.</summary>
    /// <param name="press">What was pressed.</param>
    /// <param name="hold">With what they think they hold it.</param>
    /// <param name="worker">Who pressed.</param>
    /// <param name="next">The key of the card that is shown next.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<JsonObject?> Handle(CardPress press, Hold hold, Worker worker, string next, CancellationToken cancel) => press.Verb switch
    {
        "reply" => await Reply(press, hold, worker, press.Typed("words"), next, cancel),
        "quick" => await Reply(press, hold, worker, services.Of(worker.ServiceId).HandOffs.QuickReplies.GetValueOrDefault(press.Typed("quick"), ""), next, cancel),
        "note" => await Note(press, worker, next, cancel),
        "transfer" => await Show(press, worker, new Showing(next) { Said = await Transfer(press, hold, cancel) ? null : words["teams.desk.transferred-not"] }, cancel),
        "return" => await Show(press, worker, new Showing(next) { Said = await acts.ReturnToBot.Handle(hold, cancel) }, cancel),
        "close" => await Show(press, worker, new Showing(next) { Said = await Close(press, hold, worker, cancel) }, cancel),
        _ => null,
    };

    private async Task<JsonObject> Reply(CardPress press, Hold hold, Worker worker, string said, string next, CancellationToken cancel)
    {
        var reply = await acts.Reply.Handle(hold, said, press.KeyOf(said), press.EvenAtNight, cancel);
        var showing = reply.Outcome switch
        {
            Replied.Sent => new Showing(next),
            Replied.Already => new Showing(next) { Said = words.With("teams.desk.already", ("who", reply.To)) },
            var not => new Showing(next) { Said = reply.Reason, Draft = said, MayGoAtNight = not == Replied.AskFirst },
        };
        return await Show(press, worker, showing, cancel);
    }

    private async Task<JsonObject> Note(CardPress press, Worker worker, string next, CancellationToken cancel)
    {
        await acts.Note.Handle(press.HandOffId, worker.Name, press.Typed("note"), cancel);
        return await Show(press, worker, new Showing(next) { Said = words["teams.desk.noted"] }, cancel);
    }

    private async Task<bool> Transfer(CardPress press, Hold hold, CancellationToken cancel) =>
        long.TryParse(press.Typed("to"), CultureInfo.InvariantCulture, out var to) && await acts.Transfer.Handle(hold, to, cancel);

    private async Task<string?> Close(CardPress press, Hold hold, Worker worker, CancellationToken cancel)
    {
        if (!HandOffModel.Outcomes.Contains(press.Typed("outcome")))
        {
            return words["teams.desk.choose"];
        }

        var clearing = new Clearing(worker.Name, words["console.outcome." + press.Typed("outcome")], press.Typed("safe") == "true") { Hold = hold, Alarms = press.Alarms };
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
public sealed record StaffActs(ReplyToPerson Reply, WriteNote Note, TransferHandOff Transfer, ReturnToBot ReturnToBot, ClearHandOff Clear);
