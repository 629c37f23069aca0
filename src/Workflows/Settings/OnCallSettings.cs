using System.ComponentModel.DataAnnotations;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Settings;

/// <summary>Somebody who is told of urgent hand-offs.</summary>
public sealed class OnCallSettings
{
    private WeekHours hours = new();

    /// <summary>Who, as colleagues know them.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>The number texts go to, E.164; empty for none.</summary>
    public string Text { get; set; } = "";

    /// <summary>The number that is called, E.164; empty for none.</summary>
    public string Call { get; set; } = "";

    /// <summary>The e-mail address; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>When they are on call, for example "always" or "Mon-Fri 09:00-17:00".</summary>
    [Required]
    public string Hours { get; set; } = "always";

    /// <summary>True when they are on call at a local time.</summary>
    public bool IsOn(LocalDateTime at) => hours.Contains(at);

    /// <summary>True for every minute of the week.</summary>
    public bool IsAlwaysOn => hours.IsAlways;

    /// <summary>The first quarter of an hour of a week in which none of them is on call; null when there is none.</summary>
    public static LocalDateTime? FirstUncovered(IReadOnlyCollection<OnCallSettings> people)
    {
        var monday = new LocalDateTime(2026, 1, 5, 0, 0);
        for (var step = 0; step < 7 * 24 * 4; step++)
        {
            var at = monday.PlusMinutes(15 * step);
            if (!people.Any(person => person.IsOn(at)))
            {
                return at;
            }
        }

        return null;
    }

    internal IEnumerable<string> Prepare()
    {
        if (!WeekHours.TryParse(Hours, out var read, out var why))
        {
            yield return why;
        }

        hours = read ?? hours;
        if (Text.Length == 0 && Call.Length == 0 && Email.Length == 0)
        {
            yield return "has no Text, Call or Email to be told by";
        }
    }
}

/// <summary>A signed decision that no person covers every hour.</summary>
public sealed class CrisisCoverSettings
{
    /// <summary>"OnCall" (the default) or "None".</summary>
    public string Kind { get; set; } = "OnCall";

    /// <summary>Who signed "None".</summary>
    public string SignedBy { get; set; } = "";

    /// <summary>When, yyyy-MM-dd.</summary>
    public string SignedOn { get; set; } = "";

    /// <summary>True when "None" was signed with name and date.</summary>
    public bool IsSignedNone => Kind == "None" && SignedBy.Length > 0 && SignedOn.Length > 0;
}
