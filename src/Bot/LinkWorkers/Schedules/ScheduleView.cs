using Companion.Bot.Sending;
using Companion.Workflows.Sending;
using Companion.Workflows.Sending.Preview;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.LinkWorkers.Schedules;

/// <summary>What a service would send in the next days, and the stops that stand.</summary>
public sealed class ScheduleView(PreviewTexts preview, IStore store, ServiceBook services, SendingSettings sending)
{
    private const int LatestLifted = 10;

    /// <summary>Reads it.</summary>
    public async Task<Schedule> Read(string key, CancellationToken cancel)
    {
        var chosen = services.Of(key);
        await using var db = store.Read();
        var stops = db.SendStops.Where(stop => stop.ServiceId == chosen.Key);
        return new Schedule(chosen, await preview.Handle(chosen.Key, cancel), sending)
        {
            Standing = await stops.Where(stop => stop.LiftedAt == null).OrderBy(stop => stop.Id).ToListAsync(cancel),
            Lifted = await stops.Where(stop => stop.LiftedAt != null).OrderByDescending(stop => stop.LiftedAt).Take(LatestLifted).ToListAsync(cancel),
        };
    }
}

/// <summary>A service's coming texts with its stops.</summary>
/// <param name="Service">The service.</param>
/// <param name="Preview">What would be sent, and what not.</param>
/// <param name="Sending">What a segment costs.</param>
public sealed record Schedule(ServiceSettings Service, PreviewedTexts Preview, SendingSettings Sending)
{
    /// <summary>The stops that stand, the oldest first.</summary>
    public required IReadOnlyList<SendStop> Standing { get; init; }

    /// <summary>The latest that were lifted, the last first.</summary>
    public required IReadOnlyList<SendStop> Lifted { get; init; }

    /// <summary>What goes, by local day and class.</summary>
    public IReadOnlyList<DayTotal> Totals { get; } = Preview.Going
        .GroupBy(text => (text.At.Local().Date, text.Class))
        .OrderBy(group => group.Key)
        .Select(group => new DayTotal(group.Key.Date, group.Key.Class, group.Count(), group.Sum(text => text.Segments)))
        .ToList();

    /// <summary>What does not go, by class, outlook and reason, with how many.</summary>
    public IReadOnlyList<NotGoing> NotGoing { get; } = Preview.NotGoing
        .GroupBy(text => (text.Class, text.Outlook, text.Reason))
        .Select(group => new NotGoing(group.Key.Class, group.Key.Outlook, group.Key.Reason ?? "", group.Count()))
        .OrderByDescending(group => group.Count)
        .ThenBy(group => group.Class)
        .ToList();

    /// <summary>How many people the budget puts a text off for.</summary>
    public int OverBudget { get; } = Preview.Texts.Where(text => text.IsOverBudget).Select(text => text.AddressId).Distinct().Count();

    /// <summary>How many people are texted.</summary>
    public int People { get; } = Preview.Going.Select(text => text.AddressId).Distinct().Count();

    /// <summary>All segments that go.</summary>
    public int Segments { get; } = Preview.Going.Sum(text => text.Segments);

    /// <summary>What a number of segments costs, as it is read.</summary>
    public string Cost(int segments) => Sending.Cost(segments);
}

/// <summary>What goes of one class on one local day.</summary>
public sealed record DayTotal(LocalDate Day, SendClass Class, int Texts, int Segments);

/// <summary>What does not go, and why.</summary>
public sealed record NotGoing(SendClass Class, Outlook Outlook, string Reason, int Count);
