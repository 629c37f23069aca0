using System.Globalization;
using Companion.Dialogs.CheckIns;

namespace Companion.Bot.LinkWorkers;

/// <summary>What a form about a check-in was sent with.</summary>
/// <param name="CheckIn">Which check-in.</param>
/// <param name="Mode">How it was asked.</param>
/// <param name="Scores">By item: a number, "declined", "unknown", or nothing where it was not spoken of.</param>
public sealed record ScoresForm(long? CheckIn, string? Mode, Dictionary<string, string?>? Scores)
{
    /// <summary>The answers that were given. What is no number of the scale stays one that is refused.</summary>
    public IReadOnlyList<ItemAnswer> Answers => [.. (Scores ?? []).Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => Answer(one.Key, one.Value!.Trim()))];

    /// <summary>What was chosen for an item, when the form is shown again.</summary>
    public string? Of(string item) => Scores?.GetValueOrDefault(item);

    private static ItemAnswer Answer(string item, string given) =>
        int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score) ? new ItemAnswer(item, score) : new ItemAnswer(item, null, given);
}
