using System.Text.RegularExpressions;

namespace Companion.Workflows.Groups;

/// <summary>
/// Words that say on a lock screen why somebody goes to a group or an appointment; a neutral name holds none of them. Whole words only:
/// Mindy is a name. A place may be named after what is in it: Hospital Road is an address, the Mental Health Unit is not.
/// </summary>
internal static partial class TellingWords
{
    private static readonly HashSet<string> Words = new(
        [
            "abuse", "abused", "addict", "addicts", "addiction", "addictions", "adhd", "alcohol", "alcoholic", "alcoholics", "anonymous", "anxiety", "anxious",
            "arthritis", "asthma", "autism", "autistic", "benefit", "benefits", "bereaved", "bereavement", "bipolar", "cancer", "carer", "carers", "copd",
            "counselling", "counsellor", "counsellors", "crisis", "debt", "debts", "dementia", "depressed", "depression", "diabetes", "diabetic", "diet", "dieting",
            "disability", "disabled", "domestic", "drinking", "drinkers", "drug", "drugs", "eating", "epilepsy", "epileptic", "gambler", "gamblers", "gambling",
            "grief", "grieve", "grieving", "hiv", "homeless", "homelessness", "hospital", "illness", "illnesses", "isolated", "isolation", "loneliness", "lonely", "loss",
            "medical", "medication", "medicine", "medicines", "meds", "memory", "menopause", "mental", "mentally", "mind", "mindful", "mindfulness", "minds",
            "obese", "obesity", "pain", "patient", "patients", "psychiatric", "psychiatrist", "psychiatry", "psychological", "psychologist", "psychology",
            "psychosis", "psychotherapy", "recovering", "recovery", "refugee", "refugees", "rehab", "rehabilitation", "slimmers", "slimming", "smokers", "smoking",
            "sober", "sobriety", "stress", "stressed", "stroke", "suicidal", "suicide", "support", "survivor", "survivors", "therapeutic", "therapist", "therapists",
            "therapy", "trauma", "traumatic", "victim", "victims", "violence", "violent", "weight", "wellbeing", "widow", "widowed", "widower", "widowers",
            "widows", "self-harm", "anti-stress", "well-being",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Streets = new(
        [
            "road", "rd", "street", "st", "lane", "ln", "avenue", "ave", "close", "drive", "way", "hill", "row", "terrace", "walk", "gardens", "grove", "court",
            "crescent", "place", "square", "park", "mews", "green", "yard", "bridge", "fields", "rise", "parade", "gate",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The first such word in a name, as it stands there; null when there is none.</summary>
    public static string? In(string name) => Found(name, isPlace: false);

    /// <summary>The same in a place, where a word that a street is named by ("Hospital Road") tells nothing.</summary>
    public static string? InPlace(string place) => Found(place, isPlace: true);

    private static string? Found(string text, bool isPlace)
    {
        var words = Word().Matches(text);
        for (var at = 0; at < words.Count; at++)
        {
            if (IsTelling(words[at].Value) && !(isPlace && at + 1 < words.Count && Streets.Contains(words[at + 1].Value) && IsBeside(text, words[at], words[at + 1])))
            {
                return words[at].Value;
            }
        }

        return null;
    }

    // "Carer's" and "self-harm" tell as "carers" does, and so does either half of "drug-free".
    private static bool IsTelling(string word) =>
        Words.Contains(word) || Words.Contains(Owner().Replace(word, "")) || Words.Contains(word.TrimEnd('s')) || word.Split('-').Any(Words.Contains);

    // "Mental, Close" is no street.
    private static bool IsBeside(string text, Match first, Match next) => text.AsSpan(first.Index + first.Length, next.Index - first.Index - first.Length).Trim().IsEmpty;

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:['\u2019-][\p{L}\p{Nd}]+)*")]
    private static partial Regex Word();

    [GeneratedRegex(@"['\u2019]s$", RegexOptions.IgnoreCase)]
    private static partial Regex Owner();
}
