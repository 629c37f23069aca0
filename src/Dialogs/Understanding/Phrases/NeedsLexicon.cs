namespace Companion.Dialogs.Understanding.Phrases;

/// <summary>The phrases of one need, and those that only look like it.</summary>
internal sealed record NeedPhrases(Need Need, PhraseBook Said, PhraseBook Except);

/// <summary>All that the needs lexicons say, made ready for reading.</summary>
internal sealed class NeedsLexicon(
    Vocabulary vocabulary,
    IReadOnlyDictionary<string, string> spellings,
    IReadOnlyList<NeedPhrases> needs,
    PhraseBook deniedBefore,
    PhraseBook deniedAfter)
{
    private const int LongestDenial = 7;

    /// <summary>Reads the embedded files.</summary>
    public static NeedsLexicon Load() => new NeedsLexiconLoader(LexiconFile.All("needs-")).Load();

    /// <summary>The needs heard, each once, by where they are first spoken of.</summary>
    public IReadOnlyList<Reading<Need>> Read(Plain plain)
    {
        var sentence = new Sentence(plain, vocabulary, spellings);
        return
        [
            .. needs
                .Select(need => (need.Need, Match: First(need, sentence)))
                .Where(heard => heard.Match is not null)
                .OrderBy(heard => heard.Match!.Value.Start)
                .Select(heard => AsReading(heard.Need, heard.Match!.Value, sentence)),
        ];
    }

    private static Reading<Need> AsReading(Need need, Match match, Sentence sentence) =>
        new(need, Confidence.Likely, sentence.Quote(match.Start, match.End), match.Rule);

    private Match? First(NeedPhrases need, Sentence sentence)
    {
        var exceptions = need.Except.In(sentence).ToList();
        foreach (var match in need.Said.In(sentence))
        {
            if (!exceptions.Exists(other => other.Start < match.End && match.Start < other.End) && !IsDenied(sentence, match))
            {
                return match;
            }
        }

        return null;
    }

    private bool IsDenied(Sentence sentence, Match match) =>
        deniedBefore.EndsAt(sentence, match.Start, LongestDenial) || deniedAfter.StartsAt(sentence, match.End);
}
