using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;

namespace Companion.Workflows.Notes;

/// <summary>
/// Who is shown a note in their own chat: whoever asked for it, and whoever holds the conversation, or closed it. Everybody else of the service
/// reads it in the console, where they are signed in.
/// </summary>
public static class WhoseNote
{
    /// <summary>True when it is this worker's.</summary>
    public static bool Is(Note note, HandOff? handOff, Worker worker) =>
        worker.ServiceId == note.ServiceId && worker.LeftAt is null && worker.Role != WorkerRole.Commissioner
        && (note.AskedBy == worker.Name || handOff switch
        {
            null => false,
            { ClearedAt: null } => handOff.OwnerId == worker.Id,
            _ => handOff.ClearedBy == worker.Name,
        });

    /// <summary>Whose it is. The record knows who asked and who closed by their name alone: of two with the same name it is neither's.</summary>
    internal static async ValueTask<IReadOnlyList<Worker>> Of(Turn turn, Note note)
    {
        // As this turn leaves it: somebody may be taking it right now.
        var handOff = turn.HandOffs.Find(one => one.Id == note.HandOffId)
            ?? (await turn.Session.Query<HandOff>("WHERE \"Id\" = @p0", note.HandOffId ?? 0)).SingleOrDefault();
        var theirs = (await turn.Session.Query<Worker>("WHERE \"ServiceId\" = @p0 AND \"LeftAt\" IS NULL ORDER BY \"Id\"", note.ServiceId))
            .FindAll(worker => Is(note, handOff, worker));
        return theirs.FindAll(worker => handOff?.OwnerId == worker.Id || theirs.Count(one => one.Name == worker.Name) == 1);
    }
}
