using System.Globalization;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Sending;
using Companion.Bot.SignIn;
using Companion.Workflows.Appointments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Companion.Bot.Pages.Console;

/// <summary>One appointment: move it, call it off, write down whether the person came.</summary>
public sealed class AppointmentModel(
    AppointmentList list, SignedIn me, MoveAppointment move, CancelAppointment cancelIt, RecordAttendance record, SenderBell bell, PageWords words, IClock clock) : PageModel
{
    /// <summary>The appointment.</summary>
    public AppointmentRow Row { get; private set; } = null!;

    /// <summary>Its day as the address of the list has it.</summary>
    public string DayText => Row.Appointment.StartsOn.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>True once it has begun and was not called off.</summary>
    public bool CanRecord => !Row.Appointment.IsOff && Row.Appointment.Start <= clock.GetCurrentInstant();

    /// <summary>What is wrong with a form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What is filled in.</summary>
    public AppointmentFields Fields { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(long id) => await Find(id, null) ? Page() : NotFound();

    /// <summary>Moves it.</summary>
    public async Task<IActionResult> OnPostMove(long id, [FromForm] AppointmentForm form)
    {
        if (!await Find(id, form))
        {
            return NotFound();
        }

        var (plan, problem) = form.Read(words);
        return problem is null ? await Done(id, await move.Handle(id, plan!, CancellationToken.None), form) : await Again(id, problem, form);
    }

    /// <summary>Calls it off.</summary>
    public async Task<IActionResult> OnPostOff(long id) =>
        await Find(id, null) ? await Done(id, await cancelIt.Handle(id, CancellationToken.None), null) : NotFound();

    /// <summary>Writes down whether the person came.</summary>
    public async Task<IActionResult> OnPostAttendance(long id, [FromForm] bool came) =>
        await Find(id, null) ? await Done(id, await record.Handle(id, came, me.Name, CancellationToken.None), null) : NotFound();

    private async Task<IActionResult> Done(long id, AppointmentOutcome outcome, AppointmentForm? form)
    {
        if (!outcome.IsDone)
        {
            return await Again(id, AppointmentForm.Problem(words, outcome.Field, outcome.Reason), form);
        }

        bell.Ring();
        return Redirect($"/console/appointments/{id.ToString(CultureInfo.InvariantCulture)}");
    }

    private async Task<IActionResult> Again(long id, FormProblem problem, AppointmentForm? form)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await Find(id, form) ? Page() : NotFound();
    }

    private async Task<bool> Find(long id, AppointmentForm? form)
    {
        if (await list.Find(me.ServiceId, id, HttpContext.RequestAborted) is not { } found)
        {
            return false;
        }

        (Row, Fields) = (found, new AppointmentFields(form ?? AppointmentForm.Of(AppointmentPlan.Of(found.Appointment)), Problem));
        return true;
    }
}
