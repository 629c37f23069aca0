using System.Text.Json;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>A place as it is stored: what a conversation must survive between any two texts.</summary>
internal sealed record StoredPlace(string Dialog, int Version, string State, Dictionary<string, string> Slots, int Misunderstood)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The place as one line of JSON.</summary>
    public static string Line(Place place) => JsonSerializer.Serialize(
        new StoredPlace(place.Dialog, place.Version, place.State, place.Slots.Values.ToDictionary(), place.Misunderstood), Options);

    public static Place Read(string json)
    {
        var stored = JsonSerializer.Deserialize<StoredPlace>(json, Options)!;
        return new Place(
            stored.Dialog, stored.Version, stored.State, Companion.Dialogs.Talking.Slots.From(stored.Slots), stored.Misunderstood);
    }

    /// <summary>Stores and reads back.</summary>
    public static Place Again(Place place) => Read(Line(place));
}
