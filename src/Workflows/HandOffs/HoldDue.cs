using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;

namespace Companion.Workflows.HandOffs;

/// <summary>Whoever holds a conversation has done nothing in time: they are reminded; then it goes back to the queue and the next are told.</summary>
public sealed class HoldDue(TakeBack takeBack, TellWorker tell) : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.Hold;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.HandOffs.Find(one => one.Id == timer.SubjectId && one.Fence == timer.ArmedFor && one.OwnerId is not null) is not { } handOff)
        {
            return;
        }

        if (handOff.RemindedAt is null)
        {
            Holding.Reminded(turn, service, handOff);
            HandOffLog.Write(turn, handOff, "Reminded", handOff.Owner);
            if (await Rota.Find(turn.Session, handOff.ServiceId, handOff.OwnerId!.Value) is { } owner)
            {
                tell.Of(turn, service, handOff, owner, "reminded", StaffWords.Of("handoff.reminded", ("reference", handOff.Reference)));
            }

            return;
        }

        takeBack.All(turn, service);
    }
}
