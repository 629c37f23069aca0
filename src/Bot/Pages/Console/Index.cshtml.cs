using Companion.Bot.LinkWorkers;
using Companion.Bot.SignIn;
using Companion.Dialogs.Talking;
using Companion.Workflows.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Companion.Bot.Pages.Console;

/// <summary>The queue: who waits for a person, and who is talked with.</summary>
public sealed class IndexModel(HandOffList list, ServiceBook services, SignedIn me, IClock clock) : PageModel
{
    /// <summary>True for those that are cleared.</summary>
    [BindProperty(SupportsGet = true, Name = "cleared")]
    public bool ShowsCleared { get; set; }

    /// <summary>What it is narrowed down to.</summary>
    public QueueChoice Choice { get; private set; } = new(QueuePart.All, null, null);

    /// <summary>The hand-offs.</summary>
    public Paged<HandOffRow> HandOffs { get; private set; } = new([], 1, HasMore: false);

    /// <summary>The languages of the service.</summary>
    public IReadOnlyList<string> Languages => services.Of(me.ServiceId).Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The moment it was read.</summary>
    public Instant Now { get; private set; }

    /// <summary>The rows in their parts, in order; the cleared ones are one part.</summary>
    public IEnumerable<(QueuePart? Part, IReadOnlyList<HandOffRow> Rows)> Parts => ShowsCleared
        ? [(null, HandOffs.Rows)]
        : HandOffs.Rows.GroupBy(row => row.For(me.Id)).OrderBy(part => part.Key).Select(part => ((QueuePart?)part.Key, (IReadOnlyList<HandOffRow>)part.ToList()));

    /// <summary>Shows one page.</summary>
    public async Task OnGet(string? part, string? reason, string? language, [FromQuery] int page = 1)
    {
        Now = clock.GetCurrentInstant();
        Choice = new QueueChoice(Named<QueuePart>(part) ?? QueuePart.All, Named<HandOffReason>(reason), Languages.FirstOrDefault(one => one == language));
        HandOffs = ShowsCleared
            ? await list.Cleared(me.ServiceId, page, HttpContext.RequestAborted)
            : await list.Open(me.ServiceId, me.Id, Choice, page, HttpContext.RequestAborted);
    }

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var one) && Enum.IsDefined(one) ? one : null;
}
