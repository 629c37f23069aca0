using Companion.Workflows.Conversations;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Appointments;

/// <summary>Ends a talk whose opening text did not go, in a turn about its address.</summary>
public sealed class UntoldTalk : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.NotSent;

    /// <inheritdoc/>
    public ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.Open.Find(open => open.Id == timer.SubjectId) is { } talk)
        {
            Talk.Drop(turn, talk, "not sent");
        }

        return ValueTask.CompletedTask;
    }
}
