using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A worker writes something down for colleagues. It is shown to staff alone.</summary>
public sealed class WriteNote(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>The longest note, in characters.</summary>
    public const int Longest = 4_000;

    private static readonly Duration Repeats = Duration.FromMinutes(1);

    /// <summary>Writes it; words beyond the longest are cut, and the same words again within a minute are a button pressed twice.</summary>
    /// <returns>The hand-off, or null when there is none.</returns>
    public Task<HandOff?> Handle(long handOffId, string by, string words, CancellationToken cancel) =>
        HandOffTurn.Run(store, clock, handOffId, async (turn, handOff) =>
        {
            var kept = words.Trim();
            kept = kept.Length > Longest ? kept[..Longest] : kept;
            var before = await turn.Session.Query<HandOffNote>("WHERE \"HandOffId\" = @p0 AND \"At\" >= @p1", handOff.Id, (turn.Now - Repeats).ToUnixTimeTicks());
            if (kept.Length == 0 || before.Exists(note => note.By == by && note.Words == kept))
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
                Words = kept,
            });
            HandOffLog.Write(turn, handOff, "Noted", by);
            if (handOff.Owner == by && !handOff.Urgent) // while somebody may be in danger a note is not enough
            {
                Holding.Acted(turn, services.Of(handOff.ServiceId));
            }
        }, cancel);
}
