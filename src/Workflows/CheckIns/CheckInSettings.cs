using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.Timing;

namespace Companion.Workflows.CheckIns;

/// <summary>What the weeks of the check-ins count from.</summary>
public enum DayZero
{
    /// <summary>The local day on which the referral was completed.</summary>
    Referral,

    /// <summary>The local day of a link worker's first contact.</summary>
    FirstContact,
}

/// <summary>When a service asks people how they are, as <c>Services:KEY:CheckIns</c> configures it.</summary>
public sealed class CheckInSettings
{
    private const int LastWeek = 104;
    private const int LongestWindow = 28;

    /// <summary>Weeks after the referral, separated by spaces, for example "0 3 12"; empty asks nobody.</summary>
    public string Weeks { get; set; } = "";

    /// <summary>The questionnaires that are asked, by their keys, separated by spaces; each wave asks one after the other, on days of their own.</summary>
    [Required]
    public string Instruments { get; set; } = "ons4";

    /// <summary>What day 0 of a case is.</summary>
    public DayZero DayZero { get; set; }

    /// <summary>The hours in which a check-in is begun or nudged; never on a bank holiday.</summary>
    [Required]
    public string Hours { get; set; } = "Mon-Fri 10:00-18:00";

    /// <summary>For how many days from its day on a check-in may still be asked, in a week that <see cref="Windows"/> does not name.</summary>
    [Range(1, LongestWindow)]
    public int WindowDays { get; set; } = 10;

    /// <summary>The same in days for single weeks, by the week, for example 12: 28. It closes before the next wave opens.</summary>
    public Dictionary<string, int> Windows { get; set; } = [];

    /// <summary>Nobody younger is asked; the ONS asks from 16.</summary>
    [Range(16, 25)]
    public int FromAge { get; set; } = 18;

    /// <summary>Hours without an answer after which it is nudged, twice at most.</summary>
    [Range(12, 168)]
    public int NudgeAfterHours { get; set; } = 48;

    /// <summary>A score this low (this far from the better end, for anxiety) gives the link worker a task.</summary>
    [Range(0, 4)]
    public int LowAt { get; set; } = 2;

    /// <summary>A score worse by this much than that of the wave before gives the link worker a task.</summary>
    [Range(1, 10)]
    public int WorseBy { get; set; } = 3;

    /// <summary>The weeks, read.</summary>
    public IReadOnlyList<int> Waves { get; private set; } = [];

    /// <summary>The keys of the questionnaires, read.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    /// <summary>The hours, read.</summary>
    public WeekHours Open { get; private set; } = new();

    /// <summary>For how many days from its day on the check-in of a week may still be asked.</summary>
    public int WindowOf(int week) => Windows.TryGetValue(week.ToString(CultureInfo.InvariantCulture), out var days) ? days : WindowDays;

    /// <summary>Reads the texts of this section; says what is wrong with which key.</summary>
    internal IEnumerable<(string Key, string Problem)> Prepare()
    {
        var waves = new List<int>();
        foreach (var part in Weeks.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var week) || week > LastWeek || (waves.Count > 0 && week <= waves[^1]))
            {
                yield return (nameof(Weeks), $"'{part}' is not a week after the one before it, from 0 to {LastWeek}");
            }

            waves.Add(week);
        }

        Asked = Instruments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var unknown in Asked.Except(Instrument.Shipped))
        {
            yield return (nameof(Instruments), $"there is no questionnaire '{unknown}'; there are {string.Join(", ", Instrument.Shipped)}");
        }

        if (!WeekHours.TryParse(Hours, out var open, out var why))
        {
            yield return (nameof(Hours), why);
        }
        else if (open.IsAlways)
        {
            yield return (nameof(Hours), "name days and hours such as Mon-Fri 10:00-18:00: nobody is asked at night or on a bank holiday");
        }

        (Waves, Open) = (waves, open ?? Open);
        foreach (var (week, days) in Windows)
        {
            if (WrongWindow(week, days) is { } problem)
            {
                yield return ($"{nameof(Windows)}:{week}", problem);
            }
        }
    }

    private string? WrongWindow(string week, int days)
    {
        var at = Waves.ToList().FindIndex(wave => wave.ToString(CultureInfo.InvariantCulture) == week);
        var most = at < 0 || at + 1 == Waves.Count ? LongestWindow : Math.Min(LongestWindow, 7 * (Waves[at + 1] - Waves[at]));
        return at < 0 ? $"'{week}' is none of the weeks that are asked: {string.Join(' ', Waves)}"
            : days < 1 || days > most ? $"give from 1 to {most} days: it closes before the next one opens"
            : null;
    }
}
