using System.Text;
using Companion.Bot.LinkWorkers;
using Companion.Bot.LinkWorkers.Schedules;
using Companion.Bot.SignIn;
using Companion.Workflows.Sending;
using Companion.Workflows.Sending.Preview;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console;

/// <summary>Who would be texted in the next days, and the buttons that stop it.</summary>
public sealed class ScheduleModel(ScheduleView view, PressStop press, LiftStop lift, OwnRows own, SignedIn me, PageWords words) : PageModel
{
    /// <summary>The choice that stops every class that may be stopped.</summary>
    public const string All = "all";

    /// <summary>What is shown.</summary>
    public Schedule Schedule { get; private set; } = null!;

    /// <summary>One page of the texts.</summary>
    public Paged<ComingText> Texts { get; private set; } = new([], 1, HasMore: false);

    /// <summary>What is wrong with the form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was filled in, when it is shown again.</summary>
    public StopForm Form { get; private set; } = new(null, null, Sure: false);

    /// <summary>What a stop stops.</summary>
    public string Stopped(SendStop stop) => stop.Class is { } one ? Shown.Capital(words.Called(one)) : words["console.stops.all"];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet([FromQuery] int page = 1)
    {
        await Find(page);
        return Page();
    }

    /// <summary>The texts as a file.</summary>
    public async Task<IActionResult> OnGetCsv()
    {
        await Find(1);
        return File(Encoding.UTF8.GetBytes(ScheduleCsv.Of(words, Schedule.Preview, Schedule.Sending)), "text/csv", $"coming-texts-{Schedule.Service.Key}.csv");
    }

    /// <summary>Somebody presses a stop button.</summary>
    public async Task<IActionResult> OnPostStop([FromForm] StopForm form)
    {
        Form = form;
        Problem = await Press(form);
        if (Problem is null)
        {
            return RedirectToPage(null, null, null, "stops");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        await Find(1);
        return Page();
    }

    /// <summary>Somebody lifts a stop.</summary>
    public async Task<IActionResult> OnPostLift([FromForm] long id) =>
        await own.Has<SendStop>(id) && await lift.Handle(id, me.Name, CancellationToken.None) ? RedirectToPage(null, null, null, "stops") : NotFound();

    private async Task<FormProblem?> Press(StopForm form)
    {
        SendClass? one = Enum.TryParse<SendClass>(form.Which, out var named) && Enum.IsDefined(named) ? named : null;
        if (one is null && form.Which != All)
        {
            return new FormProblem("which", words["console.stops.which.missing"]);
        }

        if (string.IsNullOrWhiteSpace(form.Reason))
        {
            return new FormProblem("reason", words["console.stops.reason.missing"]);
        }

        if (!form.Sure)
        {
            return new FormProblem("sure", words["console.stops.sure.missing"]);
        }

        var outcome = await press.Handle(me.ServiceId, one, HandOffModel.Short(form.Reason.Trim()), me.Name, CancellationToken.None);
        return outcome == PressOutcome.Stands ? null : new FormProblem("which", Shown.Capital(words.Called(outcome)));
    }

    private async Task Find(int page)
    {
        var found = Schedule = await view.Read(me.ServiceId, HttpContext.RequestAborted);
        var number = Math.Clamp(page, 1, (found.Preview.Texts.Count / Paging.Size) + 1);
        var rest = found.Preview.Texts.Skip((number - 1) * Paging.Size).Take(Paging.Size + 1).ToList();
        Texts = new Paged<ComingText>(rest.Take(Paging.Size).ToList(), number, rest.Count > Paging.Size);
    }
}

/// <summary>What the stop button was sent with.</summary>
/// <param name="Which">A class, or "all".</param>
/// <param name="Reason">Why.</param>
/// <param name="Sure">The box was ticked.</param>
public sealed record StopForm(string? Which, string? Reason, bool Sure);
