using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Bot.CommandLine;

/// <summary>The readers that <c>understand</c> can show, by name.</summary>
internal static class UnderstandReaders
{
    private static readonly Dictionary<string, Func<UnderstandRequest, Understood>> Readers = new()
    {
        ["score"] = asked => Score(ScoreReader.Read(asked.Text, asked.Asked)),
        ["confirm"] = asked => Reading(ConfirmReader.Read(asked.Text, ExampleDay), reply => reply.ToString().ToLowerInvariant()),
    };

    /// <summary>The weekday in the question the texts of <c>--as confirm</c> answer ("Appointment Tue 3pm").</summary>
    private const IsoDayOfWeek ExampleDay = IsoDayOfWeek.Tuesday;

    /// <summary>All names, whether this build has the reader or not.</summary>
    public static IReadOnlyList<string> Names { get; } = ["crisis", "score", "confirm", "fields", "needs"];

    /// <summary>The reader of that name; null when this build has none.</summary>
    public static Func<UnderstandRequest, Understood>? Find(string name) => Readers.GetValueOrDefault(name);

    private static Understood Score(Reading<ScoreAnswer> reading) => Reading(reading, answer => answer switch
    {
        ScoreAnswer.One one => one.Score,
        ScoreAnswer.Several several => several.Scores,
        ScoreAnswer.Range => "range",
        _ => null,
    });

    private static Understood Reading<T>(Reading<T> reading, Func<T, object?> value) =>
        new(value(reading.Value), reading.Words, reading.Rule, reading.Confidence.ToString().ToLowerInvariant());
}
