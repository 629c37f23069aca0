using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Companion.Bot.Channels.Teams;

/// <summary>The press of a button of a card: which, of what hand-off, and what was typed.</summary>
/// <param name="Verb">Which button.</param>
/// <param name="HandOffId">The hand-off the card was about.</param>
/// <param name="Fence">The number the conversation was held with when the card was made.</param>
public sealed record CardPress(string Verb, long HandOffId, int Fence)
{
    /// <summary>How the key of a showing begins on the card of what a person wrote; its box is not the desk's.</summary>
    public const string Heard = "h";

    private JsonElement Fields { get; init; }

    /// <summary>True for a card that showed the whole conversation.</summary>
    public bool IsOnDesk => !Text(Fields, "showing").StartsWith(Heard, StringComparison.Ordinal);

    /// <summary>True when the button says that it may go at night.</summary>
    public bool EvenAtNight => Fields.TryGetProperty("evenAtNight", out var said) && said.ValueKind == JsonValueKind.True;

    /// <summary>How many alarms the card showed; null when it said nothing of them.</summary>
    public int? Alarms => Fields.TryGetProperty("alarms", out var shown) && shown.ValueKind == JsonValueKind.Number && shown.TryGetInt32(out var number) ? number : null;

    /// <summary>The press of an invoke; null when it is none of ours.</summary>
    public static CardPress? Read(TeamsActivity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object
            || !action.TryGetProperty("verb", out var verb) || verb.ValueKind != JsonValueKind.String
            || !action.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return long.TryParse(Text(data, "handOff"), CultureInfo.InvariantCulture, out var handOff)
            && data.TryGetProperty("fence", out var fence) && fence.ValueKind == JsonValueKind.Number && fence.TryGetInt32(out var number)
                ? new CardPress(verb.GetString()!, handOff, number) { Fields = data }
                : null;
    }

    /// <summary>What was typed or chosen in an input, cleaned; empty for nothing.</summary>
    public string Typed(string input) => StaffText.Clean(Text(Fields, input));

    /// <summary>What stood in the boxes of the card.</summary>
    public Draft Draft => new(Kept("words"), Kept("note"));

    /// <summary>The quick reply that was chosen, or that "send all the same" was asked about.</summary>
    public string Quick => Typed(EvenAtNight ? "chosen" : "quick");

    /// <summary>
    /// The key of one reply: the same words from the same showing of a card are one reply, pressed twice or repeated by the platform; other words
    /// are another, for a card that was opened again shows its old buttons.
    /// </summary>
    public string KeyOf(string words) => $"card:{Text(Fields, "showing")}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 8))}";

    private string? Kept(string input) => Typed(input) is { Length: > 0 } typed ? typed : null;

    private static string Text(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
