namespace Companion.Dialogs.Safety.Spoken;

/// <summary>Other forms an English word may have ("stepping", "steps" for "step"), for words the lexicon holds in one form only.</summary>
internal static class Forms
{
    private const int Shortest = 4;

    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < Shortest)
        {
            yield break;
        }

        foreach (var stem in Stems(word))
        {
            yield return stem;
            yield return stem + "ing";
            yield return stem + "ed";
            yield return stem + "s";
        }
    }

    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        foreach (var ending in new[] { "ing", "ed", "es", "s" })
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                yield return stem;
                yield return stem + "e";
                if (stem[^1] == stem[^2])
                {
                    yield return stem[..^1];
                }
            }
        }
    }
}
