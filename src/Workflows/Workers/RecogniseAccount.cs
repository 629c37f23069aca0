using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Workers;

/// <summary>An account that has proved itself.</summary>
/// <param name="ObjectId">Its id in the organisation's directory, which never changes.</param>
/// <param name="Emails">Its addresses.</param>
public sealed record Account(string ObjectId, IReadOnlyList<string> Emails);

/// <summary>
/// Whose account it is, at a sign-in and in Teams alike: the worker it was kept with, or else the one worker of a service with its e-mail
/// address, with whom it is kept from then on. An address says whose account it is only that once; addresses are given to others, accounts
/// are not. Somebody may work for several services, as one worker in each; a service that is no longer run here has no workers.
/// </summary>
public sealed class RecogniseAccount(IStore store, ServiceBook services)
{
    /// <summary>The workers, in the order they were entered; none when nobody has entered them, or when several of a service share the address.</summary>
    public Task<IReadOnlyList<Worker>> Handle(Account account, CancellationToken cancel) =>
        store.Write<IReadOnlyList<Worker>>(async session => await Known(session, account), cancel);

    /// <summary>The same, within a transaction; until its commit nobody else is recognised.</summary>
    internal async ValueTask<List<Worker>> Known(Session session, Account account)
    {
        await session.WaitForLock("accounts");
        var known = Here(await session.Query<Worker>("WHERE \"EntraId\" = @p0 AND \"LeftAt\" IS NULL ORDER BY \"Id\"" + session.Lock, account.ObjectId));
        var named = await Named(session, account);
        var isAnothersToo = named.Exists(worker => worker.EntraId is { } theirs && theirs != account.ObjectId)
            || named.Select(worker => worker.ServiceId).Distinct().Count() < named.Count;
        if (isAnothersToo)
        {
            return known;
        }

        foreach (var worker in named.Where(worker => worker.EntraId is null && !known.Exists(one => one.ServiceId == worker.ServiceId)).ToList())
        {
            worker.EntraId = account.ObjectId;
            session.Update(worker);
            known.Add(worker);
        }

        return [.. known.OrderBy(worker => worker.Id)];
    }

    /// <summary>Whoever was entered with an address of the account.</summary>
    internal async ValueTask<List<Worker>> Named(Session session, Account account) => account.Emails.Count == 0 ? [] :
    [
        .. Here(await session.Query<Worker>("WHERE \"LeftAt\" IS NULL AND \"Email\" <> '' ORDER BY \"Id\"" + session.Lock))
            .Where(worker => account.Emails.Contains(worker.Email, StringComparer.OrdinalIgnoreCase)),
    ];

    private List<Worker> Here(List<Worker> workers) => workers.FindAll(worker => services.Find(worker.ServiceId) is not null);
}
