using Companion.Bot.LinkWorkers;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>A hand-off as its card in the channel needs it.</summary>
/// <param name="HandOff">The hand-off.</param>
/// <param name="Who">The person by initials and reference: "A.B. 7K2M9P".</param>
/// <param name="Address">Where the person writes.</param>
public sealed record CaseView(HandOff HandOff, string Who, Address Address)
{
    /// <summary>True when others use that phone too: what is written from it may be theirs.</summary>
    public bool IsShared { get; init; }

    /// <summary>Who wrote from there, as far as is certain.</summary>
    public string Writer => IsShared ? HandOff.Reference : Who;

    /// <summary>Reads one; null when there is none.</summary>
    public static async Task<CaseView?> Read(CompanionDb db, long handOffId, CancellationToken cancel)
    {
        var found = await (
            from handOff in db.HandOffs
            where handOff.Id == handOffId
            join address in db.Addresses on handOff.AddressId equals address.Id
            select new { handOff, address }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var people = await (
            from link in db.PersonAddresses
            where link.AddressId == found.address.Id
            join person in db.People on link.PersonId equals person.Id
            select person).ToListAsync(cancel);
        return new CaseView(found.handOff, Initials.Of(found.handOff, found.address, people), found.address) { IsShared = found.address.Shared || people.Count > 1 };
    }
}

/// <summary>What a worker needs beside the hand-off to go on with the conversation.</summary>
public sealed record CaseFacts
{
    /// <summary>The latest referral of the person, if it is certain who that is.</summary>
    public CaseGlance? Case { get; init; }

    /// <summary>What was said, the oldest first.</summary>
    public IReadOnlyList<TalkedLine> Talked { get; init; } = [];

    /// <summary>Who else may take it.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; init; } = [];

    /// <summary>The last words of a link worker in this hand-off.</summary>
    public OutboundMessage? LastSent { get; init; }

    /// <summary>Reads them.</summary>
    public static async Task<CaseFacts> Read(CompanionDb db, ServiceSettings service, CaseView seen, Instant now, CancellationToken cancel)
    {
        var handOff = seen.HandOff;
        var referral = handOff.PersonId is not { } person || seen.Address.IsNoLongerTheirs ? null : await db.Cases
            .Where(one => one.ServiceId == handOff.ServiceId && one.PersonId == person)
            .OrderByDescending(one => one.Id)
            .FirstOrDefaultAsync(cancel);
        return new CaseFacts
        {
            Case = referral is null ? null : await CaseGlance.Of(db, referral, now.Local().Date, cancel),
            Talked = await LinkWorkers.Talked.WithAddress(db, handOff.AddressId, cancel),
            Colleagues = await Colleague.Of(db, service, handOff, now, cancel),
            LastSent = await db.Outbound
                .Where(row => row.HandOffId == handOff.Id && row.Class == SendClass.LinkWorker)
                .OrderByDescending(row => row.Id)
                .FirstOrDefaultAsync(cancel),
        };
    }
}
