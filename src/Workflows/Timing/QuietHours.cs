using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Timing;

/// <summary>The hours in which nothing ordinary is sent: from an evening to a morning, local time; may cross midnight.</summary>
/// <param name="From">When quiet begins.</param>
/// <param name="To">When it ends; not quiet any more.</param>
public readonly record struct QuietHours(LocalTime From, LocalTime To)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads "20:00-08:00".</summary>
    public static bool TryParse(string text, out QuietHours quiet)
    {
        quiet = default;
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2
            || !Clock.Parse(ends[0]).TryGetValue(default, out var from)
            || !Clock.Parse(ends[1]).TryGetValue(default, out var to)
            || from == to)
        {
            return false;
        }

        quiet = new QuietHours(from, to);
        return true;
    }

    /// <summary>True when the time of day is quiet.</summary>
    public bool Contains(LocalTime at) => From < To ? at >= From && at < To : at >= From || at < To;

    /// <summary>The end of the quiet that <paramref name="at"/> lies in.</summary>
    public LocalDateTime EndAfter(LocalDateTime at) => (at.TimeOfDay < To ? at.Date : at.Date.PlusDays(1)) + To;
}
