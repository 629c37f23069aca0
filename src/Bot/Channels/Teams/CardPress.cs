using System.Security.Cryptography;
using System.Text;

namespace Companion.Bot.Channels.Teams;

/// <summary>The press of a button of a card: which, of what hand-off, and what was typed.</summary>
/// <param name="Verb">Which button.</param>
/// <param name="HandOffId">The hand-off the card was about.</param>
/// <param name="Fence">The number the conversation was held with when the card was made.</param>
public sealed record CardPress(string Verb, long HandOffId, int Fence)
{
    /// <summary>How the key of a showing begins on the card of what a person wrote; its box is not the desk's.</summary>
    public const string Heard = "h";

    private PressedFields Fields { get; init; } = null!;

    /// <summary>True for a card that showed the whole conversation.</summary>
    public bool IsOnDesk => !Fields.Text("showing").StartsWith(Heard, StringComparison.Ordinal);

    /// <summary>True when the button says that it may go at night.</summary>
    public bool EvenAtNight => Fields.Is("evenAtNight");

    /// <summary>How many alarms the card showed; null when it said nothing of them.</summary>
    public int? Alarms => Fields.Number("alarms");

    /// <summary>The press of an invoke; null when it is none of ours.</summary>
    public static CardPress? Read(TeamsActivity activity) =>
        PressedFields.Of(activity) is { } fields && fields.Id("handOff") is { } handOff && fields.Number("fence") is { } fence
            ? new CardPress(fields.Verb, handOff, fence) { Fields = fields }
            : null;

    /// <summary>What was typed or chosen in an input, cleaned; empty for nothing.</summary>
    public string Typed(string input) => Fields.Typed(input);

    /// <summary>What stood in the boxes of the card.</summary>
    public Unsent Unsent => new(Kept("words"), Kept("note"));

    /// <summary>The quick reply that was chosen, or that "send all the same" was asked about.</summary>
    public string Quick => Typed(EvenAtNight ? "chosen" : "quick");

    /// <summary>
    /// The key of one reply: the same words from the same showing of a card are one reply, pressed twice or repeated by the platform; other words
    /// are another, for a card that was opened again shows its old buttons.
    /// </summary>
    public string KeyOf(string words) => $"card:{Fields.Text("showing")}:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 8))}";

    private string? Kept(string input) => Typed(input) is { Length: > 0 } typed ? typed : null;
}
