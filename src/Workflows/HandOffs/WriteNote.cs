using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A worker writes something down for colleagues. It is shown to staff alone.</summary>
public sealed class WriteNote(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>The longest note, in characters.</summary>
    public const int Longest = 4_000;

    /// <summary>Writes it; words beyond the longest are cut.</summary>
    /// <returns>The hand-off, or null when there is none.</returns>
    public Task<HandOff?> Handle(long handOffId, string by, string words, CancellationToken cancel) =>
        HandOffTurn.Run(store, clock, handOffId, (turn, handOff) =>
        {
            var kept = words.Trim();
            if (kept.Length == 0)
            {
                return;
            }

            turn.Insert(new HandOffNote
            {
                Id = turn.Session.NextId(),
                ServiceId = handOff.ServiceId,
                HandOffId = handOff.Id,
                AddressId = handOff.AddressId,
                At = turn.Now,
                By = by,
                Words = kept.Length > Longest ? kept[..Longest] : kept,
            });
            HandOffLog.Write(turn, handOff, "Noted", by);
            if (handOff.Owner == by)
            {
                Holding.Acted(turn, services.Of(handOff.ServiceId));
            }
        }, cancel);
}
