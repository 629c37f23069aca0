using Companion.Bot.Pages;

namespace Companion.Bot.LinkWorkers;

/// <summary>
/// The lines of one record, with the reasons why fields have no value: "field: reason" a line. A field goes by its column's name or
/// by its question's.
/// </summary>
internal sealed class RecordFacts
{
    private readonly PageWords words;
    private readonly List<(string Key, string Name, string Reason)> reasons = [];
    private readonly HashSet<string> read = [];

    public RecordFacts(PageWords words, string skipped)
    {
        this.words = words;
        foreach (var line in Shown.Lines(skipped))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? line : line[..colon].Trim();
            reasons.Add((Key(name), name, colon < 0 ? "" : line[(colon + 1)..].Trim()));
        }
    }

    /// <summary>Reasons of fields that nobody asked for, so that none is lost.</summary>
    public IReadOnlyList<Fact> Unread => reasons
        .Where(reason => !read.Contains(reason.Key))
        .Select(reason => new Fact(Shown.Capital(words.Called("question", reason.Name)), null, Because(reason.Reason)))
        .ToList();

    /// <summary>A field that is always known.</summary>
    public Fact Known(string name, string value) => new(words["console.record." + name], value);

    /// <summary>A field with its value, or with the reason why it has none.</summary>
    public Fact Asked(string name, string? value, params string[] keys)
    {
        read.UnionWith(keys);
        var reason = reasons.Find(reason => keys.Contains(reason.Key)).Reason;
        return new Fact(words["console.record." + name], value, string.IsNullOrEmpty(reason) ? null : Because(reason));
    }

    /// <summary>A section of fields.</summary>
    public RecordSection Section(string name, IReadOnlyList<Fact> facts) => new(words["console.section." + name], facts);

    private static string Key(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    private string Because(string reason) => reason.Length == 0
        ? words["console.not-given"]
        : words.With("console.not-given.because", ("reason", words.Called("skipped", reason)));
}
