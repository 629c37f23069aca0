using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Workers;

/// <summary>What somebody does in a service. Each may do what those before them may, but a commissioner, who sees outcomes and no person.</summary>
public enum WorkerRole
{
    /// <summary>Holds conversations and cases.</summary>
    LinkWorker,

    /// <summary>Is told when no link worker has taken a hand-off in time.</summary>
    Senior,

    /// <summary>Is told when no senior has, and enters workers, leave and who is on call.</summary>
    Manager,

    /// <summary>Sees what changed for people, and nobody's record.</summary>
    Commissioner,
}

/// <summary>Somebody who works for a service.</summary>
public sealed class Worker
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    /// <summary>As colleagues know them, for example "Sam Okoye".</summary>
    public required string Name { get; set; }

    /// <summary>As people are told who writes to them, for example "Sam".</summary>
    public required string ShownName { get; set; }

    public WorkerRole Role { get; set; }

    /// <summary>Where they are told of hand-offs, and how their sign-in is known; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>The object id of their Microsoft Entra account, once a sign-in or a message in Teams has shown it.</summary>
    public string? EntraId { get; set; }

    /// <summary>What they are good at: needs by their names ("Debt Caring"), separated by spaces; empty means anything.</summary>
    public string Skills { get; set; } = "";

    /// <summary>Outward postcodes they work in, separated by spaces; empty means the whole area.</summary>
    public string Areas { get; set; } = "";

    /// <summary>Languages they speak, as in the resource files, separated by spaces.</summary>
    public string Languages { get; set; } = "en";

    /// <summary>When they work, as <see cref="WeekHours"/> reads it.</summary>
    public string Hours { get; set; } = "Mon-Fri 09:00-17:00";

    /// <summary>How many conversations they hold at once at most.</summary>
    public int MostHeld { get; set; } = 10;

    /// <summary>When they left the service; null while they work there.</summary>
    public Instant? LeftAt { get; set; }

    /// <summary>The first moment not before a local time at which they work; null when they never do.</summary>
    /// <param name="at">The local time.</param>
    /// <param name="isAway">Days on which they are not there: bank holidays and leave.</param>
    public LocalDateTime? NextIn(LocalDateTime at, Func<LocalDate, bool> isAway) =>
        WeekHours.TryParse(Hours, out var hours, out _) ? hours.NextOpen(at, isAway) : null;
}

/// <summary>Days on which somebody is away, both included.</summary>
public sealed class Leave
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long WorkerId { get; set; }

    public LocalDate From { get; set; }

    public LocalDate To { get; set; }

    public string Note { get; set; } = "";

    /// <summary>True on a day of it.</summary>
    public bool Contains(LocalDate day) => From <= day && day <= To;
}
