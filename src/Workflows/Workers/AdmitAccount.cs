using Companion.Workflows.Storage;

namespace Companion.Workflows.Workers;

/// <summary>Who is entered as the manager of a service that has none: the service's key and an e-mail address.</summary>
public sealed record FirstManagers(IReadOnlyDictionary<string, string> Emails);

/// <summary>Somebody signs in: as the worker whose account it is, or as the first manager of a service that waits for one.</summary>
public sealed class AdmitAccount(IStore store, RecogniseAccount recognise, FirstManagers first)
{
    /// <summary>The worker, in the service they were entered in first; null for nobody we know.</summary>
    public Task<Worker?> Handle(Account account, CancellationToken cancel) => store.Write(
        async session => (await recognise.Known(session, account)).FirstOrDefault() ?? await EnterFirst(session, account),
        cancel);

    // Whoever recognises an account does so alone, so that of two who come at once the second finds the first.
    private async ValueTask<Worker?> EnterFirst(Session session, Account account)
    {
        if ((await recognise.Named(session, account)).Count > 0)
        {
            return null; // the address is a worker's who is somebody else
        }

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
