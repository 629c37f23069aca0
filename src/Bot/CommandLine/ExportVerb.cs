using System.CommandLine;
using Companion.Workflows.Appointments;
using Companion.Workflows.Groups;

namespace Companion.Bot.CommandLine;

/// <summary><c>export</c>: rows as CSV on standard output, in the columns of an import.</summary>
internal static class ExportVerb
{
    public static Command Verb() => new("export", "Writes CSV to standard output.")
    {
        Of("appointments", "Every appointment of a service.", (parts, key, cancel) => parts.GetRequiredService<ExportAppointments>().Handle(key, cancel)),
        Of("groups", "Every group of a service.", (parts, key, cancel) => parts.GetRequiredService<ImportGroups>().Export(key, cancel)),
    };

    private static Command Of(string name, string what, Func<IServiceProvider, string, CancellationToken, Task<string>> export)
    {
        var service = Offline.ServiceOption();
        var verb = new Command(name, what) { service };
        verb.SetAction((parsed, cancel) => Offline.Run(parsed, parsed.GetValue(service), async (parts, key) =>
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(await export(parts, key, cancel));
            return 0;
        }));
        return verb;
    }
}
