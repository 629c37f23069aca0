using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Companion.Tests.Support;

namespace Companion.Bot.Tests.Models;

/// <summary>What stands in a recorded request, read without any help of the code that hid it.</summary>
internal sealed partial class Sent
{
    private static readonly HashSet<string> MayHaveCapitals = List("capitals.txt");
    private static readonly HashSet<string> Ordinary = List("ordinary.txt");

    // Parts of names and addresses that tell nobody from anybody else.
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
        { "mr", "mrs", "dr", "professor", "surgery", "flat", "house", "street", "road", "court", "close", "view", "bank", "farm", "hotel", "end", "hill", "avenue", "lane" };

    public Sent(string request)
    {
        using var json = JsonDocument.Parse(request);
        var data = JsonSerializer.Deserialize<JsonElement>(json.RootElement.GetProperty("messages")[1].GetProperty("content").GetString()!);
        Words = data.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("words").GetString()!).ToList();
        Left = Words.Select(words => Placeholder().Replace(words, "|")).ToList();
    }

    /// <summary>The words of each source, as the model reads them.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The same with placeholders struck out.</summary>
    public IReadOnlyList<string> Left { get; }

    /// <summary>Words with a capital inside a sentence that are on no list of ordinary ones.</summary>
    public IEnumerable<string> Capitals() => Left.SelectMany(words => AnyWord().Matches(words)
        .Where(word => char.IsUpper(word.Value[0]) && word.Length > 1 && IsInside(words, word.Index))
        .Where(word => !MayHaveCapitals.Contains(Bare(word.Value)) && !(SaysNothing(words, word.Value) && IsOrdinary(Bare(word.Value))))
        .Select(word => word.Value));

    /// <summary>Where something known of somebody stands, whole or in its parts.</summary>
    public IEnumerable<string> Of(string known)
    {
        var digits = string.Concat(known.Where(char.IsAsciiDigit));
        if (digits.Length >= 6)
        {
            var telling = digits[^6..];
            return Left.Where(words => string.Concat(words.Where(char.IsAsciiDigit)).Contains(telling, StringComparison.Ordinal));
        }

        var parts = AnyWord().Matches(Folded(known)).Select(part => part.Value).Where(part => part.Length > 1 && !Telling.Contains(part)).ToList();
        return Left.Where(words => Folded(words) is var folded
            && (folded.Contains(Folded(known), StringComparison.Ordinal) && known.Length > 3
                || AnyWord().Matches(folded).Any(word => parts.Contains(word.Value) || parts.Contains(Bare(word.Value)) || (word.Value[^1] == 's' && parts.Contains(word.Value[..^1])))));
    }

    /// <summary>Lower case without accents.</summary>
    private static string Folded(string words) => string.Concat(
        words.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    private static string Bare(string word) => Folded(word).Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal);

    private static bool IsInside(string words, int at) => Inside().IsMatch(words[..at]);

    // Written in capitals throughout, or among words that all have one.
    private static bool SaysNothing(string words, string word) =>
        word == word.ToUpperInvariant() || (AnyWord().Matches(words) is var all && all.Count(one => char.IsUpper(one.Value[0])) > 0.8 * all.Count);

    private static bool IsOrdinary(string word) => Ordinary.Contains(word) || (word[^1] == 's' && Ordinary.Contains(word[..^1]));

    private static HashSet<string> List(string name) => File
        .ReadLines(Path.Combine(Repository.Root, "src", "Workflows", "Summaries", "Disguises", name))
        .Where(line => line.Length > 0 && line[0] != '#')
        .SelectMany(line => line.Split(' '))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\[(?:PERSON|PLACE|CONTACT|NUMBER|DATE|NAME|TEXT) [0-9]+(?:\.[0-9]+)?\]")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'\u2019]*")]
    private static partial Regex AnyWord();

    // A word or a comma stands before it, and nothing that ends a sentence or begins a quotation.
    [GeneratedRegex(@"[\p{L}\p{N},;|'\u2019][ ,;-]+$")]
    private static partial Regex Inside();
}
