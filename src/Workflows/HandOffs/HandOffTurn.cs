using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A change to one hand-off, under the lock of its address like everything that concerns a person.</summary>
internal static class HandOffTurn
{
    public static Task<HandOff?> Run(IStore store, IClock clock, long id, Action<Turn, HandOff> change, CancellationToken cancel) =>
        Run(store, clock, id, (turn, handOff) =>
        {
            change(turn, handOff);
            return ValueTask.CompletedTask;
        }, cancel);

    public static async Task<HandOff?> Run(IStore store, IClock clock, long id, Func<Turn, HandOff, ValueTask> change, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.HandOffs.Where(h => h.Id == id).Select(h => new { h.ServiceId, h.AddressId }).SingleOrDefaultAsync(cancel);
        return found is null ? null : await store.Turn(
            TurnRequest.About(found.ServiceId, found.AddressId, clock.GetCurrentInstant()),
            async turn =>
            {
                var handOff = turn.HandOffs.Find(h => h.Id == id)
                    ?? (await turn.Session.Query<HandOff>("WHERE \"Id\" = @p0", id)).Single();
                await change(turn, handOff);
                return (HandOff?)handOff;
            },
            cancel);
    }
}
