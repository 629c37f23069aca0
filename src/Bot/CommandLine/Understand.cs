using System.CommandLine;
using System.Text;
using NodaTime;

namespace Companion.Bot.CommandLine;

/// <summary>
/// <c>understand --as NAME</c>: shows what a reader makes of texts, one result a line. No database, key or port is needed.
/// </summary>
internal static class Understand
{
    private const int BadLines = 2;
    private const int NotUnderstood = 1;

    /// <summary>The verb; <paramref name="today"/> is the day by which a date of birth is judged.</summary>
    public static Command Verb(Func<LocalDate> today)
    {
        var reader = new Option<string>("--as")
        {
            Description = $"How to read the texts: {string.Join(", ", UnderstandReaders.Names)}.",
            Required = true,
        };
        reader.AcceptOnlyFromAmong([.. UnderstandReaders.Names]);
        var verb = new Command("understand", "Reads texts from standard input (JSON lines or plain lines) and writes what is understood.")
        {
            reader,
        };
        verb.SetAction(parsed =>
            Run(parsed.GetValue(reader)!, today(), Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error));
        return verb;
    }

    /// <summary>Reads every line of <paramref name="input"/> as <paramref name="name"/> says; gives the exit code.</summary>
    public static int Run(string name, LocalDate today, Stream input, Stream output, TextWriter error)
    {
        if (UnderstandReaders.Find(name) is not { } reader)
        {
            error.WriteLine($"understand: there is no reader '{name}'; there are {string.Join(", ", UnderstandReaders.Names)}.");
            return NotUnderstood;
        }

        using var lines = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var results = new UnderstandResults(output);
        var bad = false;
        foreach (var line in UnderstandLine.ReadAll(lines))
        {
            var understood = Understood.Nothing;
            try
            {
                understood = reader(line.Request(), today);
            }
            catch (BadLineException wrong)
            {
                error.WriteLine($"understand: line {line.Number}: {wrong.Message}");
                bad = true;
            }

            results.Write(line.Id, understood);
        }

        return bad ? BadLines : 0;
    }
}
