using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>People who meet again and again. What is sent about it names only its neutral name.</summary>
public sealed class Group
{
    /// <summary>The longest neutral name, in GSM-7 characters.</summary>
    public const int LongestNeutralName = 20;

    public long Id { get; set; }

    public required string ServiceId { get; set; }

    /// <summary>What staff call it.</summary>
    public required string Name { get; set; }

    /// <summary>What texts call it: lock screens are read by others.</summary>
    public required string NeutralName { get; set; }

    public required string Place { get; set; }

    /// <summary>How to get there without stairs; empty when nothing is known.</summary>
    public string Transport { get; set; } = "";

    /// <summary>How many can be in it.</summary>
    public int Capacity { get; set; }

    /// <summary>True when members may bring others where there is room.</summary>
    public bool GuestsWelcome { get; set; }

    /// <summary>Who runs it, as staff know them.</summary>
    public string Leader { get; set; } = "";

    /// <summary>The rhythm as <see cref="Recurrence"/> reads it.</summary>
    public required string Repeats { get; set; }

    /// <summary>The first day a session may be on.</summary>
    public LocalDate StartsOn { get; set; }

    /// <summary>The last day, as yyyy-MM-dd, or a number of sessions; empty for a list of days.</summary>
    public string Until { get; set; } = "";

    /// <summary>When sessions begin, local time.</summary>
    public LocalTime Time { get; set; }

    /// <summary>How long a session lasts.</summary>
    public int Minutes { get; set; }

    /// <summary>True when it meets on bank holidays too.</summary>
    public bool OnHolidays { get; set; }

    /// <summary>Counts the changes; a reminder armed for an earlier one is armed anew.</summary>
    public int Version { get; set; }

    public Instant CreatedAt { get; set; }
}
