using Companion.Workflows.Notes;
using Companion.Workflows.Settings;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>What came of picking a conversation up.</summary>
public enum PickedUp
{
    /// <summary>It is theirs.</summary>
    Yes,

    /// <summary>It was theirs already.</summary>
    Already,

    /// <summary>Somebody else holds it.</summary>
    HeldByAnother,

    /// <summary>It is cleared.</summary>
    Cleared,

    /// <summary>There is no such hand-off, or whoever asked does not work for its service.</summary>
    Unknown,
}

/// <summary>What came of it, and the hand-off as it is now.</summary>
public sealed record PickUpResult(PickedUp Outcome, HandOff? HandOff)
{
    /// <summary>With what the conversation is held, when it is theirs.</summary>
    public Hold? Hold => Outcome is PickedUp.Yes or PickedUp.Already ? new Hold(HandOff!.Id, HandOff.OwnerId!.Value, HandOff.Fence) : null;
}

/// <summary>A worker takes a conversation up: it has one owner from now on, and the bot is silent.</summary>
public sealed class PickUp(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>Takes it, if nobody else holds it. Asked twice it is theirs all the same.</summary>
    public async Task<PickUpResult> Handle(long handOffId, long workerId, CancellationToken cancel)
    {
        var outcome = PickedUp.Unknown;
        var handOff = await HandOffTurn.Run(
            store,
            clock,
            handOffId,
            async (turn, handOff) =>
            {
                var worker = await Rota.Find(turn.Session, handOff.ServiceId, workerId);
                outcome = worker is null ? PickedUp.Unknown : await Take(turn, handOff, worker);
            },
            cancel);
        return new PickUpResult(outcome, handOff);
    }

    private async ValueTask<PickedUp> Take(Turn turn, HandOff handOff, Worker worker)
    {
        if (handOff.ClearedAt is not null)
        {
            return PickedUp.Cleared;
        }

        if (handOff.OwnerId is { } owner)
        {
            return owner == worker.Id ? PickedUp.Already : PickedUp.HeldByAnother;
        }

        Holding.Take(turn, services.Of(handOff.ServiceId), worker);
        turn.HandOffs.ForEach(open => AcknowledgeHandOff.Acknowledge(turn, open, worker.Name));
        Posts.OpenAll(turn, handOff);
        await NotePosts.Given(turn, handOff);
        await AskForNote.PickedUp(turn, handOff);
        return PickedUp.Yes;
    }
}
