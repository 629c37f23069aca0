using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Workflows.Groups;
using Companion.Workflows.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Companion.Bot.Pages.Console.Groups;

/// <summary>A group is entered or changed. Everything that is wrong is said at once, beside its field.</summary>
public sealed class EditModel(GroupView view, EnterGroup enter, ChangeGroup change, SignedIn me) : PageModel
{
    /// <summary>The fields in their order, by the last part of their keys.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["name", "neutralname", "place", "transport", "capacity", "leader", "repeats", "from", "until", "time", "minutes"];

    /// <summary>Fields that are ticked.</summary>
    public static readonly IReadOnlyList<string> Ticks = ["guests", "holidays"];

    /// <summary>The group that is changed; null for a new one.</summary>
    public long? Id { get; private set; }

    /// <summary>What is filled in.</summary>
    public GroupForm Form { get; private set; } = new() { Minutes = "90", Capacity = "12" };

    /// <summary>What is wrong, field by field.</summary>
    public IReadOnlyList<Wrong> Wrong { get; private set; } = [];

    /// <summary>What stands in a field.</summary>
    public string Value(string field) => (string?)typeof(GroupForm).GetProperties()
        .Single(property => property.Name.Equals(field, StringComparison.OrdinalIgnoreCase)).GetValue(Form) ?? "";

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? Of(string field) => Wrong.FirstOrDefault(wrong => wrong.Field.Equals(field, StringComparison.OrdinalIgnoreCase))?.Sentence;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGet(long? id)
    {
        Id = id;
        if (id is null)
        {
            return Page();
        }

        if (await view.Group(me.ServiceId, id.Value, HttpContext.RequestAborted) is not { } found)
        {
            return NotFound();
        }

        Form = ImportGroups.FormOf(found.Group);
        return Page();
    }

    /// <summary>Enters or changes it.</summary>
    public async Task<IActionResult> OnPost(long? id, [FromForm] GroupFields fields)
    {
        (Id, Form) = (id, fields.Form);
        if (id is { } asked && await view.Group(me.ServiceId, asked, HttpContext.RequestAborted) is null)
        {
            return NotFound();
        }

        var saved = id is { } known ? await change.Handle(known, Form, CancellationToken.None) : await enter.Handle(me.ServiceId, Form, CancellationToken.None);
        if (saved.Wrong.Count == 0)
        {
            return Redirect($"/console/groups/{saved.Id}");
        }

        Wrong = saved.Wrong;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

/// <summary>The fields of a form as they are posted: an empty one is not sent as an empty text.</summary>
public sealed record GroupFields
{
    public string? Name { get; init; }

    public string? NeutralName { get; init; }

    public string? Place { get; init; }

    public string? Transport { get; init; }

    public string? Capacity { get; init; }

    public string? Guests { get; init; }

    public string? Leader { get; init; }

    public string? Repeats { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public string? Time { get; init; }

    public string? Minutes { get; init; }

    public string? Holidays { get; init; }

    internal GroupForm Form => new()
    {
        Name = Name ?? "",
        NeutralName = NeutralName ?? "",
        Place = Place ?? "",
        Transport = Transport ?? "",
        Capacity = Capacity ?? "",
        Guests = Guests ?? "",
        Leader = Leader ?? "",
        Repeats = Repeats ?? "",
        From = From ?? "",
        Until = Until ?? "",
        Time = Time ?? "",
        Minutes = Minutes ?? "",
        Holidays = Holidays ?? "",
    };
}
