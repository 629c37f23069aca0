namespace Companion.Dialogs.Understanding;

/// <summary>The letter O for nought and I for one, and the other way round, put right where the position decides.</summary>
internal static class PostcodeRepair
{
    /// <summary>The only postcode that <paramref name="text"/> can be when O and 0, I and 1 may be exchanged; nothing when several.</summary>
    public static Postcode? Of(string text)
    {
        var upper = text.ToUpperInvariant();
        if (!upper.Any(char.IsAsciiDigit) || !upper.Any(IsDoubtful))
        {
            return null;
        }

        var possible = Spellings(upper, 0).Where(spelling => Postcode.TryParse(spelling, out _)).Distinct().Take(2).ToList();
        return possible.Count == 1 ? Postcode.Parse(possible[0]) : null;
    }

    private static IEnumerable<string> Spellings(string text, int from)
    {
        var at = from;
        while (at < text.Length && !IsDoubtful(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return [text];
        }

        var exchanged = $"{text[..at]}{Other(text[at])}{text[(at + 1)..]}";
        return Spellings(text, at + 1).Concat(Spellings(exchanged, at + 1));
    }

    private static bool IsDoubtful(char letter) => letter is 'O' or '0' or 'I' or '1';

    private static char Other(char letter) => letter switch
    {
        'O' => '0',
        '0' => 'O',
        'I' => '1',
        _ => 'I',
    };
}
