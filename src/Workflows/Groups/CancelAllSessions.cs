using Companion.Workflows.Storage;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Groups;

/// <summary>Which sessions are off.</summary>
/// <param name="ServiceId">Of which service.</param>
/// <param name="GroupId">Of which group; null for every group.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Reason">Why, for staff; for example the weather.</param>
public sealed record AllOff(string ServiceId, long? GroupId, LocalDate From, LocalDate To, string Reason);

/// <summary>Staff cancel every session of some days: each person is told once of all of theirs in a group.</summary>
public sealed class CancelAllSessions(IStore store, IClock clock)
{
    /// <summary>Cancels those that have not begun.</summary>
    /// <returns>How many; null when the days are the wrong way round or there is no reason.</returns>
    public async Task<int?> Handle(AllOff off, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(off.Reason) || off.To < off.From)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        return await store.Write(
            async session =>
            {
                var meetings = await session.Query<GroupSession>(
                    "WHERE \"ServiceId\" = @p0 AND \"Status\" = 'Planned' AND \"Date\" >= @p1 AND \"Date\" <= @p2 ORDER BY \"Date\", \"Time\", \"Id\"" + session.Lock,
                    off.ServiceId,
                    LocalDatePattern.Iso.Format(off.From),
                    LocalDatePattern.Iso.Format(off.To));
                var cancelled = 0;
                foreach (var meeting in meetings.Where(meeting => off.GroupId is null || meeting.GroupId == off.GroupId))
                {
                    cancelled += await CancelSession.Cancel(session, meeting, off.Reason, now) == CancelOutcome.Cancelled ? 1 : 0;
                }

                return (int?)cancelled;
            },
            cancel);
    }
}
