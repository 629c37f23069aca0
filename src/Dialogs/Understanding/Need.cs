namespace Companion.Dialogs.Understanding;

/// <summary>What a person may need help with: the fifteen categories that triage and the directory use.</summary>
public enum Need
{
    Money,
    Loneliness,
    Housing,
    MentalWellbeing,
    LongTermCondition,
    Digital,
    Transport,
    Food,
    PhysicalActivity,
    SubstanceUse,
    Bereavement,
    Employment,
    LegalImmigration,
    Caring,
    DomesticAbuse,
}
