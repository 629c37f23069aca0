using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>Looks whether a text about a change reached a member; a task to phone is given once when it did not.</summary>
internal sealed class Receipts(Turn turn, ServiceSettings service, GroupMember member)
{
    private Duration Wait => Duration.FromMinutes(service.Groups.PhoneAfterMinutes);

    /// <summary>Looks at the text of a notice; of several that one text told, the first looks for all.</summary>
    public async ValueTask Look(GroupNotice notice, long text)
    {
        var together = await turn.Session.Query<GroupNotice>("WHERE \"OutboundId\" = @p0 ORDER BY \"Id\"", text);
        var row = (await turn.Session.Query<OutboundMessage>("WHERE \"Id\" = @p0", text)).SingleOrDefault();
        if (row is null || together[0].Id != notice.Id || row.Status == SendStatus.Delivered)
        {
            return;
        }

        if (Again(row, notice.ToldAt!.Value) is { } again)
        {
            GroupTimers.Notice(turn.Session, member, notice, again);
            return;
        }

        var meetings = new List<GroupSession>();
        foreach (var one in together)
        {
            meetings.Add((await GroupRows.Meeting(turn.Session, one.SessionId))!);
            one.PhoneAt = turn.Now;
            turn.Update(one);
        }

        if (!await GateHasAsked(row))
        {
            Phone(turn, service, new Change(await GroupRows.Group(turn.Session, notice.GroupId), member, together, meetings), Why(row));
        }
    }

    /// <summary>Asks staff to phone.</summary>
    public static void Phone(Turn turn, ServiceSettings service, Change change, string why) => StaffTasks.Give(
        turn.Session,
        StaffTasks.Phone,
        new TaskAbout(service.Key, change.Member.AddressId),
        StaffWords.Of(
            change.Kind == NoticeKind.Off ? "group.task.off" : "group.task.moved", ("group", change.Group.Name), ("days", change.Days), ("why", why)),
        turn.Now);

    // Null when there is nothing left to wait for. One that waits for the morning is given its time, when that is before the event.
    private Instant? Again(OutboundMessage row, Instant told)
    {
        if (row.Status is SendStatus.Refused or SendStatus.Undelivered or SendStatus.Expired or SendStatus.Superseded)
        {
            return null;
        }

        var from = row.Status == SendStatus.Queued ? Instant.Max(row.DueAt, told) : row.SentAt ?? told;
        var until = from + Wait;
        return until <= turn.Now || (row.EventAt is { } starts && until >= starts && turn.Now - told >= Wait) ? null : until;
    }

    private static string Why(OutboundMessage row) => row.Status switch
    {
        SendStatus.Expired => StaffWords.Of("group.why.late"),
        SendStatus.Queued => StaffWords.Of("group.why.waits"),
        SendStatus.Refused or SendStatus.Undelivered when !string.IsNullOrEmpty(row.Reason) => row.Reason.EndsWith('.') ? row.Reason : row.Reason + ".",
        _ => StaffWords.Of("group.why.not-confirmed"),
    };

    // For some refusals the gate gives the task itself.
    private async ValueTask<bool> GateHasAsked(OutboundMessage row) => row.Status == SendStatus.Refused && (await turn.Session.Query<StaffTask>(
        "WHERE \"AddressId\" = @p0 AND \"Kind\" = @p1 AND \"Reason\" = @p2 AND \"CreatedAt\" >= @p3 LIMIT 1",
        member.AddressId,
        StaffTasks.Phone,
        row.Reason ?? "",
        row.CreatedAt.ToUnixTimeTicks())).Count > 0;
}
