using Companion.Dialogs.Safety;

namespace Companion.Workflows.Sharing;

/// <summary>
/// Whether a sentence touches on risk or safeguarding, so that it stays out of what others than the GP may read. It errs to leaving out:
/// whoever writes the letter sees that something was left out, and may put it in.
/// </summary>
public sealed class Delicate(Listener listener)
{
    private static readonly string[] Stems =
    [
        "risk", "safeguard", "abus", "violen", "assault", "coerc", "stalk", "refuge", "marac", "police", "probation", "suicid", "self-harm",
        "self harm", "overdose", "unsafe", "not safe", "danger", "crisis", "social services", "protection", "hits", "hurts", "threat",
    ];

    // Lack of money or another language is nobody's secret danger.
    private static readonly Kind[] Ordinary = [Kind.Hardship, Kind.OtherLanguage];

    /// <summary>True when it does.</summary>
    public bool Touches(string sentence) =>
        Array.Exists(Stems, stem => sentence.Contains(stem, StringComparison.OrdinalIgnoreCase))
        || listener.Hear(sentence, []).Hits.Any(hit => !Ordinary.Contains(hit.Kind));
}
