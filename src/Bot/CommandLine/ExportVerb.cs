using System.CommandLine;
using Companion.Dialogs.Words;
using Companion.Workflows.Appointments;
using Companion.Workflows.Groups;
using Companion.Workflows.Sharing;

namespace Companion.Bot.CommandLine;

/// <summary><c>export</c>: rows as CSV on standard output, in the columns of an import; or one case, as text or JSON.</summary>
internal static class ExportVerb
{
    public static Command Verb() => new("export", "Writes rows as CSV, or a case, to standard output.")
    {
        Of("appointments", "Every appointment of a service.", (parts, key, cancel) => parts.GetRequiredService<ExportAppointments>().Handle(key, cancel)),
        Of("groups", "Every group of a service.", (parts, key, cancel) => parts.GetRequiredService<ImportGroups>().Export(key, cancel)),
        Case(),
    };

    // That it was written out is kept in the database, like a download in the console.
    private static Command Case()
    {
        var service = Offline.ServiceOption();
        var reference = new Option<string>("--reference") { Description = "The reference of the referral.", Required = true };
        var form = new Option<string>("--as") { Description = "text, prsb or fhir.", DefaultValueFactory = _ => "text" };
        form.AcceptOnlyFromAmong("text", "prsb", "fhir");
        var verb = new Command("case", "One case: the record and what stands in approved notes, without messages.") { service, reference, form };
        verb.SetAction((parsed, cancel) => Offline.Run(parsed, parsed.GetValue(service), async (parts, key) =>
        {
            var by = parts.GetRequiredService<TextBook>().Raw("en", "console.sharing.command-line");
            var format = Enum.Parse<CaseFormat>(parsed.GetValue(form)!, ignoreCase: true);
            if (await parts.GetRequiredService<ExportCase>().Find(key, parsed.GetValue(reference)!, format, by, cancel) is not { } written)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("export: No referral has this reference.");
                return 1;
            }

            await parsed.InvocationConfiguration.Output.WriteAsync(written.Words);
            return 0;
        }));
        return verb;
    }

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
