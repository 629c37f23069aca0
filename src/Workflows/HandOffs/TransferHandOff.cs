using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>Whoever holds a conversation gives it to a colleague, who holds it from that moment.</summary>
public sealed class TransferHandOff(IStore store, ServiceBook services, TellWorker tell, IClock clock)
{
    /// <summary>Gives it; false when they do not hold it, or when the colleague cannot.</summary>
    public async Task<bool> Handle(Hold hold, long toWorkerId, CancellationToken cancel)
    {
        var given = false;
        await HandOffTurn.Run(store, clock, hold.HandOffId, async (turn, handOff) =>
        {
            var to = await Rota.Find(turn.Session, handOff.ServiceId, toWorkerId);
            given = Holding.Is(handOff, hold) && to is not null && to.Id != hold.WorkerId;
            if (given)
            {
                var from = handOff.Owner!;
                HandOffLog.Write(turn, handOff, "Transferred", $"{from} to {to!.Name}");
                Holding.Take(turn, services.Of(handOff.ServiceId), to);
                Posts.OpenAll(turn, handOff);
                await NotePosts.Given(turn, handOff);
                tell.Of(turn, services.Of(handOff.ServiceId), handOff, to, "transferred", StaffWords.Of("handoff.transferred", ("who", from), ("reference", handOff.Reference)));
            }
        }, cancel);
        return given;
    }
}
