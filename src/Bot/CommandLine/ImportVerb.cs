using System.CommandLine;
using System.Text;
using System.Text.Json;
using Companion.Workflows.Appointments;
using Companion.Workflows.Groups;
using Companion.Workflows.Importing;

namespace Companion.Bot.CommandLine;

/// <summary>
/// <c>import</c>: rows of a CSV file go into the database. Standard output gets one line of JSON with the counts; what is wrong with a
/// row goes to standard error, and the rows themselves to a file. Exit code 2 when any was refused, 1 when nothing could be done.
/// </summary>
internal static class ImportVerb
{
    private const int SomeRefused = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Verb() => new("import", "Imports a CSV file.")
    {
        Of("appointments", "Books, moves and calls off appointments.", (parts, key, content, cancel) => parts.GetRequiredService<ImportAppointments>().Handle(key, content, cancel)),
        Of("groups", "Enters and changes groups.", (parts, key, content, cancel) => parts.GetRequiredService<ImportGroups>().Handle(key, content, cancel)),
    };

    private static Command Of(string name, string what, Func<IServiceProvider, string, Stream, CancellationToken, Task<ImportReport>> import)
    {
        var (file, service, rejects) = (FileArgument(), Offline.ServiceOption(), RejectsOption());
        var verb = new Command(name, what) { file, service, rejects };
        verb.SetAction((parsed, cancel) => Offline.Run(parsed, parsed.GetValue(service), (parts, key) => Import(
            parsed,
            parsed.GetValue(file)!,
            parsed.GetValue(rejects),
            content => import(parts, key, content, cancel))));
        return verb;
    }

    private static Argument<FileInfo> FileArgument() => new("file") { Description = "The CSV file." };

    private static Option<FileInfo?> RejectsOption() => new("--rejects") { Description = "Where to write the refused rows, with row, column and reason." };

    private static async Task<int> Import(ParseResult parsed, FileInfo file, FileInfo? rejects, Func<Stream, Task<ImportReport>> import)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        ImportReport report;
        try
        {
            await using var content = file.OpenRead();
            report = await import(content);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"import: {trouble.Message}");
            return 1;
        }

        if (report.Table.Trouble is { } why)
        {
            await error.WriteLineAsync($"import: {why}");
            return 1;
        }

        foreach (var column in report.Table.Unknown)
        {
            await error.WriteLineAsync($"import: nothing reads the column '{column}'.");
        }

        foreach (var (row, wrong) in report.Refused.SelectMany(row => row.Wrong.Select(wrong => (row, wrong))))
        {
            await error.WriteLineAsync($"import: row {row.Number}{(wrong.Column.Length > 0 ? ", " + wrong.Column : "")}: {wrong.Reason}");
        }

        await output.WriteLineAsync(JsonSerializer.Serialize(new { report.Taken, report.Unchanged, Refused = report.Refused.Count }, Json));
        if (rejects is not null && report.Refused.Count > 0)
        {
            await File.WriteAllTextAsync(rejects.FullName, report.Rejects(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)); // Excel asks for the mark
        }

        return report.Refused.Count > 0 ? SomeRefused : 0;
    }
}
