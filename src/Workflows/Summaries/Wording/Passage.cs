using System.Text.RegularExpressions;
using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Summaries.Wording;

/// <summary>Words read into clauses: text-speak and shortened forms written out, marks gone.</summary>
internal sealed partial class Passage
{
    private const string Marks = ".!?;:,-()";

    private readonly List<Word> _words = [];
    private string? _plainly;

    private Passage(string text) => Text = text;

    /// <summary>The words as they were given.</summary>
    public string Text { get; }

    public IReadOnlyList<Word> Words => _words;

    /// <summary>The words that could be untrue.</summary>
    public IEnumerable<Word> Content => _words.Where(word => word.IsContent);

    /// <summary>Reads words. Never throws, whatever they are.</summary>
    public static Passage Of(string text)
    {
        var passage = new Passage(text);
        passage.Read(Plain.Of(LineEnd().Replace(Shortened().Replace(text, WriteOut), " . ")));
        return passage;
    }

    private string Plainly => _plainly ??= $" {string.Join(' ', _words.Select(word => word.Text))} ";

    /// <summary>What stands in quotation marks.</summary>
    public IEnumerable<string> Quotes => Quoted().Matches(Text).Select(match => match.Groups["words"].Value);

    /// <summary>True when a word or phrase stands in it.</summary>
    public bool Says(string phrase) => phrase.Contains(' ', StringComparison.Ordinal)
        ? Plainly.Contains($" {phrase} ", StringComparison.Ordinal)
        : _words.Any(word => word.Text == phrase);

    /// <summary>The first word or phrase of a class that stands in it, or null.</summary>
    public string? SaysOneOf(string kind) => Classes.Shipped[kind].FirstOrDefault(Says);

    private void Read(Plain plain)
    {
        var (clause, sentence, first, quoted) = (0, 0, true, false);
        var words = new List<Word>();
        var questions = new HashSet<int>();
        for (var at = 0; at < plain.Tokens.Count; at++)
        {
            var token = plain.Tokens[at];
            if (token.IsWord)
            {
                clause += Begins(plain, at) ? 1 : 0;
                var last = EndOfNumber(plain, at);
                var written = plain.Quote(at, last);
                foreach (var text in last > at ? [written] : Classes.Shipped.WrittenOut(IsSaturday(plain, at) ? "saturday" : Whole(token.Text)))
                {
                    words.Add(new Word(text, written, clause, sentence, first) { Quoted = quoted });
                    first = false;
                }

                at = last;
            }
            else if (Marks.Contains(token.Text[0]) && !InsideWord(plain, at))
            {
                clause++;
                if (token.Text == "?")
                {
                    questions.Add(sentence);
                }

                if (token.Text is "." or "!" or "?")
                {
                    (sentence, first) = (sentence + 1, true);
                }

                first |= token.Text == ":";
            }
            else
            {
                first |= token.Text == "\"";
                quoted ^= token.Text == "\"";
            }
        }

        _words.AddRange(Clauses.Weighed(words, questions));
    }

    // "one sat a month", but not "he sat down".
    private static bool IsSaturday(Plain plain, int at) =>
        plain.Tokens[at].Text is "sat" && at > 0 && Classes.Shipped["before.day"].Contains(plain.Tokens[at - 1].Text);

    // "callin" for "calling".
    private static string Whole(string word) =>
        word.Length > 4 && word.EndsWith("in", StringComparison.Ordinal) && Meaning.Shipped.Rank(word) is null
            && Meaning.Shipped.Rank(word + "g") is not null
            ? word + "g"
            : word;

    // "2.30" and "1,400" are one word.
    private static int EndOfNumber(Plain plain, int at)
    {
        while (at + 2 < plain.Tokens.Count && char.IsAsciiDigit(plain.Tokens[at].Text[^1]) && plain.Tokens[at + 1].Text is "." or "," or ":"
            && InsideWord(plain, at + 1)
            && char.IsAsciiDigit(plain.Tokens[at + 2].Text[0]))
        {
            at += 2;
        }

        return at;
    }

    // A hyphen in "carer-led" ends no clause.
    private static bool InsideWord(Plain plain, int at) =>
        at > 0 && at + 1 < plain.Tokens.Count
        && plain.Tokens[at - 1] is { IsWord: true } before && before.Start + before.Length == plain.Tokens[at].Start
        && plain.Tokens[at + 1] is { IsWord: true } after && after.Start == plain.Tokens[at].Start + 1;

    // "but", "because" begin a clause; "and" does when somebody is named after it who does the next thing.
    private static bool Begins(Plain plain, int at) =>
        Classes.Shipped["clause"].Contains(plain.Tokens[at].Text)
        || (at > 0 && plain.Tokens[at].Text is "i" or "im" or "ive" or "he" or "hes" or "she" or "shes" or "they" or "we"
            && (Classes.Shipped["says"].Contains(plain.Tokens[at - 1].Text) || (IsThing(plain.Tokens[at - 1]) && !IsAside(plain, at))))
        || (plain.Tokens[at].Text is "and" or "n" && at + 1 < plain.Tokens.Count && Classes.Shipped["subject"].Contains(plain.Tokens[at + 1].Text));

    // "The house is that quiet i leave the radio on": nobody joins two clauses more shortly.
    private static bool IsThing(Token before) => before.IsWord && (char.IsDigit(before.Text[0]) || before.Text.Length > 1) && !Classes.Shipped["empty"].Contains(before.Text);

    // "Four hours I should say", "nice I think".
    private static bool IsAside(Plain plain, int at) => at + 1 < plain.Tokens.Count && Classes.Shipped["aside"].Contains(plain.Tokens[at + 1].Text);

    private static string WriteOut(Match match) => match.Value.ToUpperInvariant().Replace('\u2019', '\'') switch
    {
        "'LL" => " will",
        "'VE" => " have",
        "'RE" => " are",
        "'M" => " am",
        "'D" => " would",
        _ => " s",
    };

    [GeneratedRegex("(?<=\\w)(['\u2019](?:ll|ve|re|m|d|s))(?!\\w)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Shortened();

    [GeneratedRegex("[\"\u201C\u201D\u201E](?<words>[^\"\u201C\u201D\u201E]*)[\"\u201C\u201D]", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\r\n]+")]
    private static partial Regex LineEnd();
}
