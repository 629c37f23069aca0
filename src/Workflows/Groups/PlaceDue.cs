using Companion.Dialogs.Consent;
using Companion.Dialogs.Groups;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>
/// A place is kept for somebody: they are asked in opening hours, and when the offer has run out the place goes to the next. For
/// everybody else it looks whether a place of their group has come free.
/// </summary>
public sealed class PlaceDue(Talk talk) : ITimed
{
    private static readonly Duration Grace = Duration.FromHours(1);

    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.PlaceOffer;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (await GroupRows.Member(turn.Session, timer.SubjectId) is not { } member)
        {
            return;
        }

        if (member.Status != MemberStatus.Offered)
        {
            await Places.Fill(turn.Session, member.GroupId, turn.Now);
        }
        else if (member.OfferExpiresAt is not { } ends)
        {
            await Offer(turn, service, member);
        }
        else if (ends > turn.Now)
        {
            GroupTimers.Place(turn.Session, member, ends);
        }
        else
        {
            Lapse(turn, service, member);
        }
    }

    private async ValueTask Offer(Turn turn, ServiceSettings service, GroupMember member)
    {
        var group = await GroupRows.Group(turn.Session, member.GroupId);
        var next = (await GroupRows.ToCome(turn.Session, group.Id, turn.Now)).FirstOrDefault();
        if (turn.Address.Is(AddressTrouble.Died))
        {
            LeaveGroup.Leave(turn, member, MemberStatus.Left);
        }
        else if (turn.IsPaused || turn.IsInDoubt || turn.Address.Holder is not null || next is null)
        {
            Back(turn, member);
        }
        else if (service.NextOpen(turn.Now.Local()) is { } open && open > turn.Now.Local())
        {
            GroupTimers.Place(turn.Session, member, open.Instant());
        }
        else if (await Released.NotToday(turn, service, SendClass.Offer) is not null)
        {
            GroupTimers.Place(turn.Session, member, turn.Now.Local().Date.PlusDays(1).AtMidnight().Instant()); // kept for them until then
        }
        else
        {
            Ask(turn, service, new Membership(group, next, member));
        }
    }

    private void Ask(Turn turn, ServiceSettings service, Membership about)
    {
        var member = about.Member;
        var ends = GroupTimers.OfferEnds(service, turn.Now);
        member.OfferExpiresAt = ends;
        turn.Update(member);
        GroupTimers.Place(turn.Session, member, ends);
        var by = $"{GroupTalks.Time(ends.Local().TimeOfDay)} on {GroupTalks.Day(ends.Local().Date)}";
        var whyNot = Reach.WhyNot(turn, member, ConsentTopic.Offers) ?? (Reach.IsShared(turn) ? StaffWords.Of("group.why.shared") : null);
        if (whyNot is not null)
        {
            StaffTasks.Give(
                turn.Session,
                StaffTasks.Phone,
                new TaskAbout(service.Key, member.AddressId),
                StaffWords.Of("group.task.offer", ("group", about.Group.Name), ("by", by), ("why", whyNot)),
                turn.Now);
            return;
        }

        Reach.ByText(turn);
        var slots = GroupTalks.About(about.Group, about.Meeting, member).With(GroupSlots.By, by);
        var talking = talk.Begin(turn, service, PlaceOfferDialog.Key, slots, message: null, new TalkedEvent(about.Meeting.Start, ends + Grace));
        talking.PersonId = member.PersonId;
        turn.Update(talking);
    }

    // Nobody loses their place in the line to a red flag: they are asked again when it is cleared, the others meanwhile.
    private void Lapse(Turn turn, ServiceSettings service, GroupMember member)
    {
        var asked = turn.Open.Find(open => open.Dialog == PlaceOfferDialog.Key && GroupTalks.Id(open, GroupSlots.Member) == member.Id);
        if (turn.IsPaused)
        {
            Back(turn, member);
        }
        else if (asked is { State: nameof(PlaceOfferState.Asking) })
        {
            talk.Silence(turn, service, asked); // its effect gives the place on
        }
        else
        {
            LeaveGroup.Leave(turn, member, MemberStatus.Declined);
        }
    }

    private static void Back(Turn turn, GroupMember member)
    {
        GroupTalks.Drop(turn, member, "later");
        Places.Change(turn.Session, member, MemberStatus.Waiting, turn.Now);
        GroupTimers.Place(turn.Session, member, turn.Now + Duration.FromSeconds(1));
    }
}
