using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Appointments;

/// <summary>Whose appointment it is, on a phone that others read too.</summary>
public sealed partial class AppointmentDialog
{
    private const int MostGuesses = 3;

    private AppointmentTrigger HearName()
    {
        if (NameReader.Read(Said.Words) is not { Value: var name })
        {
            return Misunderstood >= 2 ? AppointmentTrigger.Lost : AppointmentTrigger.Unclear;
        }

        var names = (Slots[AppointmentSlots.Names] ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Any(known => IsFirst(known, name.Given) || IsFirst(known, name.Preferred)))
        {
            return Slots[AppointmentSlots.Step] == AppointmentSteps.Cancelled ? AppointmentTrigger.NamedAndTold : AppointmentTrigger.Named;
        }

        return Guesses + 1 >= MostGuesses ? AppointmentTrigger.Lost : AppointmentTrigger.Other;
    }

    private int Guesses => int.TryParse(Slots[AppointmentSlots.Guesses], out var guesses) ? guesses : 0;

    // "Mary Ann" answers for "Mary".
    private static bool IsFirst(string known, string? given) =>
        given is not null && string.Equals(First(known), First(given), StringComparison.OrdinalIgnoreCase);

    private static string First(string name) => name.Split(' ')[0];

    private void NotThem()
    {
        Slots = Slots.With(AppointmentSlots.Guesses, $"{Guesses + 1}");
        Say("appointment.name.other");
    }

    private void PhoneThem()
    {
        Do(new OpenHandOff(HandOffReason.Misunderstood));
        Say("appointment.name.lost");
        Close("not named");
    }
}
