using System.CommandLine;
using Companion.Bot.Hosting;
using Companion.Bot.Outcomes;
using Companion.Bot.Pages;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Summaries.Asking;
using NodaTime;

namespace Companion.Bot.CommandLine;

/// <summary>
/// <c>evaluate</c>: what <c>/outcomes</c> shows, as JSON or CSV. It reads the configured database and changes nothing; no port or secret
/// is needed. Exit code 1 when there is no such database, or something is wrong with what was asked.
/// </summary>
internal static class EvaluateVerb
{
    /// <summary>The verb; <paramref name="today"/> is the day by which a check-in is due.</summary>
    public static Command Verb(Func<LocalDate> today)
    {
        var what = new Argument<string>("what") { Description = "ons4: what changed for people. summaries: how the checks of case notes do on case files." };
        var service = new Option<string>("--service") { Description = "The key of a service; every one by itself, when not given." };
        var from = new Option<string>("--from") { Description = "The first day 0, yyyy-MM-dd." };
        var to = new Option<string>("--to") { Description = "The last day 0, yyyy-MM-dd." };
        var format = new Option<string>("--format") { Description = "json or csv.", DefaultValueFactory = _ => "json" };
        var cases = new Option<string>("--cases") { Description = "summaries: the folder of case files (docs/summaries.md)." };
        var json = new Option<bool>("--json") { Description = "summaries: the whole report as JSON, what was judged wrongly among it." };
        var model = new Option<bool>("--model") { Description = "summaries: ask the configured model (Model:*) for a draft of each case too, which costs tokens." };
        what.AcceptOnlyFromAmong(Instrument.Ons4.Key, EvaluateSummariesVerb.Name);
        format.AcceptOnlyFromAmong("json", "csv");
        var verb = new Command("evaluate", "Writes what changed for people: matched pairs by question and week, with small numbers hidden; or how case notes are checked.")
        {
            what, service, from, to, format, cases, json, model,
        };
        verb.SetAction((parsed, cancel) => parsed.GetValue(what) == EvaluateSummariesVerb.Name
            ? EvaluateSummariesVerb.Run(
                parsed.GetValue(cases),
                parsed.GetValue(json),
                parsed.GetValue(model) ? new Configured(Shipped()).Section<ModelSettings>("Model") : null,
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error,
                cancel)
            : Run(
            Shipped(),
            new Evaluation(new OutcomeChoice(parsed.GetValue(service), parsed.GetValue(from), parsed.GetValue(to)), parsed.GetValue(format)!, today()),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancel));
        return verb;
    }

    /// <summary>Writes the evidence to <paramref name="output"/>, or what is wrong to <paramref name="error"/>; gives the exit code.</summary>
    public static async Task<int> Run(IConfiguration configuration, Evaluation asked, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        try
        {
            await output.WriteAsync(await Evidence(configuration, asked, cancel));
            return 0;
        }
        catch (WrongConfiguration wrong)
        {
            await error.WriteLineAsync("evaluate: " + wrong.Message);
            return 1;
        }
        catch (NoEvidenceException wrong)
        {
            await error.WriteLineAsync("evaluate: " + wrong.Message);
            return 1;
        }
    }

    private static async Task<string> Evidence(IConfiguration configuration, Evaluation asked, CancellationToken cancel)
    {
        var configured = new Configured(configuration);
        var (storage, settings, services) = (configured.Section<StorageSettings>("Storage"), configured.Section<OutcomeSettings>("Outcomes"), configured.Services());
        storage.Wrong().ToList().ForEach(configured.Wrong);
        configured.ThrowIfWrong();
        var words = new PageWords(new TextBook(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly, typeof(EvaluateVerb).Assembly));
        var (scopes, problem) = asked.Choice.Read(services);
        if (problem is not null)
        {
            throw new NoEvidenceException($"--{problem.Field}: {words[problem.Key]}.");
        }

        await using var store = storage.OpenToRead() ?? throw new NoEvidenceException("The database is not there: " + storage.Place() + ".");
        if (await store.Trouble(cancel) is { } trouble)
        {
            throw new NoEvidenceException(trouble);
        }

        var read = new ReadOutcomes(store, settings);
        var reports = new List<OutcomeReport>();
        foreach (var scope in scopes)
        {
            reports.Add(await read.Handle(scope, Instrument.Ons4, asked.Today, cancel));
        }

        return asked.Format == "csv"
            ? new OutcomeCsv(words).Of(reports)
            : new OutcomeJson(words, services).Of(Instrument.Ons4.Key, settings.SmallestNumber, reports) + "\n";
    }

    // The same file and environment that a server takes.
    private static IConfigurationRoot Shipped() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    private sealed class NoEvidenceException(string sentence) : Exception(sentence);
}

/// <summary>What is to be evaluated.</summary>
/// <param name="Choice">Which service, and when.</param>
/// <param name="Format">json or csv.</param>
/// <param name="Today">The day by which a check-in is due.</param>
internal sealed record Evaluation(OutcomeChoice Choice, string Format, LocalDate Today);
