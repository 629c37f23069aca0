using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Referrals;

/// <summary>
/// A number that somebody else typed is only claimed: it gets the one neutral question, once, in opening hours, and nothing else. A
/// landline is phoned.
/// </summary>
public sealed class ClaimNumber(Talk talk)
{
    /// <summary>In a turn about the claimed number itself: links the person to it and asks.</summary>
    public void Ask(Turn turn, ServiceSettings service, Case referral)
    {
        var address = turn.Address;
        if (turn.People.All(person => person.Id != referral.PersonId))
        {
            turn.Insert(new PersonAddress
            {
                Id = turn.Session.NextId(),
                ServiceId = service.Key,
                PersonId = referral.PersonId,
                AddressId = address.Id,
                CreatedAt = turn.Now,
            });
        }

        if (address.Textable != Textable.Claimed || address.AskedToText is not null)
        {
            return;
        }

        if (PhoneNumber.TryParse(address.Value, out var number) && !number.CanBeTexted)
        {
            address.Textable = Textable.PhoneOnly;
            turn.Update(address);
            turn.Insert(new StaffTask
            {
                Id = turn.Session.NextId(),
                ServiceId = service.Key,
                AddressId = address.Id,
                Kind = "Phone",
                Reason = $"The number given is a landline: phone. Referral {referral.Reference}.",
                CreatedAt = turn.Now,
                DueAt = referral.HearBackBy,
            });
            return;
        }

        address.AskedToText = turn.Now;
        turn.Update(address);
        talk.Begin(turn, service, "textable", Slots.Empty, message: null);
    }
}
