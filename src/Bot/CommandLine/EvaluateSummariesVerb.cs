using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Companion.Bot.Models;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.Settings;
using Companion.Workflows.Summaries;
using Companion.Workflows.Summaries.Asking;
using Companion.Workflows.Summaries.Evaluating;
using Companion.Workflows.Telemetry;

namespace Companion.Bot.CommandLine;

/// <summary>
/// <c>evaluate summaries</c>: how the checks of a note, the extractive summariser and, when asked for, the configured model do on a folder of cases.
/// It opens no database. Exit code 1 when there is nothing to read or no model to ask, 2 when a file was malformed and the rest was measured.
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
    /// <param name="folder">Where the cases are; the shipped ones when null.</param>
    /// <param name="asJson">True for the whole report.</param>
    /// <param name="model">The model to ask as well, which costs tokens; null to ask none.</param>
    /// <param name="output">Takes the report.</param>
    /// <param name="error">Takes what is wrong.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<int> Run(string? folder, bool asJson, ModelSettings? model, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (model is not null && model.Missing().Select(key => $"Model:{key} is not set (environment variable Model__{key}).").Concat(model.Wrong()).FirstOrDefault() is { } wrongModel)
        {
            await error.WriteLineAsync("evaluate: " + wrongModel);
            return 1;
        }

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

        var extractive = new ExtractiveSummariser(new TextBook(typeof(WorkflowParts).Assembly));
        var report = new EvaluateSummaries(extractive).Handle(cases) with { Asked = model is null ? null : await Ask(model, extractive, cases, cancel) };
        await output.WriteAsync(asJson ? JsonSerializer.Serialize(report, Json) + "\n" : Table(report));
        return cases.Count < files.Count ? 2 : 0;
    }

    private static async Task<AskedModel> Ask(ModelSettings settings, ExtractiveSummariser extractive, List<CaseFile> cases, CancellationToken cancel)
    {
        using var http = new HttpClient(ModelRegistration.Connections()) { Timeout = Timeout.InfiniteTimeSpan };
        using var chat = new OpenAiChatClient(settings, http);
        using var meter = new CompanionMeter();
#pragma warning disable RS0030 // A verb is an outermost ring: here the clock is taken, everything further in is given it.
        var asks = new AskModel(chat, settings, TimeProvider.System);
#pragma warning restore RS0030
        return await new EvaluateModel(new ModelSummariser(new ServiceSettings(), asks, budget: null, extractive, meter)).Handle(cases, cancel);
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
        if (report.Asked is { } asked)
        {
            lines.AddRange(
            [
                "",
                $"asked: {asked.Model ?? "the model"} {asked.Prompt ?? ""}",
                $"  cases it drafted            {Of(asked.Answered)}",
                $"  facts covered               {Of(asked.Coverage)}",
                $"  sentences struck            {Of(asked.Struck)}",
                $"  struck, yet hold a fact     {Of(asked.StruckWithFact)}",
                string.Create(CultureInfo.InvariantCulture, $"  tokens read, written        {asked.TokensIn}, {asked.TokensOut}{(asked.Pence is { } pence and > 0 ? $" ({pence:0.00}p)" : "")}"),
                .. asked.Instead.OrderBy(why => why.Key, StringComparer.Ordinal).Select(why => $"  {why.Key,-26}  {why.Value}"),
            ]);
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Of(Share share) => share.Rate is { } rate
        ? string.Create(CultureInfo.InvariantCulture, $"{share.Hit} of {share.Of} ({100 * rate:0.0} %)")
        : "none";
}
