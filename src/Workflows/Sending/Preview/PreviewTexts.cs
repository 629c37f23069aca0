using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Sending.Preview;

/// <summary>
/// Who would be texted in the next days if nobody wrote and nobody touched anything: queued texts and timers are carried out by the
/// features they belong to, and by the send gate, on a clock that runs ahead. It writes nothing.
/// </summary>
public sealed class PreviewTexts(IStore store, ServiceBook services, IEnumerable<ITimed> features, IClock clock)
{
    /// <summary>How far it looks.</summary>
    public static readonly Duration Ahead = Duration.FromDays(7);

    /// <summary>How many queued texts, and how many timers, it starts from at most.</summary>
    public const int Most = 20_000;

    // They tell people on call, not the people we serve.
    private static readonly TimerKind[] OfStaff = [TimerKind.ClimbLadder, TimerKind.SafetyReceipt];

    private const int AtOnce = 500;

    /// <summary>Looks ahead, for one service.</summary>
    public async Task<PreviewedTexts> Handle(string service, CancellationToken cancel)
    {
        var (from, until) = (clock.GetCurrentInstant(), clock.GetCurrentInstant() + Ahead);
        await using var db = store.Read();
        await db.Database.OpenConnectionAsync(cancel);
        using var session = new RehearsalSession(db.Database.GetDbConnection(), RowMap.All(db.Model));
        var rehearsal = new Rehearsal(session, services, features.Where(feature => !OfStaff.Contains(feature.Kind)), from, until);
        var rows = await session.Query<OutboundMessage>(
            """WHERE "Status" = 0 AND "Channel" = 'Sms' AND "DueAt" <= @p0 AND "AddressId" IS NOT NULL AND "ServiceId" = @p2 ORDER BY "DueAt", "Id" LIMIT @p1""",
            until.ToUnixTimeTicks(),
            Most + 1,
            service);
        var timers = await session.Query<TimerRow>(
            """WHERE "DueAt" <= @p0 AND "ServiceId" = @p2 ORDER BY "DueAt", "Id" LIMIT @p1""", until.ToUnixTimeTicks(), Most + 1, service);
        rows.ForEach(rehearsal.Expect);
        timers.ForEach(rehearsal.Expect);
        var texts = await rehearsal.Run(cancel);
        var known = await People(db, texts, cancel);
        return new PreviewedTexts(
            from,
            until,
            texts.Select(text => known.TryGetValue(text.AddressId, out var person) ? text with { Reference = person.Reference, Initials = person.Initials } : text)
                .OrderBy(text => text.At)
                .ThenBy(text => text.AddressId)
                .ToList(),
            rows.Count > Most || timers.Count > Most);
    }

    private static async Task<Dictionary<long, (string Reference, string Initials)>> People(
        CompanionDb db, IEnumerable<ComingText> texts, CancellationToken cancel)
    {
        var known = new Dictionary<long, (string, string)>();
        foreach (var ids in texts.Select(text => text.AddressId).Distinct().Chunk(AtOnce))
        {
            var found = await db.PersonAddresses
                .Where(link => ids.Contains(link.AddressId))
                .Join(db.Cases, link => link.PersonId, referral => referral.PersonId, (link, referral) => new
                {
                    link.AddressId,
                    referral.Id,
                    referral.Reference,
                    referral.GivenName,
                    referral.FamilyName,
                })
                .OrderBy(person => person.Id)
                .ToListAsync(cancel);
            found.ForEach(person => known[person.AddressId] = (person.Reference, Initials(person.GivenName) + Initials(person.FamilyName)));
        }

        return known;
    }

    private static string Initials(string? name) => string.IsNullOrEmpty(name) ? "" : name[..1].ToUpperInvariant();
}
