using Companion.Dialogs.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.CheckIns;

/// <summary>The day of a check-in has come: it is asked, put off within its window, or ends with the reason.</summary>
public sealed class CheckInDue(Talk talk) : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.CheckIn;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        var planned = (await turn.Session.Query<CheckIn>("WHERE \"Id\" = @p0", timer.SubjectId)).SingleOrDefault();
        if (planned is not null && await CheckInPlan.MayAsk(turn, service, planned, turn.Open.Exists(talk.Asks)) is { } known)
        {
            CheckInPlan.Asked(turn, planned, talk.Begin(turn, service, CheckInDialog.Key, known, message: null));
        }
    }
}
