using Companion.Bot.SignIn;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.Outcomes;
using Companion.Workflows.Settings;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Outcomes;

/// <summary>What <c>/outcomes</c> needs beside its page.</summary>
public static class OutcomeRegistration
{
    /// <summary>Registers the forms evidence is given in.</summary>
    public static IServiceCollection AddOutcomes(this IServiceCollection parts) => parts.AddSingleton<OutcomeCsv>().AddSingleton<OutcomeJson>();

    /// <summary>Maps the download. It is for whoever may open the page.</summary>
    public static void MapOutcomes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/outcomes/ons4.csv", Download).RequireAuthorization(StaffPolicies.Outcomes);

    private static async Task<IResult> Download(
        string? service, string? from, string? to, ServiceBook services, SignedIn me, ReadOutcomes read, OutcomeCsv csv, IClock clock, CancellationToken cancel)
    {
        var (scopes, problem) = new OutcomeChoice(service, from, to).Read(services.Only(me.ServiceId));
        if (problem is not null)
        {
            return Results.BadRequest();
        }

        var reports = new List<OutcomeReport>();
        foreach (var scope in scopes)
        {
            reports.Add(await read.Handle(scope, Instrument.Ons4, clock.GetCurrentInstant().Local().Date, cancel));
        }

        return Results.File(System.Text.Encoding.UTF8.GetBytes(csv.Of(reports)), "text/csv; charset=utf-8", "ons4.csv");
    }
}
