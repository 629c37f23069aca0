using Companion.Bot.Tests.Hosting;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>One wave of an invented person.</summary>
/// <param name="Week">Weeks after day 0.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Scores">What was answered, item by item; a missing one was declined.</param>
internal sealed record PlantedWave(int Week, CheckInStatus Status, params int?[] Scores)
{
    public string? Reason { get; init; }

    public string Mode { get; init; } = "text";
}

/// <summary>Invented people with a referral and check-ins, written as rows.</summary>
internal static class Planted
{
    private static readonly Instant At = Instant.FromUtc(2026, 1, 1, 12, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Plants so many people alike; gives the id of the last one's referral. Numbers go up from +447700900100 plus <paramref name="from"/>.</summary>
    public static Task<long> People(IStore store, int from, int many, LocalDate dayZero, params PlantedWave[] waves) => store.Write(
        session =>
        {
            var last = 0L;
            for (var number = from; number < from + many; number++)
            {
                last = Person(session, number, dayZero, waves);
            }

            return ValueTask.FromResult(last);
        },
        Cancel);

    private static long Person(Session session, int number, LocalDate dayZero, IReadOnlyList<PlantedWave> waves)
    {
        var (person, address, referral) = (session.NextId(), session.NextId(), session.NextId());
        session.Insert(new Person { Id = person, ServiceId = CompanionApp.Service, GivenName = "Robin", FamilyName = "Example", CreatedAt = At });
        session.Insert(new Address
        {
            Id = address,
            ServiceId = CompanionApp.Service,
            Channel = Channel.Sms,
            Value = $"+447700900{number:000}",
            Textable = Textable.Wrote,
            CreatedAt = At,
        });
        session.Insert(new PersonAddress { Id = session.NextId(), ServiceId = CompanionApp.Service, PersonId = person, AddressId = address, CreatedAt = At });
        session.Insert(new Case
        {
            Id = referral,
            ServiceId = CompanionApp.Service,
            PersonId = person,
            AddressId = address,
            ConversationId = referral,
            Reference = $"RX{number:0000}",
            ReferredAt = At,
            HearBackBy = At,
            Method = "Self referral",
            GivenName = "Robin",
            FamilyName = "Example",
            Risks = "",
            Tier = "LinkWorker",
            Cohort = "Everybody",
            Reasons = "Is lonely",
        });
        foreach (var wave in waves)
        {
            Wave(session, person, address, referral, dayZero, wave);
        }

        return referral;
    }

    private static void Wave(Session session, long person, long address, long referral, LocalDate dayZero, PlantedWave planted)
    {
        var wave = new CheckIn
        {
            Id = session.NextId(),
            ServiceId = CompanionApp.Service,
            CaseId = referral,
            PersonId = person,
            AddressId = address,
            Instrument = Instrument.Ons4.Key,
            InstrumentVersion = 1,
            Week = planted.Week,
            DayZero = dayZero,
            OpensOn = dayZero.PlusWeeks(planted.Week),
            ClosesOn = dayZero.PlusWeeks(planted.Week).PlusDays(9),
            Status = planted.Status,
            Reason = planted.Reason,
        };
        session.Insert(wave);
        foreach (var (item, score) in Instrument.Ons4.Items.Zip(planted.Scores))
        {
            session.Insert(new CheckInScore
            {
                Id = session.NextId(),
                ServiceId = CompanionApp.Service,
                CheckInId = wave.Id,
                Item = item.Key,
                Score = score,
                Missing = score is null ? "declined" : null,
                Mode = planted.Mode,
                RecordedAt = At,
            });
        }
    }
}
