using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Evaluating;

namespace Companion.Bot.CommandLine;

/// <summary>
/// <c>evaluate summaries</c>: how the checks of a note and the extractive summariser do on a folder of cases. It opens no database.
/// Exit code 1 when there is nothing to read, 2 when a file was malformed and the rest was measured.
/// </summary>
internal static class EvaluateSummariesVerb
{
    /// <summary>What the verb's argument calls it.</summary>
    public const string Name = "summaries";

    private static readonly string Shipped = Path.Combine("tests", "Workflows", "Summaries", "Cases");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes the report to <paramref name="output"/> and what is wrong to <paramref name="error"/>; gives the exit code.</summary>
    public static async Task<int> Run(string? folder, bool asJson, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var place = folder ?? Shipped;
        var files = Directory.Exists(place) ? Directory.GetFiles(place, "*.json").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            await error.WriteLineAsync($"evaluate: there is no case file in {place}. Name a folder with --cases.");
            return 1;
        }

        var cases = new List<CaseFile>();
        foreach (var file in files)
        {
            try
            {
                cases.Add(CaseReader.Read(await File.ReadAllTextAsync(file, cancel)));
            }
            catch (MalformedCaseException wrong)
            {
                await error.WriteLineAsync($"evaluate: {Path.GetFileName(file)}: {wrong.Message}.");
            }
        }

        var report = new EvaluateSummaries(new ExtractiveSummariser(new TextBook(typeof(WorkflowParts).Assembly))).Handle(cases);
        await output.WriteAsync(asJson ? JsonSerializer.Serialize(report, Json) + "\n" : Table(report));
        return cases.Count < files.Count ? 2 : 0;
    }

    private static string Table(SummaryReport report)
    {
        var lines = new List<string>
        {
            $"cases                         {report.Cases}",
            $"facts covered (extractive)    {Of(report.Coverage)}",
            $"extractive sentences struck   {Of(report.ExtractiveStruck)}",
            $"planted faults caught         {Of(report.Caught)}",
            $"sound sentences struck        {Of(report.CaughtFalsely)}",
            "",
            "by kind                       caught              named so",
        };
        lines.AddRange(report.Kinds.Select(kind => $"  {kind.Fault,-26}  {Of(kind.Caught),-18}  {Of(kind.Named)}"));
        lines.AddRange(["", "by model and prompt           caught              struck falsely"]);
        lines.AddRange(report.Outputs.Select(one => $"  {one.Model + " " + one.Prompt,-26}  {Of(one.Caught),-18}  {Of(one.CaughtFalsely)}"));
        return string.Join('\n', lines) + "\n";
    }

    private static string Of(Share share) => share.Rate is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"{share.Hit} of {share.Of} ({100 * rate:0.0} %)")
        : "none";
}
