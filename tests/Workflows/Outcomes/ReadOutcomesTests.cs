using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Outcomes;
using NodaTime;

namespace Companion.Workflows.Tests.Outcomes;

/// <summary>Evidence read from the real store, by service and by the period of day 0.</summary>
public sealed class ReadOutcomesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_and_a_period_choose_the_people()
    {
        await using var rig = await Rig.At(Now);
        await Plant(rig, "shire", new LocalDate(2026, 3, 31), 6, before: 2, after: 9);
        await Plant(rig, "shire", new LocalDate(2026, 4, 1), 7, before: 4, after: 5);
        await Plant(rig, "shire", new LocalDate(2026, 6, 30), 5, before: 4, after: 5);
        await Plant(rig, "shire", new LocalDate(2026, 7, 1), 8, before: 2, after: 9);
        await Plant(rig, "vale", new LocalDate(2026, 5, 1), 9, before: 2, after: 9);

        var quarter = await Read(rig, new OutcomeScope("shire", new LocalDate(2026, 4, 1), new LocalDate(2026, 6, 30)));
        var all = await Read(rig, new OutcomeScope("shire"));

        Assert.Equal((12, 26), (quarter.People.Value, all.People.Value));
        Assert.Equal((4.0, 5.0, 1.0), (quarter.Items[0].Waves[0].Change!.MeanBefore, quarter.Items[0].Waves[0].Change!.MeanAfter, quarter.Items[0].Waves[0].Change!.Mean));
        Assert.Equal(0, (await Read(rig, new OutcomeScope("nowhere"))).People.Value);
    }

    [Fact]
    public async Task Another_questionnaire_is_none_of_this_one()
    {
        await using var rig = await Rig.At(Now);
        await Plant(rig, "shire", new LocalDate(2026, 4, 1), 6, before: 2, after: 9, instrument: "areas");

        Assert.Equal(0, (await Read(rig, new OutcomeScope("shire"))).People.Value);
    }

    private static Task<OutcomeReport> Read(Rig rig, OutcomeScope scope) => rig.Part<ReadOutcomes>().Handle(scope, Instrument.Ons4, Cohort.Today, Cancel);

    private static Task<int> Plant(Rig rig, string service, LocalDate dayZero, int people, int before, int after, string instrument = "ons4") => rig.Store.Write(
        session =>
        {
            for (var one = 0; one < people; one++)
            {
                var (person, referral) = (session.NextId(), session.NextId());
                foreach (var (week, score) in new[] { (0, before), (3, after) })
                {
                    var wave = new CheckIn
                    {
                        Id = session.NextId(),
                        ServiceId = service,
                        PersonId = person,
                        CaseId = referral,
                        Instrument = instrument,
                        Week = week,
                        DayZero = dayZero,
                        OpensOn = dayZero.PlusWeeks(week),
                        ClosesOn = dayZero.PlusWeeks(week).PlusDays(9),
                        Status = CheckInStatus.Complete,
                    };
                    session.Insert(wave);
                    foreach (var item in Instrument.Ons4.Items)
                    {
                        session.Insert(new CheckInScore
                        {
                            Id = session.NextId(),
                            ServiceId = service,
                            CheckInId = wave.Id,
                            Item = item.Key,
                            Score = score,
                            Mode = "text",
                            RecordedAt = Now,
                        });
                    }
                }
            }

            return ValueTask.FromResult(people);
        },
        Cancel);
}
