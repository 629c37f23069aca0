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
    private static readonly Duration AMoment = Duration.FromSeconds(1);
    private static readonly Duration Soon = Duration.FromMinutes(5);

    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.PlaceOffer;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (await GroupRows.Member(turn.Session, timer.SubjectId) is not { } member)
        {
            return;
        }

        if (member.AddressId != turn.Address.Id)
        {
            GroupTimers.Place(turn.Session, member, turn.Now); // their number has changed: fires in a turn about it
        }
        else if (member.Status != MemberStatus.Offered)
        {
            await Fill(turn, member, timer.ArmedFor == GroupTimers.PassedBy);
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
            await Lapse(turn, service, member);
        }
    }

    private static async ValueTask Fill(Turn turn, GroupMember member, bool isPassedBy)
    {
        if (await Places.Fill(turn.Session, member.GroupId, turn.Now, isPassedBy ? member.Id : null))
        {
            return;
        }

        if (isPassedBy)
        {
            GroupTimers.PassBy(turn.Session, member, turn.Now + AMoment);
        }
        else
        {
            GroupTimers.Place(turn.Session, member, turn.Now + AMoment);
        }
    }

    private async ValueTask Offer(Turn turn, ServiceSettings service, GroupMember member)
    {
        var group = await GroupRows.Group(turn.Session, member.GroupId);
        var next = (await GroupRows.ToCome(turn.Session, group.Id, turn.Now)).FirstOrDefault();
        if (turn.Address.Is(AddressTrouble.Died) || await GroupRows.HasDied(turn.Session, member))
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
        else if (WhyPhoned(turn, member) is { } why)
        {
            Phone(turn, service, new Membership(group, next, member), why);
        }
        else
        {
            await AskOrKeep(turn, service, new Membership(group, next, member));
        }
    }

    private static string? WhyPhoned(Turn turn, GroupMember member) =>
        Reach.WhyNot(turn, member, ConsentTopic.Offers) ?? (Reach.IsShared(turn) ? StaffWords.Of("group.why.shared") : null);

    // What the gate holds back may not use up the time they have for answering.
    private async ValueTask AskOrKeep(Turn turn, ServiceSettings service, Membership about)
    {
        var ruling = await GateLook.Foresee(turn, service, SendClass.Offer);
        if (ruling.Ruling == Sending.Ruling.Refuse)
        {
            Phone(turn, service, about, ruling.Reason);
        }
        else if (ruling.Ruling != Sending.Ruling.Go)
        {
            Keep(turn, service, about.Member, ruling.Again ?? turn.Now);
        }
        else if (await Released.NotToday(turn, service, SendClass.Offer) is not null)
        {
            Keep(turn, service, about.Member, turn.Now.Local().Date.PlusDays(1).AtMidnight().Instant());
        }
        else
        {
            Ask(turn, service, about);
        }
    }

    // The place is kept for them as long as for anybody; then the next is asked, and they keep their place in the line.
    private static void Keep(Turn turn, ServiceSettings service, GroupMember member, Instant again)
    {
        var ends = GroupTimers.OfferEnds(service, member.ChangedAt);
        if (ends <= turn.Now)
        {
            Back(turn, member);
        }
        else
        {
            GroupTimers.Place(turn.Session, member, Instant.Min(ends, Instant.Max(again, turn.Now + Soon)));
        }
    }

    private void Ask(Turn turn, ServiceSettings service, Membership about)
    {
        var by = Begin(turn, service, about.Member);
        Reach.ByText(turn);
        var slots = GroupTalks.About(about.Group, about.Meeting, about.Member).With(GroupSlots.By, by);
        var talking = talk.Begin(turn, service, PlaceOfferDialog.Key, slots, message: null, new TalkedEvent(about.Meeting.Start, about.Member.OfferExpiresAt!.Value + Grace));
        talking.PersonId = about.Member.PersonId;
        turn.Update(talking);
    }

    private static void Phone(Turn turn, ServiceSettings service, Membership about, string why) => StaffTasks.Give(
        turn.Session,
        StaffTasks.Phone,
        new TaskAbout(service.Key, about.Member.AddressId),
        StaffWords.Of("group.task.offer", ("group", about.Group.Name), ("by", Begin(turn, service, about.Member)), ("why", why)),
        turn.Now);

    // From now on they have the time to answer; until when, as people read it.
    private static string Begin(Turn turn, ServiceSettings service, GroupMember member)
    {
        var ends = GroupTimers.OfferEnds(service, turn.Now);
        member.OfferExpiresAt = ends;
        turn.Update(member);
        GroupTimers.Place(turn.Session, member, ends);
        return $"{GroupTalks.Time(ends.Local().TimeOfDay)} on {GroupTalks.Day(ends.Local().Date)}";
    }

    // Nobody loses their place in the line to a red flag, nor to a text that never went: they are asked again later, the others meanwhile.
    private async ValueTask Lapse(Turn turn, ServiceSettings service, GroupMember member)
    {
        var asked = turn.Open.Find(open => open.Dialog == PlaceOfferDialog.Key && GroupTalks.Id(open, GroupSlots.Member) == member.Id);
        if (turn.IsPaused || !await WasSent(turn, member))
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

    private static async ValueTask<bool> WasSent(Turn turn, GroupMember member)
    {
        var texts = await turn.Session.Query<OutboundMessage>(
            "WHERE \"AddressId\" = @p0 AND \"Class\" = @p1 AND \"SentAt\" >= @p2 AND \"ConversationId\" IS NOT NULL",
            member.AddressId,
            (int)SendClass.Offer,
            member.ChangedAt.ToUnixTimeTicks());
        foreach (var id in texts.Select(text => text.ConversationId!.Value).Distinct())
        {
            var talks = await turn.Session.Query<Conversation>("WHERE \"Id\" = @p0", id);
            if (talks.Exists(one => one.Dialog == PlaceOfferDialog.Key && GroupTalks.Id(one, GroupSlots.Member) == member.Id))
            {
                return true;
            }
        }

        return false;
    }

    private static void Back(Turn turn, GroupMember member)
    {
        GroupTalks.Drop(turn, member, "later");
        Places.Change(turn.Session, member, MemberStatus.Waiting, turn.Now);
        GroupTimers.PassBy(turn.Session, member, turn.Now + Duration.FromSeconds(1));
    }
}
