using System.Globalization;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Pages;
using Companion.Workflows.Outcomes;

namespace Companion.Bot.Outcomes;

/// <summary>Evidence in words and figures, the same on the page, in downloads and on the command line.</summary>
public static class OutcomeWords
{
    private static readonly string[] NoteKeys =
    [
        "outcomes.note.proof", "outcomes.note.day-zero", "outcomes.note.pairs", "outcomes.note.once", "outcomes.note.proxy", "outcomes.note.direction",
        "outcomes.note.total",
    ];

    /// <summary>What has to be known to read the figures, a sentence or two each; the warning that they prove nothing comes first.</summary>
    /// <param name="words">The words of the pages.</param>
    /// <param name="smallest">Below this, numbers are hidden.</param>
    /// <param name="mark">How a hidden number is written, where it is not as on the page.</param>
    public static IReadOnlyList<string> Notes(this PageWords words, int smallest, string? mark = null) =>
    [
        .. NoteKeys.Select(key => words[key]),
        words.With("outcomes.note.hidden", ("number", StaffWords.Number(smallest)), ("mark", mark ?? words["outcomes.hidden"])),
        words["outcomes.note.periods"],
    ];

    /// <summary>A number of people, or the mark of one that is hidden.</summary>
    public static string Of(this PageWords words, Figure figure) => figure.Value is { } value ? StaffWords.Number(value) : words["outcomes.hidden"];

    /// <summary>A mean to two decimals, or a dash where there is none to show.</summary>
    public static string Mean(this PageWords words, double? mean) => mean is { } value ? Number(value) : words["outcomes.none"];

    /// <summary>A change with its sign.</summary>
    public static string Change(this PageWords words, double? change) =>
        change is { } value ? (value > 0 ? "+" : "") + Number(value) : words["outcomes.none"];

    /// <summary>What an item is called.</summary>
    public static string Item(this PageWords words, string instrument, string item) => words.Find($"outcomes.item.{instrument}.{item}") ?? Shown.Words(item);

    /// <summary>What a band is called.</summary>
    public static string Band(this PageWords words, string band) => words.Find($"outcomes.band.{band}") ?? Shown.Words(band);

    /// <summary>A number as machines and people read it.</summary>
    public static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
