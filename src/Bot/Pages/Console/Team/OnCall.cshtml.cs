using System.Globalization;
using Companion.Bot.SignIn;
using Companion.Workflows.OnCall;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console.Team;

/// <summary>Who is told of urgent hand-offs, in their order.</summary>
public sealed class OnCallModel(SaveOnCall save, OnCallList list, ServiceBook services, SignedIn me) : PageModel
{
    /// <summary>What a line consists of, in order.</summary>
    public static readonly IReadOnlyList<string> Parts = ["name", "text", "call", "email", "hours", "place"];

    private const int Spare = 2;
    private const int Most = 30;

    /// <summary>The lines as they are filled in, with some to fill in.</summary>
    public IReadOnlyList<OnCallLine> Lines { get; private set; } = [];

    /// <summary>What is wrong, by the number of the line and the part.</summary>
    public IReadOnlyList<Wrong> Wrong { get; private set; } = [];

    /// <summary>Which list was shown.</summary>
    public long Version { get; private set; }

    /// <summary>True while nobody was entered: those shown are configured.</summary>
    public bool IsConfigured => !Service.HasEnteredOnCall;

    /// <summary>True once it was kept.</summary>
    public bool IsKept { get; private set; }

    private ServiceSettings Service => services.Of(me.ServiceId);

    /// <summary>A part of a line.</summary>
    public static string Part(OnCallLine line, string part) => part switch
    {
        "name" => line.Name,
        "text" => line.Text,
        "call" => line.Call,
        "email" => line.Email,
        "hours" => line.Hours,
        _ => line.Place,
    };

    /// <summary>What is wrong with a part of a line; null for nothing.</summary>
    public string? Of(string field) => Wrong.FirstOrDefault(wrong => wrong.Field == field)?.Sentence;

    /// <summary>Shows the list.</summary>
    public async Task OnGet(bool kept)
    {
        IsKept = kept;
        Version = await list.Version(me.ServiceId, HttpContext.RequestAborted);
        await list.Read(HttpContext.RequestAborted); // another process may have changed it
        Lines = WithSpare(Service.WhoIsOnCall.Select(person => new OnCallLine(person.Name, person.Text, person.Call, person.Email, person.Hours)));
    }

    /// <summary>Keeps the list, all of it.</summary>
    public async Task<IActionResult> OnPost(long version)
    {
        var lines = Enumerable.Range(0, Most)
            .TakeWhile(at => Request.Form.ContainsKey(Name(at, "name")))
            .Select(at => new OnCallLine(Typed(at, "name"), Typed(at, "text"), Typed(at, "call"), Typed(at, "email"), Typed(at, "hours")) { Place = Typed(at, "place") })
            .ToList();
        Wrong = await save.Handle(me.ServiceId, lines, version, CancellationToken.None);
        if (Wrong.Count == 0)
        {
            return Redirect("/console/on-call?kept=true");
        }

        (Lines, Version) = (lines, version);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>What a part of a line is posted as.</summary>
    public static string Name(int line, string part) => $"{line.ToString(CultureInfo.InvariantCulture)}-{part}";

    private static List<OnCallLine> WithSpare(IEnumerable<OnCallLine> lines) =>
        [.. lines.Concat(Enumerable.Repeat(new OnCallLine("", "", "", "", ""), Spare)).Select((line, at) => line with { Place = (at + 1).ToString(CultureInfo.InvariantCulture) })];

    private string Typed(int line, string part) => Request.Form[Name(line, part)].ToString();
}
