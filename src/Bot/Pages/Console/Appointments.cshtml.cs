using System.Globalization;
using System.Text;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Sending;
using Companion.Bot.SignIn;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Appointments;
using Companion.Workflows.Importing;
using Companion.Workflows.Timing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Companion.Bot.Pages.Console;

/// <summary>The appointments of a day; booking one; importing many.</summary>
public sealed class AppointmentsModel(
    AppointmentList list, SignedIn me, FindPerson find, BookAppointment book, ImportAppointments import, SenderBell bell, PageWords words, IClock clock) : PageModel
{
    private LocalDate day;

    /// <summary>The appointments.</summary>
    public Paged<AppointmentRow> Appointments { get; private set; } = new([], 1, HasMore: false);

    /// <summary>The day as the date field has it.</summary>
    public string DayText => Text(day);

    /// <summary>The day as people read it.</summary>
    public string DayShown => day.ToString("dddd d MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>The day before and the one after, as the address has them.</summary>
    public string Before => Text(day.PlusDays(-1));

    /// <summary>The day after.</summary>
    public string After => Text(day.PlusDays(1));

    /// <summary>Which status is shown; null for every one.</summary>
    public AppointmentStatus? Status { get; private set; }

    /// <summary>Who a booking is for, as it was filled in.</summary>
    public string? Person { get; private set; }

    /// <summary>What is wrong with a form, if anything.</summary>
    public FormProblem? Problem { get; private set; }

    /// <summary>What was filled in.</summary>
    public AppointmentFields Fields { get; private set; } = new(new AppointmentForm(null, null, null, null, null, null), null);

    /// <summary>What came of a file.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>The hours of an appointment.</summary>
    public static string TimeOf(Appointment appointment) =>
        appointment.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture) + " - " + appointment.End.Local().TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Shows a day.</summary>
    public Task OnGet([FromQuery] string? day, [FromQuery] string? status, [FromQuery] string? person, [FromQuery] int page = 1)
    {
        Person = person;
        return Show(day, status, page);
    }

    /// <summary>Books one.</summary>
    public async Task<IActionResult> OnPostBook([FromForm] string? person, [FromForm] AppointmentForm form)
    {
        Person = person;
        var (plan, problem) = form.Read(words);
        if (problem is null)
        {
            var isNumber = PhoneNumber.TryParse(person, out var number);
            var (whom, field, reason) = await find.Handle(me.ServiceId, isNumber ? null : person, isNumber ? number : null, CancellationToken.None);
            var outcome = whom is null ? null : await book.Handle(new Booking(me.ServiceId, whom, plan!, AppointmentSource.Console), CancellationToken.None);
            if (outcome is { IsDone: true })
            {
                bell.Ring();
                return Redirect($"/console/appointments?day={Text(plan!.On)}");
            }

            problem = AppointmentForm.Problem(words, outcome?.Field ?? field, outcome?.Reason ?? reason);
        }

        return await Again(form, problem);
    }

    /// <summary>Imports a file.</summary>
    public async Task<IActionResult> OnPostImport(IFormFile? file)
    {
        if (file is null)
        {
            return await Again(Fields.Form, new FormProblem("file", words["console.import.missing"]));
        }

        await using var content = file.OpenReadStream();
        var report = await import.Handle(me.ServiceId, content, CancellationToken.None);
        if (report.Table.Trouble is { } why)
        {
            return await Again(Fields.Form, new FormProblem("file", why));
        }

        bell.Ring();
        Report = report;
        await Show(null, null, 1);
        return Page();
    }

    /// <summary>Gives the refused rows back as a file; they are kept nowhere.</summary>
    public IActionResult OnPostRejects([FromForm] string? rejects) =>
        File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(rejects ?? "")], "text/csv; charset=utf-8", "refused-rows.csv");

    private async Task<IActionResult> Again(AppointmentForm form, FormProblem problem)
    {
        (Problem, Fields) = (problem, new AppointmentFields(form, problem));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await Show(null, null, 1);
        return Page();
    }

    private async Task Show(string? wanted, string? status, int page)
    {
        day = AppointmentForm.Day(wanted, clock.GetCurrentInstant().Local().Date);
        Status = Enum.TryParse<AppointmentStatus>(status, out var one) && Enum.IsDefined(one) ? one : null;
        Appointments = await list.Read(me.ServiceId, day, Status, page, HttpContext.RequestAborted);
    }

    private static string Text(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
