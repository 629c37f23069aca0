using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Timing;

/// <summary>What a feature does when a timer of its kind is due.</summary>
public interface ITimed
{
    /// <summary>The kind of timer it arms and fires.</summary>
    TimerKind Kind { get; }

    /// <summary>The turn a timer is fired in: about the address it names, where the feature knows no other.</summary>
    ValueTask<TurnRequest> RequestOf(TimerRow timer, Instant now, CancellationToken cancel) =>
        ValueTask.FromResult(TurnRequest.About(timer.ServiceId, timer.AddressId, now));

    /// <summary>Fires a timer, which this turn removes. When its subject has moved on from what it was armed for, nothing is done.</summary>
    ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer);
}
