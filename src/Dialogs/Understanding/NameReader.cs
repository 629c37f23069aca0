namespace Companion.Dialogs.Understanding;

/// <summary>
/// Finds the name somebody gives when asked for it. A sentence, a question, a refusal or an oath is no name; two people's names are
/// asked about.
/// </summary>
public static class NameReader
{
    private const int MostWords = 6;
    private const int SureWords = 4;
    private static readonly NameWords Lexicon = NameWords.All;

    /// <summary>
    /// The name in <paramref name="words"/>, or nothing. Given and family name in two to four plain words are <see cref="Confidence.Clear"/>;
    /// one name alone, initials and longer names are <see cref="Confidence.Likely"/>.
    /// </summary>
    public static Reading<FullName>? Read(string words)
    {
        var text = new NameText(Plain.Of(words));
        if (text.IsQuestion)
        {
            return null;
        }

        var preferred = Preferred(text);
        return Labelled(text, preferred) ?? Introduced(text, preferred) ?? OnlyPreferred(text, preferred);
    }

    /// <summary>"first name Ann surname Lee".</summary>
    private static Reading<FullName>? Labelled(NameText text, NamePart? preferred)
    {
        var given = text.After(Lexicon.First) is { } first ? Part(text, first) : null;
        var family = text.After(Lexicon.Last) is { } last ? Part(text, last) : null;
        return given is { } one && family is { } other
            ? Make(text, one, other, null, preferred, Confidence.Clear, "first and last name")
            : null;
    }

    /// <summary>"my name is Ann Lee", "Ann Lee", "Lee, Ann".</summary>
    private static Reading<FullName>? Introduced(NameText text, NamePart? preferred)
    {
        var start = text.SkipWords(Lexicon.Openers, 0);
        start = text.EndOf(Lexicon.Introductions, start) ?? text.After(Lexicon.Named) ?? start;
        if (preferred is { } nickname && start >= nickname.Before)
        {
            return null;
        }

        var title = text.Word(start) is { } word && Lexicon.Titles.Contains(word) ? NameCase.Of(word) : null;
        if (Part(text, text.SkipDot(title is null ? start : start + 1)) is not { } whole)
        {
            return null;
        }

        return SurnameFirst(text, whole, preferred) ?? InOrder(text, whole, title, preferred);
    }

    private static Reading<FullName>? SurnameFirst(NameText text, NamePart whole, NamePart? preferred)
    {
        if (whole.Words.Count != 1 || !text.IsComma(whole.Next) || Part(text, whole.Next + 1) is not { Words.Count: 1 or 2 } given
            || given.Next != text.Count)
        {
            return null;
        }

        return Make(text, given, whole, null, preferred, Confidence.Likely, "last name, comma, first name");
    }

    private static Reading<FullName>? InOrder(NameText text, NamePart whole, string? title, NamePart? preferred)
    {
        if (whole.Words.Count == 1)
        {
            return whole.Words[0].Length > 1 ? Make(text, whole, null, title, preferred, Confidence.Likely, "one name") : null;
        }

        var family = whole.Words.Count - 1;
        while (family > 1 && Lexicon.Particles.Contains(whole.Words[family - 1].ToLowerInvariant()))
        {
            family--;
        }

        var isPlain = whole.Words.Count <= SureWords && whole.Words[0].Length > 1 && !whole.IsDoubtful;
        return Make(
            text,
            whole with { Words = [.. whole.Words.Take(family)] },
            whole with { Words = [.. whole.Words.Skip(family)] },
            title,
            preferred,
            isPlain ? Confidence.Clear : Confidence.Likely,
            "first and last name");
    }

    private static Reading<FullName>? OnlyPreferred(NameText text, NamePart? preferred) =>
        preferred is { } called ? Make(text, called, null, null, null, Confidence.Likely, "what they are called") : null;

    private static NamePart? Preferred(NameText text)
    {
        foreach (var (before, after) in text.Find(Lexicon.Preferred))
        {
            if (Part(text, after) is { Words.Count: <= 2 } part)
            {
                return part with { Before = before };
            }
        }

        return null;
    }

    /// <summary>The words from <paramref name="start"/> on that can be a name, up to where the name is over; nothing for a sentence.</summary>
    private static NamePart? Part(NameText text, int start)
    {
        var words = new List<string>();
        var (at, isDoubtful) = (start, false);
        while (text.Word(at) is { } word)
        {
            var isAlsoName = IsAlsoName(text, at, words.Count);
            if (words.Count > 0 && !isAlsoName && Lexicon.Stops.Contains(word))
            {
                break;
            }

            if ((Lexicon.NotNames.Contains(word) && !isAlsoName) || !NameText.IsNameLike(text.Written(at)) || words.Count == MostWords)
            {
                return null;
            }

            isDoubtful |= isAlsoName;
            words.Add(words.Count > 0 && IsParticle(text, at) ? word : NameCase.Of(text.Written(at)));
            at = text.SkipDot(at + 1);
        }

        return words.Count == 0 || IsTwoPeople(text, words.Count, at) ? null : new NamePart(words, start, start, at, isDoubtful);
    }

    /// <summary>"Best" after one given name at the end, or "Guy" before one family name at the end: there it is a name.</summary>
    private static bool IsAlsoName(NameText text, int at, int before) =>
        Lexicon.AlsoNames.Contains(text.Word(at)!)
        && ((before == 1 && text.Word(at + 1) is null)
            || (before == 0 && IsOther(text, at + 1) && text.Word(at + 2) is null));

    /// <summary>"Ann and Bob", "Ann &amp; Bob", "Ann Lee, Bob Lee".</summary>
    private static bool IsTwoPeople(NameText text, int words, int at) =>
        text.IsAnd(at) ? IsOther(text, at + 1) : words > 1 && text.IsComma(at) && IsOther(text, at + 1) && IsOther(text, at + 2);

    private static bool IsOther(NameText text, int at) =>
        text.Word(at) is { } other && !Lexicon.NotNames.Contains(other) && !Lexicon.Stops.Contains(other) && NameText.IsNameLike(text.Written(at));

    private static Reading<FullName>? Make(
        NameText text, NamePart given, NamePart? family, string? title, NamePart? preferred, Confidence confidence, string rule)
    {
        var last = family?.Join();
        var called = preferred?.Join();
        return FullName.TryCreate(given.Join(), last, out var name, title, called == given.Join() ? null : called)
            ? new Reading<FullName>(name, confidence, text.Quote(given, family), rule)
            : null;
    }

    /// <summary>"van" before another name, unless it was typed "Van"; "St" is always written with a capital.</summary>
    private static bool IsParticle(NameText text, int at) =>
        text.Word(at) is { } word
        && word is not "st"
        && Lexicon.Particles.Contains(word)
        && !NameCase.IsMixed(text.Written(at))
        && text.Word(at + 1) is { } next
        && !Lexicon.Stops.Contains(next);
}
