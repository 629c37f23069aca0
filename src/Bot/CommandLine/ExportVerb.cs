using System.CommandLine;
using Companion.Workflows.Appointments;

namespace Companion.Bot.CommandLine;

/// <summary><c>export</c>: rows as CSV on standard output, in the columns of an import.</summary>
internal static class ExportVerb
{
    public static Command Verb() => new("export", "Writes CSV to standard output.") { Appointments() };

    private static Command Appointments()
    {
        var service = Offline.ServiceOption();
        var verb = new Command("appointments", "Every appointment of a service.") { service };
        verb.SetAction((parsed, cancel) => Offline.Run(parsed, parsed.GetValue(service), async (parts, key) =>
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(await parts.GetRequiredService<ExportAppointments>().Handle(key, cancel));
            return 0;
        }));
        return verb;
    }
}
