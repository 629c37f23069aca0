using Companion.Workflows.CheckIns;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Check-ins of the last weeks that were not answered, or only in part: the newest first, with why and how to ask instead.</summary>
public sealed class CheckInWorklist(IStore store, IClock clock)
{
    private const int Weeks = 12;

    /// <summary>One page. A check-in whose day has not come is not on it.</summary>
    public async Task<Paged<UnansweredRow>> Read(string serviceId, int page, CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().Local().Date;
        var since = today.PlusWeeks(-Weeks);
        await using var db = store.Read();
        var found = await (
            from wave in db.CheckIns
            where wave.Status == CheckInStatus.Missed || wave.Status == CheckInStatus.Partial || wave.Status == CheckInStatus.NotOffered
            where wave.ServiceId == serviceId && wave.OpensOn >= since && wave.OpensOn <= today
            join referral in db.Cases on wave.CaseId equals referral.Id
            join address in db.Addresses on wave.AddressId equals address.Id
            orderby wave.OpensOn descending, wave.Id descending
            select new { wave, address, referral.Reference, referral.GivenName, referral.FamilyName }).Page(page, cancel);
        var texts = await Texts(db, [.. found.Rows.Select(row => row.wave)], cancel);
        return new Paged<UnansweredRow>(
            found.Rows.Select(row => new UnansweredRow(
                row.wave,
                row.address,
                row.Reference,
                $"{row.GivenName} {row.FamilyName}".Trim(),
                Unanswered.Of(row.wave, row.address, texts[row.wave.Id].ToList()))).ToList(),
            found.Page,
            found.HasMore);
    }

    // A check-in's texts are those of its class to its address while it was open.
    private static async Task<ILookup<long, SendStatus>> Texts(CompanionDb db, IReadOnlyList<CheckIn> waves, CancellationToken cancel)
    {
        var asked = waves.Where(wave => wave.OfferedAt is not null).ToList();
        if (asked.Count == 0)
        {
            return asked.ToLookup(wave => wave.Id, _ => SendStatus.Queued);
        }

        var (addresses, since) = (asked.Select(wave => (long?)wave.AddressId).Distinct().ToList(), asked.Min(wave => wave.OfferedAt!.Value));
        var texts = await db.Outbound
            .Where(text => addresses.Contains(text.AddressId) && text.Class == SendClass.CheckIn && text.CreatedAt >= since)
            .Select(text => new { text.AddressId, text.CreatedAt, text.Status })
            .ToListAsync(cancel);
        return asked
            .SelectMany(wave => texts
                .Where(text => text.AddressId == wave.AddressId && text.CreatedAt >= wave.OfferedAt && !(text.CreatedAt > wave.EndedAt))
                .Select(text => (wave.Id, text.Status)))
            .ToLookup(one => one.Id, one => one.Status);
    }
}

/// <summary>One check-in that was not answered, or only in part.</summary>
/// <param name="Wave">The check-in.</param>
/// <param name="Address">Where it was asked.</param>
/// <param name="Reference">The referral's reference.</param>
/// <param name="Name">Who.</param>
/// <param name="Unanswered">Why, and how to ask instead.</param>
public sealed record UnansweredRow(CheckIn Wave, Address Address, string Reference, string Name, Unanswered Unanswered);
