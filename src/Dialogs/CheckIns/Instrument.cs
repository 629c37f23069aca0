using System.Text.Json;

namespace Companion.Dialogs.CheckIns;

/// <summary>
/// A questionnaire as versioned data: its items in their order, each answered from 0 to 10. Its words are the texts
/// <c>checkin.KEY.ITEM</c>. There is no total: each item stands for itself.
/// </summary>
/// <param name="Key">Its name in storage, for example "ons4".</param>
/// <param name="Version">Counts up when an item or a band changes; an answer is kept with the version it was given to.</param>
/// <param name="Source">Where wording and bands come from.</param>
/// <param name="Items">In the order in which they are asked.</param>
public sealed record Instrument(string Key, int Version, string Source, IReadOnlyList<InstrumentItem> Items)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, Instrument> Ships = Embedded.In("CheckIns.Instruments")
        .Select(file => Read(Embedded.Text("CheckIns.Instruments", file)))
        .ToDictionary(instrument => instrument.Key);

    /// <summary>The four ONS personal wellbeing questions.</summary>
    public static Instrument Ons4 => Of("ons4");

    /// <summary>A questionnaire that ships.</summary>
    /// <exception cref="KeyNotFoundException">None has this key.</exception>
    public static Instrument Of(string key) => Ships[key];

    /// <summary>Reads a definition.</summary>
    /// <exception cref="FormatException">It is not one, or an item has no bands from 0 upwards; the message says which.</exception>
    public static Instrument Read(string json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Instrument>(json, Json);
            return read is { Key.Length: > 0, Items.Count: > 0 } && read.Items.FirstOrDefault(item => !item.IsWhole) is var broken && broken is null
                ? read
                : throw new FormatException($"The questionnaire '{read?.Key}' has no items, or one without bands from 0 upwards.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException("This is not a questionnaire: " + wrong.Message, wrong);
        }
    }
}

/// <summary>One item of a questionnaire.</summary>
/// <param name="Key">Its name in storage, for example "anxious".</param>
/// <param name="HigherIsBetter">False where a high answer is bad news (anxiety).</param>
/// <param name="Bands">The published bands, from the one that begins at 0 upwards.</param>
public sealed record InstrumentItem(string Key, bool HigherIsBetter, IReadOnlyList<Band> Bands)
{
    /// <summary>The highest answer.</summary>
    public const int Highest = 10;

    /// <summary>True when the bands begin at 0 and rise.</summary>
    internal bool IsWhole =>
        Key.Length > 0 && Bands is [{ From: 0 }, ..] && Bands.Zip(Bands.Skip(1)).All(pair => pair.First.From < pair.Second.From);

    /// <summary>The published band of a score from 0 to 10.</summary>
    public Band BandOf(int score) => Bands.Last(band => band.From <= score);
}

/// <summary>A published band of scores, up to where the next begins.</summary>
/// <param name="Name">low, medium, high or the like: what the band means is the item's.</param>
/// <param name="From">The lowest score in it.</param>
public sealed record Band(string Name, int From);
