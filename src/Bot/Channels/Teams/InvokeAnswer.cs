using System.Text.Json.Nodes;
using Companion.Bot.Channels.Teams.Cards;

namespace Companion.Bot.Channels.Teams;

/// <summary>What the press of a button is answered with, as Universal Actions ask.</summary>
public static class InvokeAnswer
{
    /// <summary>A card in the place of the one that was pressed, for whoever pressed.</summary>
    public static JsonObject Show(Card card) => Of(StatusCodes.Status200OK, Card.ContentType, card.Content);

    /// <summary>A sentence beside the card.</summary>
    public static JsonObject Say(string sentence) => Of(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", sentence);

    /// <summary>It could not be done.</summary>
    public static JsonObject Wrong(int status, string code, string sentence) =>
        Of(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = sentence });

    private static JsonObject Of(int status, string type, JsonNode value) =>
        new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };
}
