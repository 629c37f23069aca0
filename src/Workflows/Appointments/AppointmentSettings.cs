using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Appointments;

/// <summary>How long before an appointment a reminder goes: whole days on the same local time, or hours as they pass.</summary>
public readonly record struct Lead(int Days, int Hours)
{
    /// <summary>The moment before a start.</summary>
    public Instant Before(LocalDateTime start) => start.PlusDays(-Days).Instant() - Duration.FromHours(Hours);
}

/// <summary>When people are reminded of appointments, as <c>Services:KEY:Appointments</c> configures it.</summary>
public sealed class AppointmentSettings
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>How long before: days and hours, the longest first, divided by spaces; empty for no reminder.</summary>
    public string RemindBefore { get; set; } = "2d 2h";

    /// <summary>
    /// The times of a week that may be offered to somebody who wants another time ("Tue 10:00 10:30; Thu 14:00"); empty offers none. A time
    /// that has an appointment is not free.
    /// </summary>
    public string Slots { get; set; } = "";

    /// <summary>How many weeks ahead times are offered.</summary>
    [Range(1, 12)]
    public int OfferWeeks { get; set; } = 3;

    /// <summary>The reminders, the longest before first.</summary>
    public IReadOnlyList<Lead> Leads { get; private set; } = [];

    /// <summary>The times of a week.</summary>
    public IReadOnlyList<(IsoDayOfWeek Day, LocalTime At)> Times { get; private set; } = [];

    /// <summary>Reads the texts of this section; says what is wrong with which key.</summary>
    internal IEnumerable<(string Key, string Problem)> Prepare()
    {
        var leads = new List<Lead>();
        foreach (var part in RemindBefore.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 60 || part[^1] is not ('d' or 'h'))
            {
                yield return (nameof(RemindBefore), $"'{part}' is not a number of days or hours such as 2d or 2h");
                continue;
            }

            leads.Add(part[^1] == 'd' ? new Lead(number, 0) : new Lead(0, number));
        }

        if (leads.Zip(leads.Skip(1)).Any(pair => (pair.First.Days * 24) + pair.First.Hours <= (pair.Second.Days * 24) + pair.Second.Hours))
        {
            yield return (nameof(RemindBefore), "the longest goes first, for example 2d 2h");
        }

        Leads = leads;
        var times = new List<(IsoDayOfWeek, LocalTime)>();
        foreach (var part in Slots.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!WeekHours.TryDays(words[0], out var days) || words.Length < 2 || words.Skip(1).Any(word => !Clock.Parse(word).Success))
            {
                yield return (nameof(Slots), $"'{part}' is not days and times such as Tue 10:00 10:30");
                continue;
            }

            times.AddRange(days.SelectMany(day => words.Skip(1).Select(word => (day, Clock.Parse(word).Value))));
        }

        Times = times;
    }
}
