using System.Globalization;
using Companion.Workflows.Appointments;
using Companion.Workflows.Importing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Bot.Pages.Console;

/// <summary>When and how an appointment takes place, as it was filled in.</summary>
public sealed record AppointmentForm(string? Date, string? Time, string? Minutes, string? Kind, string? Place, string? With)
{
    /// <summary>The form of a plan.</summary>
    public static AppointmentForm Of(AppointmentPlan plan) => new(
        plan.On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        plan.At.ToString("HH:mm", CultureInfo.InvariantCulture),
        plan.Minutes.ToString(CultureInfo.InvariantCulture),
        plan.Kind.ToString(),
        plan.Place,
        plan.With);

    /// <summary>The plan, or what is wrong with the form. Dates and times are read as in a file: 3/4/2026, 2pm.</summary>
    public (AppointmentPlan? Plan, FormProblem? Problem) Read(PageWords words)
    {
        var row = new ImportRow(1, new Dictionary<string, string>
        {
            ["date"] = (Date ?? "").Trim(),
            ["time"] = (Time ?? "").Trim(),
            ["minutes"] = (Minutes ?? "").Trim(),
            ["place"] = (Place ?? "").Trim(),
            ["with"] = (With ?? "").Trim(),
        }, []);
        var (on, at, minutes) = (row.Date("date", required: true), row.Time("time", required: true), row.Whole("minutes", 5, 480));
        var (place, with) = (row.Text("place", AppointmentPlan.LongestPlace), row.Text("with", AppointmentPlan.LongestName));
        if (!Enum.TryParse<AppointmentKind>(Kind, out var kind) || !Enum.IsDefined(kind))
        {
            row.Refuse("kind", words["console.appointment.kind.missing"]);
        }

        return row.IsRefused
            ? (null, Problem(words, row.Wrong[0].Column, row.Wrong[0].Reason))
            : (new AppointmentPlan(kind, on!.Value, at!.Value, minutes ?? AppointmentPlan.UsualMinutes, place, with), null);
    }

    /// <summary>A refusal beside the field it is about.</summary>
    public static FormProblem Problem(PageWords words, string field, string reason) =>
        new(field is "phone" or "reference" ? "person" : field is "externalId" or "id" or "" ? "date" : field, words.Find("console.appointment.field." + field) is { } name ? $"{name}: {reason}" : reason);

    /// <summary>The day of a form or an address, or another.</summary>
    public static LocalDate Day(string? text, LocalDate otherwise) => LocalDatePattern.Iso.Parse(text ?? "").TryGetValue(otherwise, out var day) ? day : otherwise;
}

/// <summary>The fields of a form about an appointment.</summary>
/// <param name="Form">What is filled in.</param>
/// <param name="Problem">What is wrong, if anything.</param>
public sealed record AppointmentFields(AppointmentForm Form, FormProblem? Problem)
{
    /// <summary>The class of a field's group.</summary>
    public string Group(string field) => Problem?.Field == field ? "nhsuk-form-group nhsuk-form-group--error" : "nhsuk-form-group";
}
