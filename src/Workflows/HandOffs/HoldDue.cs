using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;

namespace Companion.Workflows.HandOffs;

/// <summary>Whoever holds a conversation has done nothing in time: they are reminded; then it goes back to the queue and the next are told.</summary>
public sealed class HoldDue(OnCallLadder ladder, TellWorker tell) : ITimed
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

        Lapse(turn, service);
    }

    private void Lapse(Turn turn, ServiceSettings service)
    {
        var lost = turn.HandOffs.Where(one => one.OwnerId is not null).ToList();
        lost.ForEach(one => HandOffLog.Write(turn, one, "Lapsed", one.Owner));
        Holding.Release(turn);
        foreach (var urgent in lost.Where(one => one.Urgent && one.AcknowledgedAt is not null))
        {
            ladder.Start(turn, service, urgent); // pages at once; one that climbs for a new alarm goes on from where it is
        }
    }
}
