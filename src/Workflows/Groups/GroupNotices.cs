using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>That members have to be told: a row and a timer each, so that a crash in the middle loses nobody and tells nobody twice.</summary>
internal static class GroupNotices
{
    /// <summary>A member has to be told.</summary>
    public static void Add(Session session, GroupMember member, long meeting, NoticeKind kind, int version, Instant now)
    {
        var notice = new GroupNotice
        {
            Id = session.NextId(),
            ServiceId = member.ServiceId,
            GroupId = member.GroupId,
            SessionId = meeting,
            MemberId = member.Id,
            Version = version,
            Kind = kind,
        };
        session.Insert(notice);
        GroupTimers.Notice(session, member, notice, now);
    }
}
