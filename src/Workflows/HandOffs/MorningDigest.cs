using System.Globalization;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime.Text;

namespace Companion.Workflows.HandOffs;

/// <summary>Once in the morning seniors and managers read, by reference, which hand-offs have waited since before that day.</summary>
public sealed class MorningDigest(StaffMail mail)
{
    /// <summary>Writes it for those of today, unless that was done or nothing has waited.</summary>
    public async ValueTask Of(Turn turn, ServiceSettings service, IEnumerable<Standing> workers)
    {
        var today = turn.Now.Local().Date;
        var waiting = await turn.Session.Query<HandOff>(
            "WHERE \"ServiceId\" = @p0 AND \"ClearedAt\" IS NULL AND \"OwnerId\" IS NULL AND \"OpenedAt\" < @p1 ORDER BY \"OpenedAt\"",
            service.Key,
            today.AtMidnight().Instant().ToUnixTimeTicks());
        if (waiting.Count == 0)
        {
            return;
        }

        var lines = string.Join('\n', waiting.Select(one =>
            $"{one.Reference}, {one.OpenedAt.Local().ToString("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture)}{(one.Urgent ? StaffWords.Of("digest.urgent") : "")}"));
        var words = StaffWords.Of("digest", ("service", service.NeutralName), ("count", $"{waiting.Count}"), ("list", lines));
        foreach (var worker in workers.Select(one => one.Worker).Where(worker => worker.Role is WorkerRole.Senior or WorkerRole.Manager))
        {
            mail.To(turn, service, worker.Email, $"digest:{service.Key}:{LocalDatePattern.Iso.Format(today)}", words);
        }
    }
}
