using System.Globalization;
using System.Text.Json;

namespace Companion.Bot.Channels.Teams;

/// <summary>The press of a button on the card of a note: which, of what note, as it stood when the card was made, and what was typed.</summary>
/// <param name="Verb">Which button.</param>
/// <param name="NoteId">The note.</param>
/// <param name="Version">The version that the card showed.</param>
/// <param name="Line">The sentence it is about; 0 for none.</param>
public sealed record NotePress(string Verb, long NoteId, int Version, int Line)
{
    private JsonElement Fields { get; init; }

    /// <summary>True unless the sentence is said to rest no longer on what it cites.</summary>
    public bool Keep => Typed("keep") != "false";

    /// <summary>The press of an invoke; null when it is of no note.</summary>
    public static NotePress? Read(TeamsActivity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("verb", out var verb) && verb.ValueKind == JsonValueKind.String
        && action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
        && long.TryParse(Text(data, "noteId"), CultureInfo.InvariantCulture, out var note)
        && Number(data, "version") is { } version
            ? new NotePress(verb.GetString()!, note, version, Number(data, "line") ?? 0) { Fields = data }
            : null;

    /// <summary>What was typed or chosen in an input, cleaned; empty for nothing.</summary>
    public string Typed(string input) => StaffText.Clean(Text(Fields, input));

    private static int? Number(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static string Text(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
