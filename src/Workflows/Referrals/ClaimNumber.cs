using System.Globalization;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Referrals;

/// <summary>
/// A number that somebody else typed is only claimed: it gets the one neutral question, once, in opening hours, and nothing else. A
/// landline is phoned.
/// </summary>
public sealed class ClaimNumber(Talk talk, IStore store) : ITimed
{
    // Who is to be reached at the number once it says yes; until then nobody is linked to it, for it may be a stranger's.
    private const string PeopleSlot = "people";

    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.ClaimNumber;

    /// <summary>The number is another address than the one it was given from.</summary>
    public async ValueTask<TurnRequest> RequestOf(TimerRow timer, Instant now, CancellationToken cancel)
    {
        await using var db = store.Read();
        var number = await db.Cases.Where(c => c.Id == timer.SubjectId).Select(c => c.Phone).SingleAsync(cancel);
        return new TurnRequest(timer.ServiceId, Channel.Sms, number, null, null, now);
    }

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer) =>
        Ask(turn, service, (await turn.Session.Query<Case>("WHERE \"Id\" = @p0", timer.SubjectId)).Single());

    /// <summary>In a turn about the claimed number itself: asks, unless it was asked before.</summary>
    internal void Ask(Turn turn, ServiceSettings service, Case referral)
    {
        var address = turn.Address;
        if (turn.Open.Find(open => open.Dialog == "textable") is { } asked)
        {
            asked.Slots = asked.Slots.With(PeopleSlot, $"{asked.Slots[PeopleSlot]},{referral.PersonId}");
            turn.Update(asked);
            return;
        }

        if (address.Textable != Textable.Claimed || address.AskedToText is not null)
        {
            return;
        }

        if (PhoneNumber.TryParse(address.Value, out var number) && !number.CanBeTexted)
        {
            address.Textable = Textable.PhoneOnly;
            turn.Update(address);
            StaffTasks.Give(
                turn.Session,
                StaffTasks.Phone,
                new TaskAbout(service.Key, address.Id),
                StaffWords.Of("task.landline", ("reference", referral.Reference)),
                turn.Now,
                referral.HearBackBy);
            return;
        }

        address.AskedToText = turn.Now;
        turn.Update(address);
        talk.Begin(turn, service, "textable", Slots.Empty.With(PeopleSlot, $"{referral.PersonId}"), message: null);
    }

    /// <summary>The number said yes, or staff wrote down that it did: those it was given for can be reached there.</summary>
    internal static void Agreed(Turn turn, Conversation? asked, params long[] others)
    {
        var people = asked?.Slots[PeopleSlot]?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var person in people.Select(id => long.Parse(id, CultureInfo.InvariantCulture)).Union(others).Except(turn.People.Select(known => known.Id)))
        {
            Addresses.Link(turn, person);
        }
    }
}
