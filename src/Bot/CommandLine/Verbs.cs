using System.CommandLine;
using System.CommandLine.Invocation;
using NodaTime;

namespace Companion.Bot.CommandLine;

/// <summary>What the program can be asked to do. With no verb it serves.</summary>
internal static class Verbs
{
    private const int NotUnderstood = 1;

    /// <summary>
    /// The command line, whose default <paramref name="serve"/> takes settings as <c>--key=value</c> and gives the exit code.
    /// </summary>
    /// <param name="serve">Runs the host until it is told to stop.</param>
    /// <param name="today">Today's date, for verbs that need one.</param>
    public static RootCommand Of(Func<string[], Task<int>> serve, Func<LocalDate> today)
    {
        var verb = new Command("serve", "Serves patients and link workers (the default).");
        var root = new RootCommand("Companion: the conversational front door of a social prescribing service.")
        {
            verb,
            Understand.Verb(today),
            SimulateVerb.Verb(),
            EvaluateVerb.Verb(today),
            ImportVerb.Verb(),
            ExportVerb.Verb(),
            TeamsPackageVerb.Verb(),
        };
        foreach (Command command in new[] { root, verb })
        {
            command.TreatUnmatchedTokensAsErrors = false;
            command.SetAction((parsed, _) => ServeOrSay(parsed, serve));
        }

        return root;
    }

    /// <summary>Runs the verb that <paramref name="args"/> ask for; gives the exit code.</summary>
    public static Task<int> Run(RootCommand root, string[] args, InvocationConfiguration? configuration = null)
    {
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction wrong)
        {
            wrong.ShowHelp = false; // it would go to standard output, which carries results only
        }

        return parsed.InvokeAsync(configuration);
    }

    private static Task<int> ServeOrSay(ParseResult parsed, Func<string[], Task<int>> serve)
    {
        // Only settings go to the host: a misspelt verb must not start a server.
        if (parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith("--")) is not { } stray)
        {
            return serve([.. parsed.UnmatchedTokens]);
        }

        parsed.InvocationConfiguration.Error.WriteLine($"'{stray}' is not a verb. Ask --help for the list.");
        return Task.FromResult(NotUnderstood);
    }
}
