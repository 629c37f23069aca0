using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Dialogs.Talking;

/// <summary>What a person wrote, with what a dialog may know of the moment: it has no clock of its own.</summary>
/// <param name="Words">The words as they arrived, cleaned of what cannot be stored.</param>
/// <param name="Today">The local date, for dates of birth.</param>
/// <param name="Service">What the dialog needs to know of the service.</param>
public sealed record Utterance(string Words, LocalDate Today, ServiceFacts Service)
{
    private Plain? plain;

    /// <summary>The words made plain, once.</summary>
    public Plain Plain => plain ??= Plain.Of(Words);
}

/// <summary>What a dialog may know of the service it speaks for.</summary>
/// <param name="Name">The service's name as people know it.</param>
/// <param name="Phone">The number people phone.</param>
/// <param name="Outwards">Outward postcodes of the service's area, upper case; empty means everywhere.</param>
/// <param name="Surgeries">The GP surgeries of the area.</param>
/// <param name="HearsBackBy">Within how many working days somebody is in touch.</param>
public sealed record ServiceFacts(
    string Name,
    string Phone,
    IReadOnlySet<string> Outwards,
    IReadOnlyList<Surgery> Surgeries,
    int HearsBackBy);

/// <summary>A GP surgery.</summary>
/// <param name="OdsCode">The Organisation Data Service code, for example A12345.</param>
/// <param name="Name">Its name as people say it.</param>
public sealed record Surgery(string OdsCode, string Name);
