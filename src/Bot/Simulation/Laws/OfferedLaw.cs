using System.Globalization;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Simulation.Laws;

/// <summary>
/// Law 5: everyone enrolled is offered each check-in once, in its window, at a humane local time; or a reason is recorded. The hours are
/// written down here once more.
/// </summary>
internal sealed class OfferedLaw
{
    private const int Waves = 3;

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly LocalTime Opens = new(10, 0);
    private static readonly LocalTime Closes = new(18, 0);

    // A talk that nobody answers is looked at again every two days; texts wait for the end of a weekend.
    private static readonly Period Settled = Period.FromDays(5);

    private readonly Law law = new();

    public static Law Check(Evidence evidence)
    {
        var check = new OfferedLaw();
        foreach (var referral in evidence.Cases)
        {
            var waves = evidence.CheckIns.Where(wave => wave.CaseId == referral.Id).ToList();
            check.law.Holds(waves.DistinctBy(wave => wave.Week).Count() == Waves && waves.Count == Waves, "a case has not its three waves", $"case {referral.Id}");
        }

        var talks = evidence.Conversations.Where(talk => talk.Dialog == CheckInDialog.Key).ToLookup(talk => long.Parse(talk.Slots["check-in"]!, CultureInfo.InvariantCulture));
        foreach (var wave in evidence.CheckIns)
        {
            check.Offered(wave, talks[wave.Id].Count());
            check.Ended(wave, evidence.End.InZone(London).Date);
        }

        foreach (var handed in evidence.Diary.Handed.Where(one => one.Class == SendClass.CheckIn))
        {
            check.law.Holds(IsHumane(handed.At), "a question of a check-in at no humane hour", $"row {handed.Row}", handed.At);
        }

        return check.law;
    }

    private void Offered(CheckIn wave, int talks)
    {
        law.Holds(talks == (wave.OfferedAt is null ? 0 : 1), $"a wave was offered {talks} times", $"check-in {wave.Id}", wave.OfferedAt);
        if (wave.OfferedAt is { } at)
        {
            var day = at.InZone(London).Date;
            law.Holds(day >= wave.OpensOn && day <= wave.ClosesOn && IsHumane(at), "a wave was offered outside its window or hours", $"check-in {wave.Id}", at);
        }
    }

    private void Ended(CheckIn wave, LocalDate end)
    {
        if (wave.ClosesOn + Settled < end)
        {
            law.Holds(
                wave.Status == CheckInStatus.Complete
                || (wave.Status is CheckInStatus.Partial or CheckInStatus.Missed or CheckInStatus.NotOffered && wave.Reason is not null),
                $"a wave whose window has closed is {wave.Status} for no reason",
                $"check-in {wave.Id}");
        }
    }

    private static bool IsHumane(Instant at)
    {
        var local = at.InZone(London).LocalDateTime;
        return local.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            && local.TimeOfDay >= Opens && local.TimeOfDay < Closes && !BankHolidays.Shipped.Contains(local.Date);
    }
}
