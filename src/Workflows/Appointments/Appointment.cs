using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Appointments;

/// <summary>How an appointment takes place; all a text says of what it is about.</summary>
public enum AppointmentKind
{
    Phone,

    /// <summary>At a place.</summary>
    FaceToFace,

    /// <summary>At the person's home.</summary>
    Home,
    Video,
}

/// <summary>Where an appointment stands.</summary>
public enum AppointmentStatus
{
    Booked,

    /// <summary>The person said yes.</summary>
    Confirmed,
    CancelledByPerson,
    CancelledByService,

    /// <summary>The person wants another time.</summary>
    ToRebook,
    Attended,
    Missed,
}

/// <summary>Where an appointment came from.</summary>
public enum AppointmentSource
{
    Console,
    Import,
    Api,
}

/// <summary>An appointment of a person with a service. Its plan is local time in Europe/London.</summary>
public sealed class Appointment
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long CaseId { get; set; }

    public long PersonId { get; set; }

    /// <summary>Where the person is texted about it.</summary>
    public long AddressId { get; set; }

    public AppointmentKind Kind { get; set; }

    public LocalDate StartsOn { get; set; }

    public LocalTime StartsAt { get; set; }

    /// <summary>How long it takes.</summary>
    public int Minutes { get; set; }

    /// <summary>Where, for one at a place.</summary>
    public string? Place { get; set; }

    /// <summary>The link worker's name; null for the service's.</summary>
    public string? With { get; set; }

    public AppointmentStatus Status { get; set; }

    /// <summary>Counts up with each change of time, place or whether it takes place; a timer armed for an earlier one does nothing.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Its name in another system, or the key of its row in a file; unique in a service.</summary>
    public string? ExternalId { get; set; }

    /// <summary>The plan as another system or a file last asked for it: asked for again, it changes nothing.</summary>
    public string? AskedFor { get; set; }

    public AppointmentSource Source { get; set; }

    /// <summary>How many of the reminders were sent or are past.</summary>
    public int Reminded { get; set; }

    /// <summary>True once the person said yes to a reminder: no more are needed.</summary>
    public bool AnsweredReminder { get; set; }

    /// <summary>The conversation about it that was begun last.</summary>
    public long? ConversationId { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant UpdatedAt { get; set; }

    /// <summary>When it begins, local.</summary>
    public LocalDateTime Starts => StartsOn + StartsAt;

    /// <summary>When it begins.</summary>
    public Instant Start => Starts.Instant();

    /// <summary>When it is over.</summary>
    public Instant End => Start + Duration.FromMinutes(Minutes);

    /// <summary>True while it is to take place.</summary>
    public bool IsOn => Status is AppointmentStatus.Booked or AppointmentStatus.Confirmed;

    /// <summary>True once a person or the service called it off.</summary>
    public bool IsOff => Status is AppointmentStatus.CancelledByPerson or AppointmentStatus.CancelledByService;

    /// <summary>True once somebody wrote down whether the person came.</summary>
    public bool IsOver => Status is AppointmentStatus.Attended or AppointmentStatus.Missed;
}
