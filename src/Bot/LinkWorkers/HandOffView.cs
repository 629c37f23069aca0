using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Everything about one hand-off that the person who takes it needs.</summary>
public sealed class HandOffView(IStore store, ServiceBook services)
{
    private const int Most = 100;

    /// <summary>Reads it; null when there is none.</summary>
    public async Task<HandOffDetail?> Read(long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await (
            from handOff in db.HandOffs
            where handOff.Id == id
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
            orderby person.Id
            select person).ToListAsync(cancel);
        var cases = await db.Cases
            .Where(referral => referral.AddressId == found.address.Id)
            .OrderByDescending(referral => referral.ReferredAt)
            .Select(referral => new CaseLink(referral.Id, referral.Reference))
            .ToListAsync(cancel);
        return new HandOffDetail(found.handOff, found.address, people, cases)
        {
            Events = await Events(db, id, cancel),
            Talked = await Talked.WithAddress(db, found.address.Id, cancel),
            Told = await Told(db, id, cancel),
            OnCall = services.Of(found.handOff.ServiceId).OnCall.Values.Select(person => person.Name).ToList(),
        };
    }

    private static async Task<IReadOnlyList<HandOffEvent>> Events(CompanionDb db, long id, CancellationToken cancel)
    {
        var latest = await db.HandOffEvents
            .Where(e => e.HandOffId == id)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Most)
            .ToListAsync(cancel);
        latest.Reverse();
        return latest;
    }

    private static Task<List<ToldLine>> Told(CompanionDb db, long id, CancellationToken cancel) => db.Outbound
        .Where(row => row.HandOffId == id && row.Class == SendClass.OnCall)
        .OrderByDescending(row => row.Id)
        .Take(Most)
        .Select(row => new ToldLine(row.CreatedAt, row.Channel, row.To, row.Status, row.Reason))
        .ToListAsync(cancel);
}

/// <summary>A hand-off with what belongs to it.</summary>
public sealed record HandOffDetail(HandOff HandOff, Address Address, IReadOnlyList<Person> People, IReadOnlyList<CaseLink> Cases)
{
    /// <summary>The latest of what happened to it, in order.</summary>
    public required IReadOnlyList<HandOffEvent> Events { get; init; }

    /// <summary>What the person and Companion said.</summary>
    public required IReadOnlyList<TalkedLine> Talked { get; init; }

    /// <summary>Who was told of it and how that went, the latest first.</summary>
    public required IReadOnlyList<ToldLine> Told { get; init; }

    /// <summary>The names of the people on call.</summary>
    public required IReadOnlyList<string> OnCall { get; init; }
}

/// <summary>A referral by its reference.</summary>
public sealed record CaseLink(long Id, string Reference);

/// <summary>One text, call or e-mail to somebody on call.</summary>
public sealed record ToldLine(Instant At, Channel Channel, string To, SendStatus Status, string? Reason);
