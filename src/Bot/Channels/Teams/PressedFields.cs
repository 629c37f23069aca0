using System.Globalization;
using System.Text.Json;

namespace Companion.Bot.Channels.Teams;

/// <summary>What the press of a button carries: its verb, and fields that the card put there and that were typed. Whoever pressed may have made them up.</summary>
/// <param name="Verb">Which button.</param>
/// <param name="Data">The fields.</param>
public sealed record PressedFields(string Verb, JsonElement Data)
{
    /// <summary>Those of an invoke; null when it is none of a card's.</summary>
    public static PressedFields? Of(TeamsActivity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String
        && action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? new PressedFields(verb.GetString()!, data)
            : null;

    /// <summary>The text of a field; empty when there is none.</summary>
    public string Text(string name) => Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>What was typed or chosen in an input, cleaned; empty for nothing.</summary>
    public string Typed(string input) => StaffText.Clean(Text(input));

    /// <summary>A whole number; null when there is none.</summary>
    public int? Number(string name) => Data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    /// <summary>True when a field says so.</summary>
    public bool Is(string name) => Data.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.True;

    /// <summary>The id of a row, which is text, for card clients read numbers as fractions; null when there is none.</summary>
    public long? Id(string name) => long.TryParse(Text(name), CultureInfo.InvariantCulture, out var id) ? id : null;
}
