using System.ComponentModel.DataAnnotations;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Groups;

/// <summary>How a service runs its groups, as <c>Services:KEY:Groups</c> configures it.</summary>
public sealed class GroupSettings
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The local time at which members are reminded, the day before each session.</summary>
    [Required]
    public string RemindAt { get; set; } = "10:00";

    /// <summary>For how many hours a place is kept for somebody it was offered to; the end is put off into opening hours.</summary>
    [Range(4, 336)]
    public int OfferHours { get; set; } = 48;

    /// <summary>After how many minutes somebody who is not known to have got the news of a change is to be phoned.</summary>
    [Range(5, 1440)]
    public int PhoneAfterMinutes { get; set; } = 30;

    /// <summary>The time of reminders, read.</summary>
    public LocalTime Remind { get; private set; }

    /// <summary>Reads the texts of this section; says what is wrong with which key.</summary>
    internal IEnumerable<(string Key, string Problem)> Prepare(QuietHours quiet)
    {
        if (!Clock.Parse(RemindAt).TryGetValue(default, out var remind))
        {
            yield return (nameof(RemindAt), $"'{RemindAt}' is not a time such as 10:00");
        }
        else if (quiet.From != quiet.To && quiet.Contains(remind))
        {
            yield return (nameof(RemindAt), $"{RemindAt} lies in the quiet hours");
        }

        Remind = remind;
    }
}
