using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Bot.Tests.Models;

/// <summary>Episodes for questions to a model.</summary>
internal static class Talks
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>Messages of one person, m1, m2 ... with whatever is known of anybody.</summary>
    public static Episode Of(IReadOnlyList<string> known, params IEnumerable<string> words) => new(
        "en",
        [.. words.Select((one, at) => new Source($"m{at + 1}", Start + Duration.FromMinutes(at), Speaker.Person, one))],
        [],
        known);

    public static Episode WithRaised(this Episode episode, string id, string words) => episode with { Raised = [.. episode.Raised, new Raised(id, words, "suicide")] };

    /// <summary>Somebody who owes a shop money, does not sleep, and said what was raised.</summary>
    public static Episode InDebt() => Of(
        ["Margaret Okafor", "+447700900123"],
        "Hi it's Margaret Okafor",
        "I owe the shop 300 pounds",
        "i cant sleep at night",
        "some days i want to die").WithRaised("m4", "want to die");
}
