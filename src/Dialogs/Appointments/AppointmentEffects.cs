using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Appointments;

/// <summary>What a person says to an appointment.</summary>
public enum AppointmentAnswer
{
    Coming,

    /// <summary>They come, and may be late.</summary>
    ComingLate,
    NotComing,
    AnotherTime,
}

/// <summary>Keep what the person says to the appointment; of several answers the last holds.</summary>
/// <param name="Answer">What they say.</param>
/// <param name="Words">The words in which they say when it would suit them, for another time; empty when they have not said yet.</param>
/// <param name="More">True when they write more than the answer, which a person has to read.</param>
public sealed record AnswerAppointment(AppointmentAnswer Answer, string Words = "", bool More = false) : Effect;

/// <summary>Move the appointment to a free time that was offered, if nobody has taken it since.</summary>
/// <param name="At">Day and time, 2026-03-03T10:30.</param>
public sealed record TakeFreeTime(string At) : Effect;
