using Companion.Dialogs.Understanding;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>Who an appointment is for, and where they are reached.</summary>
/// <param name="CaseId">Their referral.</param>
/// <param name="PersonId">The person.</param>
/// <param name="AddressId">Where they are reached; null for a number that nobody here has seen.</param>
/// <param name="Number">That number, E.164.</param>
public sealed record Whom(long CaseId, long PersonId, long? AddressId, string? Number);

/// <summary>
/// Finds the person of an appointment by the reference of their referral, or by a number that is one person's. A number that comes with a
/// reference and is not known is only claimed.
/// </summary>
public sealed class FindPerson(IStore store)
{
    /// <summary>The person, or the field that does not lead to one and why.</summary>
    public async Task<(Whom? Whom, string Field, string Reason)> Handle(string service, string? reference, PhoneNumber? phone, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (!string.IsNullOrWhiteSpace(reference))
        {
            var wanted = reference.Trim().ToUpperInvariant();
            var referral = await db.Cases.Where(one => one.ServiceId == service && one.Reference == wanted).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancel);
            return referral is null ? No("reference", "appointment.wrong.reference") : await Reach(db, referral, phone, cancel);
        }

        if (phone is not { } number)
        {
            return No("reference", "appointment.wrong.nobody");
        }

        var known = await Having(db, service, number.E164, cancel);
        return known.Select(referral => referral.PersonId).Distinct().Count() switch
        {
            0 => No("phone", "appointment.wrong.unknown"),
            1 => await Reach(db, known.OrderByDescending(referral => referral.Id).First(), number, cancel),
            _ => No("phone", "appointment.wrong.several"),
        };
    }

    private static Task<List<Case>> Having(CompanionDb db, string service, string number, CancellationToken cancel) => db.Cases
        .Where(referral => referral.ServiceId == service)
        .Where(referral => referral.Phone == number
            || db.PersonAddresses.Any(link => link.PersonId == referral.PersonId
                && db.Addresses.Any(address => address.Id == link.AddressId && address.Channel == Channel.Sms && address.Value == number)))
        .ToListAsync(cancel);

    private static async Task<(Whom?, string, string)> Reach(CompanionDb db, Case referral, PhoneNumber? phone, CancellationToken cancel)
    {
        var service = referral.ServiceId;
        if (phone is { } given)
        {
            var number = given.E164;
            var address = await db.Addresses.SingleOrDefaultAsync(one => one.ServiceId == service && one.Channel == Channel.Sms && one.Value == number, cancel);
            return address is null || referral.Phone == number || await db.PersonAddresses.AnyAsync(link => link.PersonId == referral.PersonId && link.AddressId == address.Id, cancel)
                ? Yes(referral, address?.Id, number)
                : No("phone", "appointment.wrong.not-theirs");
        }

        var best = (await Reached.At(db, referral, cancel))
            .OrderByDescending(address => address.Channel == Channel.Sms)
            .ThenByDescending(address => address.Trouble is null)
            .ThenByDescending(address => address.Textable is Textable.Wrote or Textable.Agreed or Textable.StaffRecorded)
            .ThenByDescending(address => address.LastHeardAt ?? Instant.MinValue)
            .FirstOrDefault();
        return best is null && referral.Phone is null ? No("phone", "appointment.wrong.no-number") : Yes(referral, best?.Id, referral.Phone);
    }

    private static (Whom?, string, string) Yes(Case referral, long? address, string? number) =>
        (new Whom(referral.Id, referral.PersonId, address, address is null ? number : null), "", "");

    private static (Whom?, string, string) No(string field, string why) => (null, field, StaffWords.Of(why));
}
