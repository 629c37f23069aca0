using Companion.Bot.LinkWorkers.Notes;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Everything about one hand-off that the person who takes it needs.</summary>
public sealed class HandOffView(IStore store, ServiceBook services, IClock clock)
{
    private const int Most = 100;

    /// <summary>Reads one of a service; null when there is none.</summary>
    public async Task<HandOffDetail?> Read(string serviceId, long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await (
            from handOff in db.HandOffs
            where handOff.Id == id && handOff.ServiceId == serviceId
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
            .ToListAsync(cancel);
        var now = clock.GetCurrentInstant();
        var glances = new List<CaseGlance>();
        foreach (var referral in cases)
        {
            glances.Add(await CaseGlance.Of(db, referral, now.Local().Date, cancel));
        }

        return new HandOffDetail(found.handOff, found.address, people, glances)
        {
            Events = await Events(db, id, cancel),
            Talked = await Talked.WithAddress(db, found.address.Id, cancel),
            Told = await Told(db, id, cancel),
            Notes = await NoteGlance.Of(db, db.Notes.Where(note => note.HandOffId == id), cancel),
            Colleagues = await Colleague.Of(db, services.Of(serviceId), found.handOff, now, cancel),
            Now = now,
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
public sealed record HandOffDetail(HandOff HandOff, Address Address, IReadOnlyList<Person> People, IReadOnlyList<CaseGlance> Cases)
{
    /// <summary>The latest of what happened to it, in order.</summary>
    public required IReadOnlyList<HandOffEvent> Events { get; init; }

    /// <summary>What the person and Companion said.</summary>
    public required IReadOnlyList<TalkedLine> Talked { get; init; }

    /// <summary>Who was told of it and how that went, the latest first.</summary>
    public required IReadOnlyList<ToldLine> Told { get; init; }

    /// <summary>Its notes, the latest first.</summary>
    public required IReadOnlyList<NoteGlance> Notes { get; init; }

    /// <summary>Whom it can be given to, by name.</summary>
    public required IReadOnlyList<Colleague> Colleagues { get; init; }

    /// <summary>The moment it was read.</summary>
    public required Instant Now { get; init; }

    /// <summary>How staff name the person where others may read.</summary>
    public string Initials => Workflows.HandOffs.Initials.Of(HandOff, Address, People);
}

/// <summary>One text, call or e-mail to somebody on call.</summary>
public sealed record ToldLine(Instant At, Channel Channel, string To, SendStatus Status, string? Reason);
