using Companion.Dialogs.Understanding.Phrases;

namespace Companion.Dialogs.Understanding;

/// <summary>Finds what a person needs help with in their own words, from the lexicons "needs-*.txt".</summary>
public static class NeedsReader
{
    private static readonly Lazy<NeedsLexicon> Lexicon = new(NeedsLexicon.Load);

    /// <summary>
    /// The needs in <paramref name="words"/>, each once, in the order they are spoken of; none when nothing is recognised. They are
    /// <see cref="Confidence.Likely"/> and read back to the person, because a lexicon hears subjects and not intentions.
    /// </summary>
    public static IReadOnlyList<Reading<Need>> Read(string words) => Lexicon.Value.Read(Plain.Of(words));

    /// <summary>The name of a need in files and on the command line ("long_term_condition").</summary>
    public static string Label(Need need) => NeedLabels.Of(need);
}
