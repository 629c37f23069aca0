using System.Text.Json;

namespace Companion.Dialogs.CheckIns;

/// <summary>
/// A questionnaire as versioned data: its items in their order, each answered by a whole number on its scale. Its words are the texts
/// <c>checkin.KEY.ITEM</c>; where they are copyright, a licence holder's configuration brings them. There is no total: each item stands
/// for itself, unless its publisher gives a <see cref="Metric"/>.
/// </summary>
/// <param name="Key">Its name in storage, for example "ons4".</param>
/// <param name="Version">Counts up when an item or a band changes; an answer is kept with the version it was given to.</param>
/// <param name="Source">Where wording, bands and scoring come from.</param>
/// <param name="Items">In the order in which they are asked.</param>
/// <param name="Copyright">The line that must be shown with it; null for none.</param>
/// <param name="Metric">The published score of each sum of all items, from the lowest sum upwards; null where nothing is summed.</param>
public sealed record Instrument(
    string Key, int Version, string Source, IReadOnlyList<InstrumentItem> Items, string? Copyright = null, IReadOnlyList<decimal>? Metric = null)
{
    // What can be read as an answer in a text.
    private const int HighestInAText = 10;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, Instrument> Ships = Embedded.In("CheckIns.Instruments")
        .Select(file => Read(Embedded.Text("CheckIns.Instruments", file)))
        .ToDictionary(instrument => instrument.Key);

    /// <summary>The four ONS personal wellbeing questions.</summary>
    public static Instrument Ons4 => Of("ons4");

    /// <summary>The keys of those that ship.</summary>
    public static IEnumerable<string> Shipped => Ships.Keys;

    /// <summary>The keys of the texts it is asked in: the opening, then each item.</summary>
    public IEnumerable<string> TextKeys => Items.Select(item => $"checkin.{Key}.{item.Key}").Prepend($"checkin.{Key}.open");

    /// <summary>True when every item can be answered by text; else a link worker asks.</summary>
    public bool CanBeTexted => Items.All(item => item.Highest <= HighestInAText);

    /// <summary>A questionnaire that ships.</summary>
    /// <exception cref="KeyNotFoundException">None has this key.</exception>
    public static Instrument Of(string key) => Ships[key];

    /// <summary>The published score of answers to all items, in their order; null when one is missing or nothing is published.</summary>
    public decimal? MetricOf(IReadOnlyList<int> answers) =>
        Metric is not null && answers.Count == Items.Count ? Metric[answers.Sum() - Items.Sum(item => item.Lowest)] : null;

    /// <summary>Reads a definition.</summary>
    /// <exception cref="FormatException">It is not one, or an item's scale or bands do not rise; the message says which.</exception>
    public static Instrument Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Instrument>(json, Json) is { Key.Length: > 0, Items.Count: > 0 } read && read.IsWhole
                ? read
                : throw new FormatException("A questionnaire has a key and items, each with a scale that rises, and bands that begin at its lowest answer and rise.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException("This is not a questionnaire: " + wrong.Message, wrong);
        }
    }

    private bool IsWhole =>
        Items.All(item => item.IsWhole)
        && (Metric is null || Metric.Count == Items.Sum(item => item.Highest - item.Lowest) + 1);
}

/// <summary>One item of a questionnaire.</summary>
/// <param name="Key">Its name in storage, for example "anxious".</param>
/// <param name="HigherIsBetter">False where a high answer is bad news (anxiety).</param>
/// <param name="Bands">The published bands, from the one that begins at the lowest answer upwards; empty where none are published.</param>
/// <param name="Lowest">The lowest answer.</param>
/// <param name="Highest">The highest answer.</param>
public sealed record InstrumentItem(string Key, bool HigherIsBetter, IReadOnlyList<Band>? Bands = null, int Lowest = 0, int Highest = 10)
{
    /// <summary>The published bands, from the one that begins at the lowest answer upwards; empty where none are published.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = Bands ?? [];

    /// <summary>True when the scale rises, and the bands on it.</summary>
    internal bool IsWhole => Key.Length > 0 && Lowest < Highest
        && (Bands.Count == 0 || (Bands[0].From == Lowest && Bands.Zip(Bands.Skip(1)).All(pair => pair.First.From < pair.Second.From)));

    /// <summary>True for an answer on the scale.</summary>
    public bool Takes(int score) => score >= Lowest && score <= Highest;

    /// <summary>How good an answer is, whichever way the item runs: steps from the worst.</summary>
    public int Goodness(int score) => HigherIsBetter ? score - Lowest : Highest - score;

    /// <summary>The published band of a score; null where none are published.</summary>
    public Band? BandOf(int score) => Bands.LastOrDefault(band => band.From <= score);
}

/// <summary>A published band of scores, up to where the next begins.</summary>
/// <param name="Name">low, medium, high or the like: what the band means is the item's.</param>
/// <param name="From">The lowest score in it.</param>
public sealed record Band(string Name, int From);
