using Companion.Dialogs.Safety;
using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Bot.CommandLine;

/// <summary>The readers that <c>understand</c> can show, by name.</summary>
internal static class UnderstandReaders
{
    /// <summary>The weekday in the question that the texts of <c>--as confirm</c> answer ("Appointment Tue 3pm").</summary>
    private const IsoDayOfWeek ExampleDay = IsoDayOfWeek.Tuesday;

    private static readonly Lazy<Listener> Ears = new(() => new Listener());

    /// <summary>A reader by its name on the command line; it gets a line and today's date.</summary>
    private static readonly Dictionary<string, Func<UnderstandRequest, LocalDate, Understood>> Readers = new()
    {
        ["crisis"] = (line, _) => Danger(Ears.Value.Hear(line.Text, [])),
        ["score"] = (line, _) => Score(ScoreReader.Read(line.Text, line.Asked)),
        ["confirm"] = (line, _) => Reading(ConfirmReader.Read(line.Text, ExampleDay), reply => Lower(reply)),
        ["fields"] = (line, today) => FieldReader.Read(Field(line), line.Text, today) is { } read
            ? Reading(read, value => value)
            : Understood.Nothing,
        ["needs"] = (line, _) => Needs(NeedsReader.Read(line.Text)),
    };

    /// <summary>The names that <c>--as</c> takes.</summary>
    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>The reader of that name; null when there is none.</summary>
    public static Func<UnderstandRequest, LocalDate, Understood>? Find(string name) => Readers.GetValueOrDefault(name);

    private static Understood Danger(Heard heard)
    {
        var loudest = heard.Hits.Count > 0 ? heard.Hits[0] : null;
        return new(heard.Label, loudest?.Words, loudest?.Rule, heard.Level == Level.None ? null : Lower(heard.Level));
    }

    private static Understood Needs(IReadOnlyList<Reading<Need>> needs) => new(
        needs.Select(need => NeedsReader.Label(need.Value)).ToList(),
        needs.Count == 0 ? null : string.Join(" / ", needs.Select(need => need.Words)),
        needs.Count == 0 ? null : string.Join(" / ", needs.Select(need => need.Rule)),
        needs.Count == 0 ? null : Lower(needs.Min(need => need.Confidence)));

    private static Understood Score(Reading<ScoreAnswer> reading) => Reading(reading, answer => answer switch
    {
        ScoreAnswer.One one => one.Score,
        ScoreAnswer.Several several => several.Scores,
        ScoreAnswer.Range => "range",
        _ => null,
    });

    private static string Field(UnderstandRequest line) => line.Field is { } field && FieldReader.Fields.Contains(field)
        ? field
        : throw new BadLineException($"\"field\" must be one of {string.Join(", ", FieldReader.Fields)}");

    private static Understood Reading<T>(Reading<T> reading, Func<T, object?> value) =>
        new(value(reading.Value), reading.Words, reading.Rule, Lower(reading.Confidence));

    private static string Lower(Enum value) => value.ToString().ToLowerInvariant();
}
