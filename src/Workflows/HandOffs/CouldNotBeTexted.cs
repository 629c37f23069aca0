using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.HandOffs;

/// <summary>A safety text undelivered, refused or unconfirmed after two minutes: its hand-off says so at once, "phone".</summary>
public sealed class CouldNotBeTexted(OnCallLadder ladder, ServiceBook services) : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.SafetyReceipt;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        var text = (await turn.Session.Query<OutboundMessage>("WHERE \"Id\" = @p0", timer.SubjectId)).SingleOrDefault();
        if (text is not null && text.Status != SendStatus.Delivered)
        {
            text.Reason ??= StaffWords.Of("send.unconfirmed");
            await Escalate(turn, text);
        }
    }

    /// <summary>Marks the hand-off of a safety text, gives a phone task and tells the people on call again; once.</summary>
    public async ValueTask Escalate(Turn turn, OutboundMessage text)
    {
        var handOff = turn.HandOffs.Find(h => h.Id == text.HandOffId)
            ?? (await turn.Session.Query<HandOff>("WHERE \"Id\" = @p0", text.HandOffId ?? 0)).SingleOrDefault();
        if (handOff is null || handOff.CouldNotBeTexted || handOff.ClearedAt is not null)
        {
            return;
        }

        handOff.CouldNotBeTexted = true;
        turn.Update(handOff);
        HandOffLog.Write(turn, handOff, "CouldNotBeTexted", text.Reason);
        StaffTasks.Give(
            turn.Session, StaffTasks.Phone, new TaskAbout(handOff.ServiceId, handOff.AddressId, handOff.Id), StaffWords.Of("task.safety-text"), turn.Now);
        ladder.TellAgain(turn, services.Of(handOff.ServiceId), handOff, "oncall.phone");
    }
}
