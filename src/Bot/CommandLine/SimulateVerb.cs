using System.CommandLine;
using Companion.Bot.Simulation;
using Companion.Workflows.Storage;
using Companion.Workflows.Storage.Postgres;

namespace Companion.Bot.CommandLine;

/// <summary>
/// <c>simulate</c>: weeks of simulated people against the real workflows and store, and whether the laws held. Exit code 0 when they
/// did, else 1.
/// </summary>
internal static class SimulateVerb
{
    private const string Connection = "Storage__ConnectionString";

    public static Command Verb()
    {
        var people = new Option<int>("--people") { Description = "How many people (1 to 490).", DefaultValueFactory = _ => 100 };
        var weeks = new Option<int>("--weeks") { Description = "How many weeks.", DefaultValueFactory = _ => 1 };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same run.", DefaultValueFactory = _ => 1 };
        var faults = new Option<string>("--faults") { Description = "none or some.", DefaultValueFactory = _ => "some" };
        var store = new Option<string>("--store")
        {
            Description = $"sqlite (in a temporary folder), or postgres (the empty database of {Connection}).",
            DefaultValueFactory = _ => "sqlite",
        };
        faults.AcceptOnlyFromAmong("none", "some");
        store.AcceptOnlyFromAmong("sqlite", "postgres");
        var verb = new Command("simulate", "Runs simulated people against the real workflows and checks the laws.")
        {
            people, weeks, seed, faults, store,
        };
        verb.SetAction((parsed, _) => Run(
            new SimulationOptions(
                parsed.GetValue(people),
                parsed.GetValue(weeks),
                parsed.GetValue(seed),
                parsed.GetValue(faults) == "some",
                parsed.GetValue(store)!,
                () => throw new InvalidOperationException("No store was chosen.")),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return verb;
    }

    private static async Task<int> Run(SimulationOptions options, TextWriter output, TextWriter error)
    {
        var connection = Environment.GetEnvironmentVariable(Connection);
        if (options.StoreName == "postgres" && string.IsNullOrEmpty(connection))
        {
            await error.WriteLineAsync($"simulate: --store postgres needs {Connection}.");
            return 1;
        }

        try
        {
            using var folder = new TemporaryFolder();
            Func<IStore> open = options.StoreName == "postgres" ? () => new PostgresStore(connection!) : folder.OpenSqlite;
            var (evidence, hash) = await SimulationRun.Run(options with { Open = open });
            var report = SimulationReport.Of(options, evidence, hash);
            await output.WriteLineAsync(report.ToString());
            return report.Ok ? 0 : 1;
        }
        catch (ArgumentException wrong)
        {
            await error.WriteLineAsync($"simulate: {wrong.Message}");
            return 1;
        }
    }
}
