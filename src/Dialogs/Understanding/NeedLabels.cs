namespace Companion.Dialogs.Understanding;

/// <summary>The names of the needs outside the code: words in lower case, joined by underscores.</summary>
internal static class NeedLabels
{
    private static readonly Dictionary<Need, string> Labels = Enum.GetValues<Need>().ToDictionary(need => need, Underscored);
    private static readonly Dictionary<string, Need> Needs = Labels.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Of(Need need) => Labels[need];

    public static Need? Find(string label) => Needs.TryGetValue(label, out var need) ? need : null;

    private static string Underscored(Need need) =>
        string.Concat(need.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"_{letter}" : $"{letter}")).ToLowerInvariant();
}
