using System.Globalization;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace Companion.Benchmarks.Timers;

/// <summary>
/// Many people as referrals leave them, put into a database by its own bulk inserts: an address, a person, a case, two texts sent, three
/// check-ins and the timer of the next.
/// </summary>
internal sealed class StoredPeople(CompanionDb db, string service, Instant now)
{
    private const long FirstId = 1_000_000_000; // far beyond those the store gives out

    /// <summary>Adds people; the timers of the first so many are due now, the others' in the weeks to come.</summary>
    public async Task Add(int people, int due, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await db.Database.OpenConnectionAsync(cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await Fill(new Address { ServiceId = service, Value = "", Textable = Textable.Wrote, CreatedAt = now, LastHeardAt = now - Duration.FromDays(21) }, people, cancel, ("Value", "'+9990' || (1000000 + i)"));
            await Fill(new Person { ServiceId = service, GivenName = "Maya", FamilyName = "Tester", CreatedAt = now }, people, cancel);
            await Fill(new PersonAddress { ServiceId = service, CreatedAt = now }, people, cancel, ("PersonId", Id), ("AddressId", Id));
            await Fill(Referral(), people, cancel, ("PersonId", Id), ("AddressId", Id), ("ConversationId", Id), ("Reference", "'R' || i"));
            for (var before = 1; before <= 2; before++)
            {
                await Fill(Sent(before), people, cancel, ("Id", $"{Id} + {before * FirstId}"), ("AddressId", Id), ("SendKey", $"i || ':{before}'"), ("To", "'+9990' || (1000000 + i)"));
            }

            foreach (var week in new[] { 0, 3, 12 })
            {
                await Fill(Planned(week), people, cancel, ("Id", $"{Id} + {week * FirstId}"), ("CaseId", Id), ("PersonId", Id), ("AddressId", Id));
            }

            var later = $"CASE WHEN i < {due} THEN {now.ToUnixTimeTicks()} ELSE {(now + Duration.FromDays(1)).ToUnixTimeTicks()} + i % 80 * {NodaConstants.TicksPerDay} END";
            await Fill(new TimerRow { ServiceId = service, Kind = TimerKind.CheckIn }, people, cancel, ("AddressId", Id), ("SubjectId", $"{Id} + {3 * FirstId}"), ("DueAt", later));
            await transaction.CommitAsync(cancel);
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancel); // a server does so by itself, in its own time
    }

    private static string Id => string.Create(CultureInfo.InvariantCulture, $"{FirstId} + i");

    private CheckIn Planned(int week) => new()
    {
        ServiceId = service,
        Instrument = Instrument.Ons4.Key,
        InstrumentVersion = Instrument.Ons4.Version,
        Week = week,
        DayZero = now.Local().Date.PlusWeeks(-3),
        OpensOn = now.Local().Date.PlusWeeks(week - 3),
        ClosesOn = now.Local().Date.PlusWeeks(week - 3).PlusDays(9),
        Status = week == 0 ? CheckInStatus.Complete : CheckInStatus.Planned,
        OfferedAt = week == 0 ? now - Duration.FromDays(21) : null,
    };

    private OutboundMessage Sent(int before) => new()
    {
        ServiceId = service,
        To = "",
        Class = SendClass.CheckIn,
        SendKey = "",
        TextKey = "checkin.ons4.open",
        Words = new string('x', 150),
        Segments = 1,
        CreatedAt = now - Duration.FromDays(10 * before),
        DueAt = now - Duration.FromDays(10 * before),
        ExpiresAt = now - Duration.FromDays(9 * before),
        SentAt = now - Duration.FromDays(10 * before),
        Status = SendStatus.Delivered,
    };

    private Case Referral() => new()
    {
        ServiceId = service,
        Reference = "",
        ReferredAt = now - Duration.FromDays(21),
        HearBackBy = now - Duration.FromDays(14),
        Method = "Self referral",
        Risks = "No known risks",
        Tier = "LinkWorker",
        Cohort = "General",
        Reasons = "",
    };

    // One row as the model stores it, so many times; what differs from row to row is an expression of i, which counts from 0.
    private async Task Fill<T>(T row, int many, CancellationToken cancel, params (string Column, string Of)[] differing)
        where T : class
    {
        var map = RowMap.All(db.Model)[typeof(T)];
        var of = differing.ToDictionary(one => one.Column, one => one.Of);
        var values = map.Columns.Select(column => of.GetValueOrDefault(column.Name) ?? (column.Name == "Id" ? Id : Literal(column.Get(row))));
        var numbers = db.Database.IsSqlite()
            ? $"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {many}) "
            : $"WITH n(i) AS (SELECT generate_series(0::bigint, {many - 1})) ";
        var columns = string.Join(", ", map.Columns.Select(column => $"\"{column.Name}\""));
        await using var insert = db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandTimeout = 1800;
        insert.CommandText = $"INSERT INTO \"{map.Table}\" ({columns}) {numbers}SELECT {string.Join(", ", values)} FROM n";
        await insert.ExecuteNonQueryAsync(cancel);
    }

    private string Literal(object? value) => value switch
    {
        null => "NULL",
        bool yes => db.Database.IsSqlite() ? (yes ? "1" : "0") : (yes ? "TRUE" : "FALSE"),
        string words => $"'{words}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
