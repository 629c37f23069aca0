using Companion.Workflows.Storage;

namespace Companion.Workflows.Workers;

/// <summary>An account that has proved itself.</summary>
/// <param name="ObjectId">Its id in the organisation's directory, which never changes.</param>
/// <param name="Emails">Its addresses.</param>
public sealed record Account(string ObjectId, IReadOnlyList<string> Emails);

/// <summary>Who is entered as the manager of a service that has none: the service's key and an e-mail address.</summary>
public sealed record FirstManagers(IReadOnlyDictionary<string, string> Emails);

/// <summary>
/// Whose account it is: the worker it was kept with, or else the one worker of a service with its e-mail address, with whom it is kept from
/// then on. An address says whose account it is only that once; addresses are given to others, accounts are not. Somebody may work for
/// several services, as one worker in each.
/// </summary>
public sealed class RecogniseAccount(IStore store, FirstManagers first)
{
    /// <summary>The worker, in the service they were entered in first; null when nobody has entered them, or when several of a service share the address.</summary>
    public Task<Worker?> Handle(Account account, CancellationToken cancel) => store.Write(
        async session =>
        {
            var known = await session.Query<Worker>("WHERE \"EntraId\" = @p0 AND \"LeftAt\" IS NULL ORDER BY \"Id\"" + session.Lock, account.ObjectId);
            var named = account.Emails.Count == 0 ? [] : await Named(session, account);
            if (named.Exists(worker => worker.EntraId != account.ObjectId && worker.EntraId is not null) || named.Select(worker => worker.ServiceId).Distinct().Count() < named.Count)
            {
                return known.FirstOrDefault(); // the address is another's too
            }

            foreach (var worker in named.Where(worker => worker.EntraId is null && !known.Exists(one => one.ServiceId == worker.ServiceId)))
            {
                worker.EntraId = account.ObjectId;
                session.Update(worker);
                known.Add(worker);
            }

            return known.MinBy(worker => worker.Id) ?? await EnterFirst(session, account);
        },
        cancel);

    private static async ValueTask<List<Worker>> Named(Session session, Account account)
    {
        var here = await session.Query<Worker>("WHERE \"LeftAt\" IS NULL AND \"Email\" <> ''" + session.Lock);
        return [.. here.Where(worker => account.Emails.Contains(worker.Email, StringComparer.OrdinalIgnoreCase))];
    }

    private async ValueTask<Worker?> EnterFirst(Session session, Account account)
    {
        foreach (var (service, email) in first.Emails.Where(one => account.Emails.Contains(one.Value, StringComparer.OrdinalIgnoreCase)))
        {
            var managers = await session.Query<Worker>("WHERE \"ServiceId\" = @p0 AND \"Role\" = @p1 AND \"LeftAt\" IS NULL", service, nameof(WorkerRole.Manager));
            if (managers.Count == 0)
            {
                var name = email.Split('@')[0];
                var manager = new Worker
                {
                    Id = session.NextId(),
                    ServiceId = service,
                    Name = name,
                    ShownName = name,
                    Role = WorkerRole.Manager,
                    Email = email,
                    EntraId = account.ObjectId,
                };
                session.Insert(manager);
                return manager;
            }
        }

        return null;
    }
}
