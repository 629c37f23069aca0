using Companion.Dialogs.Groups;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>
/// Carries out what people say about their groups. Each statement changes only the member's own row, from the state in which they were
/// asked: giving a place on is done in a turn of its own.
/// </summary>
public sealed class GroupDesk : IDesk
{
    private static readonly Duration StaysOpen = Duration.FromDays(7);

    /// <inheritdoc/>
    public bool CarryOut(EffectContext context, Effect effect)
    {
        var talk = context.Conversation;
        var (member, turn) = (GroupTalks.Id(talk, GroupSlots.Member) ?? 0, context.Turn);
        switch (effect)
        {
            case TellComing tell:
                Come(context, member, tell.Coming);
                return true;
            case BringGuests bring:
                Arm(turn, TimerKind.GuestsAsked, talk.Id, bring.Guests);
                return true;
            case TellRunningLate:
                PassOnLate(context);
                return true;
            case LeaveTheGroup:
                Move(turn, member, MemberStatus.Joined, MemberStatus.Left);
                return true;
            case TakePlace:
                Move(turn, member, MemberStatus.Offered, MemberStatus.Joined);
                Arm(turn, TimerKind.GroupReminder, member, 0);
                return true;
            case DeclinePlace:
                Move(turn, member, MemberStatus.Offered, MemberStatus.Declined);
                return true;
            case LapsePlace:
                Move(turn, member, MemberStatus.Offered, MemberStatus.Declined);
                KeepOpen(turn, talk);
                return true;
            case WaitAgain:
                Move(turn, member, MemberStatus.Declined, MemberStatus.Waiting);
                turn.Session.Execute(
                    "UPDATE \"GroupMembers\" SET \"ListPlace\" = @p1 WHERE \"Id\" = @p0 AND \"Status\" = 'Waiting'", member, turn.Now.ToUnixTimeTicks());
                return true;
            default:
                return false;
        }
    }

    // Said before the row is there, it makes it; what staff wrote down stays.
    private static void Come(EffectContext context, long member, bool coming) => context.Turn.Session.Execute(
        "INSERT INTO \"GroupAttendances\" (\"Id\", \"ChangedAt\", \"Coming\", \"Guests\", \"MemberId\", \"Presence\", \"Reminded\", \"ServiceId\", \"SessionId\")"
        + " VALUES (@p0, @p1, @p2, 0, @p3, 'Unknown', 1, @p4, @p5)"
        + " ON CONFLICT (\"SessionId\", \"MemberId\") DO UPDATE SET \"Coming\" = excluded.\"Coming\", \"ChangedAt\" = excluded.\"ChangedAt\","
        + " \"Guests\" = CASE WHEN excluded.\"Coming\" = 'NotComing' THEN 0 ELSE \"GroupAttendances\".\"Guests\" END",
        context.Turn.Session.NextId(),
        context.Turn.Now.ToUnixTimeTicks(),
        (coming ? Coming.Coming : Coming.NotComing).ToString(),
        member,
        context.Service.Key,
        GroupTalks.Id(context.Conversation, GroupSlots.Session) ?? 0);

    // From the state they were asked in and from no other; then the group is looked at for places.
    private static void Move(Turn turn, long member, MemberStatus from, MemberStatus to)
    {
        turn.Session.Execute(
            "UPDATE \"GroupMembers\" SET \"Status\" = @p2, \"OfferExpiresAt\" = NULL, \"ChangedAt\" = @p3 WHERE \"Id\" = @p0 AND \"Status\" = @p1",
            member,
            from.ToString(),
            to.ToString(),
            turn.Now.ToUnixTimeTicks());
        Arm(turn, TimerKind.PlaceOffer, member, 0);
    }

    // A late yes is heard for some days.
    private static void KeepOpen(Turn turn, Conversation talk)
    {
        talk.OpenUntil = turn.Now + StaysOpen;
        Talk.ArmSilence(turn, talk, talk.OpenUntil.Value);
    }

    private static void PassOnLate(EffectContext context) => StaffTasks.Give(
        context.Turn.Session,
        StaffTasks.Group,
        new TaskAbout(context.Service.Key, context.Turn.Address.Id),
        StaffWords.Of(
            "group.task.late",
            ("group", context.Conversation.Slots[GroupSlots.Group] ?? ""),
            ("day", context.Conversation.Slots[GroupSlots.Day] ?? ""),
            ("leader", context.Conversation.Slots[GroupSlots.Leader] ?? "")),
        context.Turn.Now);

    private static void Arm(Turn turn, TimerKind kind, long subject, int armedFor) => turn.Insert(new TimerRow
    {
        Id = turn.Session.NextId(),
        ServiceId = turn.Address.ServiceId,
        Kind = kind,
        DueAt = turn.Now,
        AddressId = turn.Address.Id,
        SubjectId = subject,
        ArmedFor = armedFor,
    });
}
