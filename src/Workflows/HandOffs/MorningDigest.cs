using System.Globalization;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.HandOffs;

/// <summary>Once in the morning seniors and managers read, by reference, which hand-offs have waited since before that day's opening.</summary>
public sealed class MorningDigest(StaffMail mail)
{
    /// <summary>Writes it for the seniors and managers among them, to each once a day, when something has waited.</summary>
    public async ValueTask Of(Turn turn, ServiceSettings service, IEnumerable<Standing> workers)
    {
        var today = turn.Now.Local().Date;
        var readers = new List<Worker>();
        foreach (var worker in workers.Select(one => one.Worker).Where(worker => worker is { Role: WorkerRole.Senior or WorkerRole.Manager, Email.Length: > 0 }))
        {
            if (!await mail.IsSent(turn, Purpose(service, today), worker.Email))
            {
                readers.Add(worker);
            }
        }

        if (readers.Count == 0)
        {
            return; // it is asked for at every telling of the day
        }

        var waiting = await turn.Session.Query<HandOff>(
            "WHERE \"ServiceId\" = @p0 AND \"ClearedAt\" IS NULL AND \"OwnerId\" IS NULL AND \"OpenedAt\" < @p1 ORDER BY \"OpenedAt\" LIMIT 100",
            service.Key,
            DayBegins(service, today).Instant().ToUnixTimeTicks());
        if (waiting.Count == 0)
        {
            return;
        }

        var lines = string.Join('\n', waiting.Select(one =>
            $"{one.Reference}, {one.OpenedAt.Local().ToString("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture)}{(one.Urgent ? StaffWords.Of("digest.urgent") : "")}"));
        var words = StaffWords.Of("digest", ("service", service.NeutralName), ("count", $"{waiting.Count}"), ("list", lines));
        readers.ForEach(worker => mail.To(turn, service, worker.Email, Purpose(service, today), words));
    }

    // What came after midnight, before anybody was there, has waited since before the day began.
    private static LocalDateTime DayBegins(ServiceSettings service, LocalDate today) =>
        service.NextOpen(today.AtMidnight()) is { } opens && opens.Date == today ? opens : today.AtMidnight();

    private static string Purpose(ServiceSettings service, LocalDate day) => $"digest:{service.Key}:{LocalDatePattern.Iso.Format(day)}";
}
