using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>A card ready to be shown, with the sentence that notifications show instead: it carries a reference and nothing of the person.</summary>
public sealed record Card(JsonObject Content, string Summary)
{
    /// <summary>The type of an Adaptive Card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Teams refuses messages over about 28 kB by some ways: a card that would be larger shows less, and says that the rest is in the console.</summary>
    public const int Largest = 24 * 1024;

    private static readonly JsonSerializerOptions Sizing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True when Teams takes it.</summary>
    public bool Fits => Encoding.UTF8.GetByteCount(Content.ToJsonString(Sizing)) <= Largest;

    /// <summary>As a message of the bot.</summary>
    /// <param name="alerts">True when whoever gets it is to be notified.</param>
    public JsonObject Activity(bool alerts)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["summary"] = Summary,
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = ContentType, ["content"] = Content.DeepClone() }),
        };
        if (alerts)
        {
            activity["channelData"] = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } };
        }

        return activity;
    }

    /// <summary>A sentence as a message of the bot, in which no Markdown runs.</summary>
    public static JsonObject Sentence(string words) =>
        new() { ["type"] = "message", ["text"] = words, ["textFormat"] = "plain", ["summary"] = words };

    /// <summary>What a button of a card carries: the hand-off, the fence and the alarms it was shown with, and a key of this showing. It is not called "key": clients take that name for their own.</summary>
    internal static JsonObject Act(HandOff handOff, int fence, string key) =>
        new() { ["handOff"] = handOff.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["fence"] = fence, ["alarms"] = handOff.Alarms, ["showing"] = key };

    /// <summary>One line of a list of values.</summary>
    internal static Dictionary<string, object?> Line(params IEnumerable<(string Name, object? Value)> values) => values.ToDictionary(value => value.Name, value => value.Value);
}
