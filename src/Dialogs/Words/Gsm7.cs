namespace Companion.Dialogs.Words;

/// <summary>How a text travels as SMS: the GSM 03.38 alphabet (160 letters, 153 a part when joined) or UCS-2 (70, 67 a part).</summary>
public static class Gsm7
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "^{}\\[~]|€\f";

    /// <summary>True when every letter is in the GSM alphabet.</summary>
    public static bool Fits(string words) => words.All(c => Basic.Contains(c) || Extended.Contains(c));

    /// <summary>The number of segments the words are sent and charged as; an empty text is one.</summary>
    public static int Segments(string words)
    {
        if (Fits(words))
        {
            return Parts(words, 160, 153, c => Extended.Contains(c) ? 2 : 1);
        }

        var units = words.EnumerateRunes().Select(rune => rune.Utf16SequenceLength).ToList();
        return Count(units, 70, 67);
    }

    private static int Parts(string words, int single, int part, Func<char, int> weight) =>
        Count(words.Select(weight).ToList(), single, part);

    // A two-unit letter (an escape pair, a surrogate pair) is never split over two parts.
    private static int Count(List<int> weights, int single, int part)
    {
        if (weights.Sum() <= single)
        {
            return 1;
        }

        var (parts, room) = (1, part);
        foreach (var weight in weights)
        {
            if (weight > room)
            {
                (parts, room) = (parts + 1, part);
            }

            room -= weight;
        }

        return parts;
    }
}
