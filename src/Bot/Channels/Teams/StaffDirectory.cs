using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.Channels.Teams;

/// <summary>Who somebody in Teams is here: the workers with their Entra account. Nobody is known on another channel or from another tenant.</summary>
public sealed class StaffDirectory(IStore store, TeamsSettings settings)
{
    /// <summary>The workers that whoever did something is, one for each service they work for; none for a stranger.</summary>
    public async Task<IReadOnlyList<Worker>> Of(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity.From?.AadObjectId is not { Length: > 0 } user || !IsOurs(activity))
        {
            return [];
        }

        await using var db = store.Read();
        return await db.Workers.Where(worker => worker.EntraId == user && worker.LeftAt == null).OrderBy(worker => worker.Id).ToListAsync(cancel);
    }

    /// <summary>The workers that may be made known by an e-mail address that Teams vouches for: those who were entered with it and have no account yet.</summary>
    public Task<IReadOnlyList<Worker>> Join(string user, string email, CancellationToken cancel) => store.Write<IReadOnlyList<Worker>>(
        async session =>
        {
            var known = await session.Query<Worker>("WHERE LOWER(\"Email\") = @p0 AND \"EntraId\" IS NULL AND \"LeftAt\" IS NULL ORDER BY \"Id\"" + session.Lock, email.ToLowerInvariant());
            foreach (var worker in known)
            {
                worker.EntraId = user;
                session.Update(worker);
            }

            return known;
        },
        cancel);

    /// <summary>True for an activity of Teams in our own tenant; in Development without a tenant, of any.</summary>
    public bool IsOurs(TeamsActivity activity) =>
        activity.ChannelId == TeamsActivity.Teams
        && (settings.TenantId.Length == 0 || settings.TenantId.Equals(activity.TenantId, StringComparison.OrdinalIgnoreCase));
}
