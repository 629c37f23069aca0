using Companion.Dialogs.Talking;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A link worker begins to talk with somebody themselves: a hand-off is opened, and is theirs.</summary>
public sealed class BeginTalking(IStore store, ServiceBook services, HandOffDesk desk, PickUp pickUp, IClock clock)
{
    /// <summary>Opens one, or takes the one that waits.</summary>
    public async Task<PickUpResult> Handle(string serviceId, long addressId, long workerId, CancellationToken cancel)
    {
        var handOff = await store.Turn(
            TurnRequest.About(serviceId, addressId, clock.GetCurrentInstant()),
            async turn => await Rota.Find(turn.Session, serviceId, workerId) is null
                ? null
                : turn.HandOffs.FirstOrDefault() ?? desk.Ordinary(turn, services.Of(serviceId), HandOffReason.Worker, conversation: null),
            cancel);
        return handOff is null ? new PickUpResult(PickedUp.Unknown, null) : await pickUp.Handle(handOff.Id, workerId, cancel);
    }
}
