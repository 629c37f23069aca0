using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Safety;

/// <summary>
/// Notices words in a language that the listener does not know. They may hold any danger, so they are asked about (design, 6), and a
/// call with an interpreter is offered.
/// </summary>
internal sealed class OtherLanguage
{
    private const int Fewest = 2;
    private const int Share = 3; // one word in three
    private const int LettersOfAScript = 3;

    // Below this lie Latin letters with every accent.
    private const char LastLatin = '\u024F';

    // Letters and what is typed for them without accents, one for one. The framework leaves accents on where culture data are left out.
    private const string Accented = "àáâãäåāăąçćčđďèéêëēėęěğìíîïīįıłñńňòóôõöøőřśšşșţțťùúûüūůűųýÿźżžŵŷ";
    private const string Plainly = "aaaaaaaaacccddeeeeeeeegiiiiiiilnnnooooooorsssstttuuuuuuuuyyzzzwy";

    private readonly Dictionary<string, string> _languages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofDying = new(StringComparer.Ordinal);

    /// <summary>Reads the words of each language: "polish: nie jest | umrzec", a line each.</summary>
    /// <exception cref="FormatException">A line without a name; the message says which.</exception>
    public OtherLanguage(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith("//", StringComparison.Ordinal)))
        {
            if (line.Split(':') is not [var language, var words])
            {
                throw new FormatException($"Languages/words.txt: '{line}' is not a language, a colon and its words");
            }

            var halves = words.Split('|');
            foreach (var word in Words(halves[0]).Concat(Words(halves[^1])))
            {
                _languages.TryAdd(word, language);
            }

            _ofDying.UnionWith(halves.Length > 1 ? Words(halves[1]) : []);
        }
    }

    /// <summary>The language of <paramref name="words"/>, "script" when only its letters are known, or null when it may be English.</summary>
    public string? Of(string words)
    {
        if (IsInAnotherScript(words))
        {
            return "script";
        }

        var typed = Plain.Of(words).Tokens.Where(token => token.IsWord).Select(token => Unaccented(token.Text)).ToList();
        if (typed.Find(_ofDying.Contains) is { } grave)
        {
            return _languages[grave];
        }

        var known = typed.Where(_languages.ContainsKey).ToList();
        return known.Distinct().Count() >= Fewest && known.Count * Share >= typed.Count
            ? known.CountBy(word => _languages[word]).MaxBy(language => language.Value).Key
            : null;
    }

    private static string Unaccented(string word) => string.Concat(word.Select(letter =>
        Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Plainly[at] : letter));

    private static bool IsInAnotherScript(string words)
    {
        var (foreign, latin) = (0, 0);
        foreach (var letter in words.Where(char.IsLetter))
        {
            _ = letter > LastLatin && letter is < '\uFF00' ? foreign++ : latin++;
        }

        return foreign >= LettersOfAScript && foreign >= latin;
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
