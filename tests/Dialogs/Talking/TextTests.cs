using System.Text.RegularExpressions;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Words;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>Every text a person reads, held against the rules for texts (NHS service manual; domain.md 5.5).</summary>
public sealed partial class TextTests
{
    private const int MostSegments = 3;
    private const double MostWordsASentence = 14;
    private const int MostWordsInOne = 26;
    private const double MostHardWords = 0.04;
    private const int LongWord = 9;

    // Long words that children of ten know, or that cannot be said otherwise here.
    private static readonly HashSet<string> Known =
    [
        "emergency", "emergencies", "something", "loneliness", "somebody", "daughter", "neighbour", "neighbours", "afternoon", "afternoons",
        "childline", "samaritans", "interpreter", "important", "questions", "different", "professional", "reference", "reminders",
        "somewhere", "surgeries", "appointment", "hospital", "understand", "happening", "yourself", "themselves",
    ];

    private static readonly string[] WordsThatStop = ["CANCEL", "END", "QUIT", "UNSUBSCRIBE", "STOPALL", "REVOKE", "OPTOUT"];

    private static readonly Dictionary<string, string> Instead = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GP practice"] = "GP surgery",
        ["doctor's surgery"] = "GP surgery",
        ["telephone"] = "phone",
        ["passed away"] = "died",
        ["please note"] = "",
        ["commence"] = "start",
        ["require"] = "need",
        ["assist"] = "help",
        ["regarding"] = "about",
        ["prior to"] = "before",
        ["in order to"] = "to",
        ["utilise"] = "use",
        ["approximately"] = "about",
        ["additional"] = "more",
        ["inform "] = "tell",
        ["ensure"] = "make sure",
        ["click"] = "",
        ["A and E"] = "A&E",
        ["bit.ly"] = "",
    };

    // Words that are published elsewhere and may not be made plainer: the ONS's four questions.
    private static readonly string[] Published = [.. Instrument.Ons4.Items.Select(item => "checkin.ons4." + item.Key), "checkin.ons4.open"];

    public static TheoryData<string> Keys() => [.. TextBook.Shipped.Keys("en").Where(IsSaid)];

    public static TheoryData<string> OurOwn() => [.. TextBook.Shipped.Keys("en").Where(IsSaid).Except(Published)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Travels_as_plain_letters_in_at_most_three_parts(string key)
    {
        var text = Longest.Fill(key);
        Assert.True(Gsm7.Fits(text), $"not GSM-7: {string.Concat(text.Where(letter => !Gsm7.Fits(letter.ToString())))}");
        Assert.True(Gsm7.Segments(text) <= MostSegments, $"{Gsm7.Segments(text)} parts, {text.Length} letters:\n{text}");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Invites_no_word_that_networks_take_as_a_stop(string key)
    {
        var text = Raw(key);
        Assert.DoesNotContain(WordsThatStop, word => Regex.IsMatch(text, $@"\b{word}\b"));
        if (!key.StartsWith("consent.", StringComparison.Ordinal))
        {
            Assert.DoesNotMatch(@"\bSTOP\b", text);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Says_things_as_the_NHS_says_them(string key)
    {
        var text = Raw(key);
        Assert.All(Instead, pair => Assert.False(
            text.Contains(pair.Key, StringComparison.OrdinalIgnoreCase), $"say '{pair.Value}', not '{pair.Key}': {text}"));
        Assert.DoesNotMatch(@"\d+(am|pm)\.|[0-9]:00|\d{1,2}/\d{1,2}/\d{2,4}", text);
        Assert.DoesNotMatch(@"\b(one|two|three|four|five|six|seven|eight) (hour|day|week|month|number|letter)s?\b", text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OurOwn))]
    public void Is_read_at_ten_years_of_age(string key)
    {
        var sentences = Sentence().Split(Longest.Briefly(key).Replace("\n", ". ", StringComparison.Ordinal))
            .Select(sentence => Word().Matches(sentence).Select(word => word.Value).ToList())
            .Where(words => words.Count > 0)
            .ToList();
        if (sentences.Count == 0)
        {
            return;
        }

        Assert.True(sentences.Average(words => words.Count) <= MostWordsASentence, $"long sentences: {Raw(key)}");
        Assert.True(sentences.Max(words => words.Count) <= MostWordsInOne, $"one long sentence: {Raw(key)}");
        var hard = sentences.SelectMany(words => words).Where(IsHard).ToList();
        Assert.True(
            hard.Count <= Math.Max(1, sentences.Sum(words => words.Count) * MostHardWords),
            $"hard words: {string.Join(", ", hard)}");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Has_only_placeholders_that_somebody_fills(string key) =>
        Assert.Empty(Placeholders.In(Raw(key)).Except(Longest.Names));

    private static bool IsSaid(string key) => !key.StartsWith("say.", StringComparison.Ordinal) && !key.StartsWith("oncall.", StringComparison.Ordinal);

    private static string Raw(string key) => TextBook.Shipped.Raw("en", key);

    private static bool IsHard(string word) => word.Length >= LongWord && !Known.Contains(word.ToLowerInvariant());

    [GeneratedRegex(@"[.?!:](?:\s|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[A-Za-z0-9'&]+")]
    private static partial Regex Word();
}
