namespace Companion.Workflows.Groups;

/// <summary>Words that say on a lock screen why somebody goes to a group; a neutral name holds none of them.</summary>
internal static class TellingWords
{
    private static readonly string[] Beginnings =
    [
        "abuse", "addict", "adhd", "alcohol", "anonymous", "anxi", "arthrit", "asthma", "autis", "benefit", "bereave", "bipolar", "cancer", "carer", "copd",
        "counsel", "crisis", "debt", "dement", "depress", "diabet", "diet", "disab", "domestic", "drink", "drug", "eating", "epilep", "gambl", "grie", "hiv",
        "homeless", "hospital", "illness", "isolat", "lonel", "loss", "meds", "medic", "memory", "menopause", "mental", "mind", "obes", "pain", "patient",
        "psych", "recover", "refugee", "rehab", "self-harm", "slimming", "smok", "sober", "stress", "stroke", "suicid", "support", "surviv", "therap", "trauma",
        "victim", "violence", "weight", "wellbeing", "widow",
    ];

    /// <summary>The first such word in a name, as it stands there; null when there is none.</summary>
    public static string? In(string name) => name
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(word => Array.Exists(Beginnings, beginning => word.TrimStart('(', '\'', '"').StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));
}
