using Companion.Bot.SignIn;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.LinkWorkers;

/// <summary>Whether a row is of the service whoever is signed in works for. Another service's row is to them as if it were not there.</summary>
public sealed class OwnRows(IStore store, SignedIn me)
{
    /// <summary>True when there is such a row, and it is theirs.</summary>
    public async Task<bool> Has<T>(long id)
        where T : class
    {
        await using var db = store.Read();
        return await db.Set<T>().AnyAsync(row => EF.Property<long>(row, "Id") == id && EF.Property<string>(row, "ServiceId") == me.ServiceId);
    }
}
