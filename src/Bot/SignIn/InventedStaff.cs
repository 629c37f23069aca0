using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;

namespace Companion.Bot.SignIn;

/// <summary>Invented people for Development, one of each role and a second link worker: entered into a sample service that has nobody yet.</summary>
public sealed class InventedStaff(IStore store, ServiceBook services) : IHostedService
{
    private const string Sample = "sample";

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (services.All.Any(service => service.Key == Sample) && await store.Trouble(cancellationToken) is null)
        {
            await store.Write(Enter, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async ValueTask<bool> Enter(Session session)
    {
        if ((await session.Query<Worker>("WHERE \"ServiceId\" = @p0 LIMIT 1", Sample)).Count > 0)
        {
            return false;
        }

        session.Insert(Somebody(session, "Sam Okoye", WorkerRole.LinkWorker, "loneliness caring"));
        session.Insert(Somebody(session, "Priya Nair", WorkerRole.LinkWorker, "money housing"));
        session.Insert(Somebody(session, "Jo Bright", WorkerRole.Senior, ""));
        session.Insert(Somebody(session, "Ellis Marsh", WorkerRole.Manager, ""));
        session.Insert(Somebody(session, "Chris Vale", WorkerRole.Commissioner, ""));
        return true;
    }

    private static Worker Somebody(Session session, string name, WorkerRole role, string skills) => new()
    {
        Id = session.NextId(),
        ServiceId = Sample,
        Name = name,
        ShownName = name.Split(' ')[0],
        Role = role,
        Email = name.ToLowerInvariant().Replace(' ', '.') + "@example.org",
        Skills = skills,
    };
}
