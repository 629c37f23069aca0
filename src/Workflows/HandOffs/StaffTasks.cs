using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>Who and what a task is about.</summary>
/// <param name="ServiceId">The service whose staff get it.</param>
/// <param name="AddressId">The number or chat.</param>
/// <param name="HandOffId">The hand-off it belongs to, if any.</param>
internal readonly record struct TaskAbout(string ServiceId, long AddressId, long? HandOffId = null)
{
    /// <summary>The address of a task that is about no person.</summary>
    public const long Nobody = 0;
}

/// <summary>The kinds of task, and how staff are given one.</summary>
internal static class StaffTasks
{
    public const string Phone = "Phone";
    public const string Review = "Review";
    public const string PrivateQuestion = "PrivateQuestion";
    public const string CheckIn = "CheckIn";
    public const string Group = "Group";
    public const string CheckConsent = "CheckConsent";
    public const string Appointment = "Appointment";
    public const string Attendance = "Attendance";
    public const string Reminder = "Reminder";

    /// <summary>Gives staff a task.</summary>
    /// <param name="session">The open transaction.</param>
    /// <param name="kind">One of the kinds above.</param>
    /// <param name="about">Who it is about.</param>
    /// <param name="reason">Why, in words for staff.</param>
    /// <param name="now">The moment of this turn.</param>
    /// <param name="due">By when; at once, when null.</param>
    /// <returns>The id of the task.</returns>
    public static long Give(Session session, string kind, TaskAbout about, string reason, Instant now, Instant? due = null)
    {
        var task = new StaffTask
        {
            Id = session.NextId(),
            ServiceId = about.ServiceId,
            AddressId = about.AddressId,
            HandOffId = about.HandOffId,
            Kind = kind,
            Reason = reason,
            CreatedAt = now,
            DueAt = due ?? now,
        };
        session.Insert(task);
        return task.Id;
    }
}
