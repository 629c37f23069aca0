using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.People;

/// <summary>Where the person of a referral is reached. The phone of a carer or professional who wrote for them is not among these.</summary>
public static class Reached
{
    /// <summary>The addresses the person is linked to (the one they wrote from themselves among them), and the number that was given for them.</summary>
    public static async Task<IReadOnlyList<Address>> At(CompanionDb db, Case referral, CancellationToken cancel)
    {
        var (person, phone, service) = (referral.PersonId, referral.Phone, referral.ServiceId);
        return await db.Addresses
            .Where(address => address.ServiceId == service)
            .Where(address => (address.Channel == Channel.Sms && address.Value == phone)
                || db.PersonAddresses.Any(link => link.AddressId == address.Id && link.PersonId == person))
            .OrderBy(address => address.Id)
            .ToListAsync(cancel);
    }

    /// <summary>
    /// Where what was said belongs to a referral: where it was written, and where its person is reached. A number that somebody else typed is
    /// not among these before it has said yes: it may be a stranger's.
    /// </summary>
    public static Task<List<long>> Heard(CompanionDb db, Case referral, CancellationToken cancel) => db.PersonAddresses
        .Where(link => link.PersonId == referral.PersonId)
        .Select(link => link.AddressId)
        .Union(db.Cases.Where(one => one.Id == referral.Id).Select(one => one.AddressId))
        .ToListAsync(cancel);
}
