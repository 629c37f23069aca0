using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>Whether one member came.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="Presence">Whether they came; unknown leaves it open.</param>
/// <param name="Guests">How many others they brought, from 0 to 20.</param>
public sealed record Came(long MemberId, Presence Presence, int Guests);

/// <summary>What came of writing down who came.</summary>
public enum AttendanceOutcome
{
    Recorded,

    /// <summary>It has not begun, or was cancelled.</summary>
    NotHeld,

    /// <summary>A number of guests is no number from 0 to 20.</summary>
    Guests,

    NotFound,
}

/// <summary>Whoever runs a group writes down who came to a session; written down again, the newer counts.</summary>
public sealed class RecordWhoCame(IStore store, IClock clock)
{
    private const int MostGuests = 20;

    /// <summary>Writes it down; members of other groups are passed over.</summary>
    public Task<AttendanceOutcome> Handle(long sessionId, IReadOnlyList<Came> came, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return came.Any(one => one.Guests is < 0 or > MostGuests)
            ? Task.FromResult(AttendanceOutcome.Guests)
            : store.Write(session => Write(session, sessionId, came, now), cancel);
    }

    private static async ValueTask<AttendanceOutcome> Write(Session session, long sessionId, IReadOnlyList<Came> came, Instant now)
    {
        if ((await session.Query<GroupSession>("WHERE \"Id\" = @p0" + session.Lock, sessionId)).SingleOrDefault() is not { } meeting)
        {
            return AttendanceOutcome.NotFound;
        }

        if (meeting.Status == SessionStatus.Cancelled || meeting.Start > now)
        {
            return AttendanceOutcome.NotHeld;
        }

        var members = await session.Query<GroupMember>("WHERE \"GroupId\" = @p0", meeting.GroupId);
        var known = await session.Query<GroupAttendance>("WHERE \"SessionId\" = @p0", sessionId);
        foreach (var one in came.Where(one => one.Presence != Presence.Unknown && members.Exists(member => member.Id == one.MemberId)))
        {
            var kept = known.Find(row => row.MemberId == one.MemberId);
            var row = kept ?? new GroupAttendance { Id = session.NextId(), ServiceId = meeting.ServiceId, SessionId = sessionId, MemberId = one.MemberId };
            (row.Presence, row.ChangedAt) = (one.Presence, now);
            row.Guests = one.Presence == Presence.Attended ? one.Guests : 0;
            if (kept is null)
            {
                session.Insert(row);
            }
            else
            {
                session.Update(row);
            }
        }

        meeting.Status = SessionStatus.Held;
        session.Update(meeting);
        return AttendanceOutcome.Recorded;
    }
}
