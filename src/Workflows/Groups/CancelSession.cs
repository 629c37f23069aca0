using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>What came of cancelling sessions.</summary>
public enum CancelOutcome
{
    Cancelled,

    /// <summary>It was cancelled before: nobody is told again.</summary>
    Already,

    /// <summary>It has begun, or was held.</summary>
    TooLate,

    /// <summary>A reason is needed.</summary>
    NoReason,

    NotFound,
}

/// <summary>Staff cancel one session: everybody who has a place, or was offered one, is told once.</summary>
public sealed class CancelSession(IStore store, IClock clock)
{
    /// <summary>Cancels it; those who have to be told are written down in the same transaction.</summary>
    public async Task<CancelOutcome> Handle(long sessionId, string reason, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return CancelOutcome.NoReason;
        }

        var now = clock.GetCurrentInstant();
        return await store.Write(
            async session => (await session.Query<GroupSession>("WHERE \"Id\" = @p0" + session.Lock, sessionId)).SingleOrDefault() is { } meeting
                ? await Cancel(session, meeting, reason, now)
                : CancelOutcome.NotFound,
            cancel);
    }

    /// <summary>Cancels a session under its lock, with a notice for each member who has a place or whose offer may name it. Those who wait are not told.</summary>
    internal static async ValueTask<CancelOutcome> Cancel(Session session, GroupSession meeting, string reason, Instant now)
    {
        if (meeting.Status == SessionStatus.Cancelled)
        {
            return CancelOutcome.Already;
        }

        if (meeting.Status == SessionStatus.Held || meeting.Start <= now)
        {
            return CancelOutcome.TooLate;
        }

        (meeting.Status, meeting.Reason) = (SessionStatus.Cancelled, reason.Trim());
        meeting.Version++;
        session.Update(meeting);
        foreach (var member in (await GroupRows.Members(session, meeting.GroupId)).Where(member => member.Status == MemberStatus.Joined || member.OfferExpiresAt is not null))
        {
            GroupNotices.Add(session, member, meeting.Id, NoticeKind.Off, meeting.Version, now);
        }

        return CancelOutcome.Cancelled;
    }
}
