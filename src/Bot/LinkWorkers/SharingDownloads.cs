using System.Text;
using Companion.Bot.SignIn;
using Companion.Workflows.Sharing;

namespace Companion.Bot.LinkWorkers;

/// <summary>What staff download of a case. Each download is written down with the name of whoever is signed in.</summary>
public static class SharingDownloads
{
    private static readonly (string Ending, CaseFormat Format, string Type)[] Forms =
    [
        ("txt", CaseFormat.Text, "text/plain; charset=utf-8"),
        ("prsb.json", CaseFormat.Prsb, "application/json"),
        ("fhir.json", CaseFormat.Fhir, "application/fhir+json"),
    ];

    /// <summary>Maps them. No file is called by anything of the person.</summary>
    public static void MapSharingDownloads(this IEndpointRouteBuilder routes)
    {
        foreach (var (ending, format, type) in Forms)
        {
            routes.MapGet($"/console/referrals/{{id:long}}/record.{ending}", async (HttpContext context, long id, ExportCase export, SignedIn me) =>
            {
                var written = await export.Handle(me.ServiceId, id, format, me.Name, context.RequestAborted);
                return written is null ? Results.NotFound() : File(written.Words, type, $"case-{written.Reference}.{ending}");
            }).RequireAuthorization(StaffPolicies.Console);
        }

        routes.MapGet("/console/letters/{id:long}/letter.txt", async (long id, SendLetter send, SignedIn me) =>
        {
            var words = await send.Download(me.ServiceId, id, me.Name);
            return words is null ? Results.NotFound() : File(words, "text/plain; charset=utf-8", $"letter-{id}.txt");
        }).RequireAuthorization(StaffPolicies.Console);
    }

    private static IResult File(string words, string type, string name) => Results.File(Encoding.UTF8.GetBytes(words), type, name);
}
