namespace Companion.Dialogs.Understanding.Replies;

/// <summary>The greeting before an answer and the thanks after it, by <c>Lexicons/courtesy.txt</c>.</summary>
internal static class Courtesy
{
    private static readonly Lexicon Words = Lexicon.Of("courtesy");
    private static readonly PhraseBook Greetings = new(Words, "greeting");
    private static readonly PhraseBook Farewells = new(Words, "farewell");

    /// <summary>No greeting or farewell has more words and marks.</summary>
    private const int Longest = 8;

    /// <summary>What is said after the greeting; everything when nothing but a greeting is said.</summary>
    public static IReadOnlyList<Term> WithoutGreeting(IReadOnlyList<Term> terms)
    {
        var said = TextsOf(terms);
        var from = 0;
        for (var length = GreetingAt(said, from); length > 0; length = GreetingAt(said, from))
        {
            from += length;
            while (from < said.Count && IsMark(said[from]))
            {
                from++;
            }
        }

        return from < terms.Count ? [.. terms.Skip(from)] : terms;
    }

    /// <summary>What is said before the thanks; everything when nothing but thanks is said.</summary>
    public static IReadOnlyList<Term> WithoutFarewell(IReadOnlyList<Term> terms)
    {
        var said = TextsOf(terms);
        var end = EndOf(said, terms.Count);
        for (var length = FarewellBefore(said, end); length > 0; length = FarewellBefore(said, end))
        {
            end = EndOf(said, end - length);
        }

        return end > 0 ? [.. terms.Take(end)] : terms;
    }

    private static int GreetingAt(List<string> said, int from) =>
        Greetings.Find(said[from..Math.Min(from + Longest, said.Count)]).Where(hit => hit.First == 0)
            .Select(hit => hit.Length).DefaultIfEmpty().Max();

    private static int FarewellBefore(List<string> said, int end)
    {
        var last = said[Math.Max(0, end - Longest)..end];
        return Farewells.Find(last).Where(hit => hit.Last == last.Count - 1).Select(hit => hit.Length).DefaultIfEmpty().Max();
    }

    private static int EndOf(List<string> said, int end)
    {
        while (end > 0 && IsMark(said[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static bool IsMark(string word) => word is "." or "," or "!" or "-" or ";" or ":" or ")" or "(";

    private static List<string> TextsOf(IReadOnlyList<Term> terms) => [.. terms.Select(term => term.Text)];
}
