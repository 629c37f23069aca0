namespace Companion.Dialogs.Appointments;

/// <summary>The names of the values a conversation about an appointment holds.</summary>
public static class AppointmentSlots
{
    /// <summary>The id of the appointment.</summary>
    public const string Id = "appointment";

    /// <summary>The version of the appointment that was told.</summary>
    public const string Version = "version";

    /// <summary>Why it was begun: a member of <see cref="AppointmentSteps"/>.</summary>
    public const string Step = "step";

    /// <summary>The key of its kind in neutral words: phone, place, home or video.</summary>
    public const string Kind = "kind";

    /// <summary>Day and time as people read them: "Tue 3 March, 10:30am".</summary>
    public const string When = "when";

    /// <summary>The weekday in English, for answers that name it.</summary>
    public const string Day = "day";

    /// <summary>Where, for one that is at a place.</summary>
    public const string Place = "place";

    /// <summary>With whom: the link worker, or the service.</summary>
    public const string With = "with";

    /// <summary>The link to the calendar file.</summary>
    public const string Link = "link";

    /// <summary>The first names of whom it is for, divided by bars; there only on a phone that others read too.</summary>
    public const string Names = "names";

    /// <summary>How many names were given that it is not for.</summary>
    public const string Guesses = "guesses";

    /// <summary>Where it stands by what the person said: a member of <see cref="AppointmentAnswer"/>.</summary>
    public const string Standing = "standing";

    /// <summary>The id of the link worker's task about it.</summary>
    public const string Task = "task";

    /// <summary>A free time that is offered, as people read it.</summary>
    /// <param name="number">1 to 3.</param>
    public static string Offer(int number) => $"offer.{number}";

    /// <summary>The same as it is booked: 2026-03-03T10:30.</summary>
    /// <param name="number">1 to 3.</param>
    public static string OfferAt(int number) => $"offer.{number}.at";
}

/// <summary>Why a conversation about an appointment was begun.</summary>
public static class AppointmentSteps
{
    public const string Booked = "booked";

    public const string Reminder = "reminder";

    /// <summary>The reminder nearest to it.</summary>
    public const string Last = "last";

    public const string Moved = "moved";

    /// <summary>The service called it off: they are told, and nothing is asked.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The time they chose was taken meanwhile: others are offered.</summary>
    public const string Offer = "offer";

    /// <summary>The time they chose was taken meanwhile, and there is no other: they are asked what suits them.</summary>
    public const string When = "when";
}
