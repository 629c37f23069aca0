using System.Globalization;
using Companion.Dialogs.Choosing;
using Companion.Dialogs.Groups;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.Storage;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Groups;

/// <summary>What talks about a group know, and how they end.</summary>
internal static class GroupTalks
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");
    private static readonly LocalTimePattern FullHour = LocalTimePattern.CreateWithInvariantCulture("htt");
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("h:mmtt");

    /// <summary>A day as texts give it: "Tue 8 Dec".</summary>
    public static string Day(LocalDate date) => DayPattern.Format(date);

    /// <summary>A time as texts give it: "2pm", "10:30am", "midday".</summary>
    public static string Time(LocalTime time) => time == LocalTime.Noon ? "midday"
        : (time.Minute == 0 ? FullHour : Minute).Format(time).ToLowerInvariant();

    /// <summary>The slots of a talk about a session.</summary>
    public static Slots About(Group group, GroupSession meeting, GroupMember member) => Slots.Empty
        .With(GroupSlots.Member, Text(member.Id))
        .With(GroupSlots.GroupId, Text(group.Id))
        .With(GroupSlots.Session, Text(meeting.Id))
        .With(GroupSlots.Group, group.NeutralName)
        .With(GroupSlots.Day, Day(meeting.Date))
        .With(GroupSlots.Time, Time(meeting.Time))
        .With(GroupSlots.Weekday, meeting.Date.DayOfWeek.ToString())
        .With(GroupSlots.Place, meeting.Place ?? group.Place)
        .With(GroupSlots.Transport, group.Transport.Length == 0 ? null : group.Transport)
        .With(GroupSlots.Leader, group.Leader)
        .With(WhichDialog.LabelSlot, $"{group.NeutralName}, {Day(meeting.Date)}");

    /// <summary>The id in a slot; null when there is none.</summary>
    public static long? Id(Conversation talk, string slot) =>
        long.TryParse(talk.Slots[slot], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Ends every talk with a member about their group: what it asked is settled.</summary>
    public static void Drop(Turn turn, GroupMember member, string reason)
    {
        foreach (var talk in turn.Open.Where(open => Id(open, GroupSlots.Member) == member.Id).ToList())
        {
            Talk.Drop(turn, talk, reason);
        }
    }

    /// <summary>Ends the talk with a member about one session.</summary>
    public static void DropSession(Turn turn, GroupMember member, long meeting, string reason)
    {
        foreach (var talk in turn.Open.Where(open =>
            open.Dialog == SessionDialog.Key && Id(open, GroupSlots.Member) == member.Id && Id(open, GroupSlots.Session) == meeting).ToList())
        {
            Talk.Drop(turn, talk, reason);
        }
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
