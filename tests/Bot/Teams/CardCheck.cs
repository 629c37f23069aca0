using System.Text.Json.Nodes;
using Companion.Tests.Support;

namespace Companion.Bot.Tests.Teams;

/// <summary>The checker of ../shared/clients/cards: the schema of Adaptive Cards 1.5, the official package, and Teams' own rules.</summary>
internal static class CardCheck
{
    private static readonly NpmTool Checker = new("cards", () => Require.Shared("clients", "cards"), "package.json", "install");

    /// <summary>Fails unless every card passes; skips (or fails) the test when the checker is not there.</summary>
    public static async Task Passes(IReadOnlyDictionary<string, JsonObject> cards)
    {
        _ = Require.Shared("clients", "cards");
        foreach (var (name, card) in cards)
        {
            // One at a time: the official package's check of "lang" remembers where it stopped in the card before.
            var (said, exitCode) = await Checker.Run(card.ToJsonString(), TestContext.Current.CancellationToken, "check-card.mjs", "-");
            Assert.True(exitCode == 0 && !said.Contains("warning", StringComparison.Ordinal), $"{name}: {said}");
        }
    }
}
