using Companion.Bot.LinkWorkers.Notes;
using Companion.Workflows.Consent;
using Companion.Workflows.Groups;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>One referral with what belongs to it.</summary>
public sealed class ReferralView(IStore store, IClock clock)
{
    /// <summary>Reads one of a service, with one page of its timeline; null when there is none.</summary>
    public async Task<ReferralDetail?> Read(string serviceId, long id, int page, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await (
            from referral in db.Cases
            where referral.Id == id && referral.ServiceId == serviceId
            join address in db.Addresses on referral.AddressId equals address.Id
            select new { referral, address }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var reached = await Reached.At(db, found.referral, cancel);
        var ids = reached.Select(address => address.Id).ToList();
        return new ReferralDetail(found.referral, found.address)
        {
            Reached = reached,
            Findings = await db.AddressFindings
                .Where(line => ids.Contains(line.AddressId))
                .OrderBy(line => line.At)
                .ThenBy(line => line.Id)
                .ToListAsync(cancel),
            Consent = await db.ConsentLedger
                .Where(entry => entry.AddressId == found.address.Id)
                .OrderBy(entry => entry.At)
                .ThenBy(entry => entry.Id)
                .ToListAsync(cancel),
            HandOffs = await db.HandOffs
                .Where(handOff => handOff.AddressId == found.address.Id)
                .OrderByDescending(handOff => handOff.OpenedAt)
                .ToListAsync(cancel),
            Groups = await db.Groups
                .Where(group => group.ServiceId == found.referral.ServiceId)
                .OrderBy(group => group.Name)
                .Select(group => new GroupLink(group.Id, group.Name, db.GroupMembers
                    .Where(member => member.GroupId == group.Id && member.PersonId == found.referral.PersonId)
                    .Select(member => (MemberStatus?)member.Status)
                    .FirstOrDefault()))
                .ToListAsync(cancel),
            Happened = await Timeline.Of(db, found.referral, page, cancel),
            Notes = await NoteGlance.Of(db, db.Notes.Where(note => note.CaseId == id), cancel),
            CheckIns = await CheckInView.Of(db, id, clock.GetCurrentInstant().Local().Date, cancel),
        };
    }
}

/// <summary>A group, and what the person is to it.</summary>
public sealed record GroupLink(long Id, string Name, MemberStatus? Status)
{
    /// <summary>True while they have a place, are offered one or wait.</summary>
    public bool IsIn => Status is MemberStatus.Joined or MemberStatus.Offered or MemberStatus.Waiting;
}

/// <summary>A referral with what belongs to it.</summary>
public sealed record ReferralDetail(Case Case, Address Address)
{
    /// <summary>The consent ledger of the address, in order.</summary>
    public required IReadOnlyList<ConsentEntry> Consent { get; init; }

    /// <summary>Hand-offs of the address, the latest first.</summary>
    public required IReadOnlyList<HandOff> HandOffs { get; init; }

    /// <summary>Where the person is reached; not the phone of somebody who wrote for them.</summary>
    public required IReadOnlyList<Address> Reached { get; init; }

    /// <summary>What staff found out about those addresses, in order.</summary>
    public required IReadOnlyList<AddressFinding> Findings { get; init; }

    /// <summary>The groups of the service, by name.</summary>
    public required IReadOnlyList<GroupLink> Groups { get; init; }

    /// <summary>Its notes, the latest first.</summary>
    public required IReadOnlyList<NoteGlance> Notes { get; init; }

    /// <summary>One page of what happened, the latest first.</summary>
    public required Paged<TimelineEntry> Happened { get; init; }

    /// <summary>How they were asked how they are, wave by wave.</summary>
    public required IReadOnlyList<CheckInView> CheckIns { get; init; }
}
