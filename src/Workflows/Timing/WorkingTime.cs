using Companion.Workflows.Settings;
using NodaTime;

namespace Companion.Workflows.Timing;

/// <summary>Deadlines in a service's own working days: its opening hours without bank holidays.</summary>
public static class WorkingTime
{
    /// <summary>
    /// When the service closes on the opening day that is <paramref name="days"/> after the first one on or after <paramref name="from"/>.
    /// A service that never opens gets a deadline of that many days of 24 hours.
    /// </summary>
    public static Instant EndOfNextOpenDay(ServiceSettings service, Instant from, int days)
    {
        var at = service.NextOpen(from.Local());
        for (var day = 0; day < days && at is not null; day++)
        {
            at = service.NextOpen(at.Value.Date.PlusDays(1).AtMidnight());
        }

        return at is { } last ? LastClosing(service, last).Instant() : from + Duration.FromDays(days + 1);
    }

    // Of several intervals the last one's end; a service that never closes ends its day at midnight.
    private static LocalDateTime LastClosing(ServiceSettings service, LocalDateTime opened)
    {
        var closes = service.Open.Closes(opened) ?? opened.Date.PlusDays(1).AtMidnight();
        while (service.NextOpen(closes) is { } again && again.Date == opened.Date && service.Open.Closes(again) is { } later)
        {
            closes = later;
        }

        return closes;
    }

    /// <summary>The moment at which the service has been open for so long since <paramref name="from"/>; one that never opens counts every minute.</summary>
    public static Instant After(ServiceSettings service, Instant from, Duration open)
    {
        var (at, left) = (service.NextOpen(from.Local()), open);
        while (at is { } opened && service.Open.Closes(opened) is { } closes)
        {
            var interval = closes.Instant() - opened.Instant();
            if (interval >= left)
            {
                return opened.Instant() + left;
            }

            (at, left) = (service.NextOpen(closes), left - interval);
        }

        return (at?.Instant() ?? from) + left;
    }
}
