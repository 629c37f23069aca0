using System.Text;
using System.Text.RegularExpressions;
using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>
/// The pseudonyms of one request to a model: whatever tells who somebody is becomes a stable placeholder, <c>[PERSON 1]</c>, and is put back
/// afterwards exactly as it stood. Another way of writing the same name is <c>[PERSON 1.2]</c>: the same person, other letters.
/// Rather too much is hidden than too little, for nothing is lost by it: it comes back in the answer.
/// </summary>
public sealed partial class Disguise
{
    private readonly Identifiers known;
    private readonly Dictionary<(Kind Kind, string Whose), List<string>> writings = [];
    private readonly Dictionary<Kind, int> counted = [];
    private readonly Dictionary<(Kind Kind, string Whose), int> numbers = [];
    private readonly Dictionary<string, string> meant = new(StringComparer.Ordinal);
    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    /// <summary>A disguise for a request about people of whom <paramref name="known"/> is known (<see cref="Episode.Known"/>).</summary>
    public Disguise(IReadOnlyList<string> known) => this.known = new Identifiers(known);

    /// <summary>Reads words for names, so that one which has its capital in one message is hidden in all of them.</summary>
    public void Meet(string words)
    {
        foreach (var name in Names.In(Plain.Of(words), met).Where(name => !Names.IsOrdinary(name.Whose)).ToList())
        {
            met.Add(name.Whose);
        }
    }

    /// <summary>The words without anything that tells who somebody is.</summary>
    public string Hide(string words)
    {
        Meet(words);
        var plain = Plain.Of(words);
        var spots = Spot.Together(
            words,
            [
                .. Patterns.In(words), .. known.In(plain), .. KnownNumbers.In(plain, known), .. Dates.In(plain, known), .. Nicknames.In(plain, known),
                .. Names.In(plain, met),
            ]);
        var hidden = new StringBuilder();
        var at = 0;
        foreach (var spot in spots)
        {
            hidden.Append(words, at, spot.Start - at).Append(PlaceholderOf(spot, words[spot.Start..spot.End]));
            at = spot.End;
        }

        return hidden.Append(words, at, words.Length - at).ToString();
    }

    /// <summary>The words with every placeholder of this disguise as it stood. One that this disguise never gave stays, for a check to find.</summary>
    public string PutBack(string words) => Placeholder().Replace(words, found => meant.GetValueOrDefault(found.Value, found.Value));

    /// <summary>The first thing in a text that looks like a placeholder, whole or worn, or null when there is none.</summary>
    public static string? FirstLeft(string words) => Worn().Match(words) is { Success: true } found ? found.Value : null;

    private string PlaceholderOf(Spot spot, string writing)
    {
        var key = (spot.Kind, spot.Whose);
        if (!numbers.TryGetValue(key, out var number))
        {
            number = counted[spot.Kind] = counted.GetValueOrDefault(spot.Kind) + 1;
            numbers.Add(key, number);
            writings.Add(key, []);
        }

        var ways = writings[key];
        if (!ways.Contains(writing, StringComparer.Ordinal))
        {
            ways.Add(writing);
        }

        var way = ways.FindIndex(other => string.Equals(other, writing, StringComparison.Ordinal)) + 1;
        var placeholder = way == 1 ? $"[{spot.Kind.Word} {number}]" : $"[{spot.Kind.Word} {number}.{way}]";
        meant[placeholder] = writing;
        return placeholder;
    }

    [GeneratedRegex(@"\[(?:PERSON|PLACE|CONTACT|NUMBER|DATE|NAME|TEXT) [0-9]+(?:\.[0-9]+)?\]")]
    private static partial Regex Placeholder();

    // What a model makes of one when it does not copy it: other brackets, none, other capitals.
    [GeneratedRegex(@"[\[({<]?\b(?:PERSON|PLACE|CONTACT|NUMBER|DATE|NAME|TEXT)[ _-]?[0-9]+(?:\.[0-9]+)?\b[\])}>]?|[\[({<](?i:person|place|contact|number|date|name|text)[ _-]?[0-9.]*[\])}>]|\b(?:Person|Place|Contact|Number|Name) [0-9]+\b")]
    internal static partial Regex Worn();
}
