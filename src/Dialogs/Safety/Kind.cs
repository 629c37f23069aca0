namespace Companion.Dialogs.Safety;

/// <summary>What the danger is. Each kind has its own words (see <see cref="SafetyWords"/>).</summary>
public enum Kind
{
    None,

    /// <summary>Thoughts of dying or of ending one's life, passive ones too, whoever has them.</summary>
    Suicide,

    /// <summary>Hurting oneself, now or lately.</summary>
    SelfHarm,

    /// <summary>Voices or visions that command or frighten.</summary>
    Psychosis,

    /// <summary>Domestic, sexual or honour-based abuse, coercive control, stalking: the wrong person may read our answer.</summary>
    Abuse,

    /// <summary>A child is hurt, neglected, groomed or in danger, whoever tells it.</summary>
    Child,

    /// <summary>Somebody may be hurt by the person or by somebody they tell of.</summary>
    HarmToOthers,

    /// <summary>Life may be lost within the hour: illness, injury, overdose, fire, gas.</summary>
    Emergency,

    /// <summary>An adult is neglected (by themselves or a carer) or exploited.</summary>
    Neglect,

    /// <summary>No food, heat, medicine or bed tonight.</summary>
    Hardship,

    /// <summary>Words in a language that the listener does not know: they may say anything.</summary>
    OtherLanguage,
}

/// <summary>What belongs to a kind.</summary>
public static class Kinds
{
    /// <summary>The coarse label used in the record and the evaluation: crisis, safeguarding, emergency or none.</summary>
    public static string Label(this Kind kind) => kind switch
    {
        Kind.Suicide or Kind.SelfHarm or Kind.Psychosis or Kind.OtherLanguage => "crisis",
        Kind.Emergency => "emergency",
        Kind.None => "none",
        _ => "safeguarding",
    };
}
