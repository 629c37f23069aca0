using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Workers;

/// <summary>What came of entering or changing a worker.</summary>
/// <param name="Id">The worker; 0 when something is wrong.</param>
/// <param name="Wrong">What is wrong, field by field; then nothing was written.</param>
public sealed record WorkerSaved(long Id, IReadOnlyList<Wrong> Wrong);

/// <summary>A manager enters a worker, or changes one.</summary>
public sealed class SaveWorker(IStore store, ServiceBook services, ReleaseHeld release)
{
    /// <summary>Enters them, or changes the one with this id. Whoever becomes a commissioner holds nothing any longer.</summary>
    public async Task<WorkerSaved> Handle(string serviceId, long? id, WorkerForm form, CancellationToken cancel)
    {
        var saved = await Save(serviceId, id, form, cancel);
        if (saved.Wrong.Count == 0 && form.Role == nameof(WorkerRole.Commissioner))
        {
            await release.Of(serviceId, saved.Id, cancel);
        }

        return saved;
    }

    private Task<WorkerSaved> Save(string serviceId, long? id, WorkerForm form, CancellationToken cancel) => store.Write(
        async session =>
        {
            var here = await session.Query<Worker>("WHERE \"ServiceId\" = @p0 AND \"LeftAt\" IS NULL" + session.Lock, serviceId);
            var worker = id is { } known
                ? here.Find(one => one.Id == known)
                : new Worker { Id = session.NextId(), ServiceId = serviceId, Name = "", ShownName = "" };
            if (worker is null)
            {
                return new WorkerSaved(0, [new Wrong(nameof(WorkerForm.Name), StaffWords.Of("worker.wrong.gone"))]);
            }

            var (was, mail) = (worker.Role, worker.Email);
            var wrong = form.Read(services.Of(serviceId), worker);
            var others = here.Where(one => one.Id != worker.Id).ToList();
            if (wrong.Count == 0)
            {
                wrong.AddRange(Against(worker, was, others));
            }

            if (wrong.Count > 0)
            {
                return new WorkerSaved(0, wrong);
            }

            if (!mail.Equals(worker.Email, StringComparison.OrdinalIgnoreCase))
            {
                worker.EntraId = null; // another address is another account, until it has signed in
            }

            Write(session, worker, isNew: id is null);
            return new WorkerSaved(worker.Id, []);
        },
        cancel);

    private static IEnumerable<Wrong> Against(Worker worker, WorkerRole was, List<Worker> others)
    {
        if (others.Exists(one => one.Name.Equals(worker.Name, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new Wrong(nameof(WorkerForm.Name), StaffWords.Of("worker.wrong.same")); // names say who did what
        }

        if (worker.Email.Length > 0 && others.Exists(one => one.Email.Equals(worker.Email, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new Wrong(nameof(WorkerForm.Email), StaffWords.Of("worker.wrong.email.same"));
        }

        if (was == WorkerRole.Manager && worker.Role != WorkerRole.Manager && !others.Exists(one => one.Role == WorkerRole.Manager))
        {
            yield return new Wrong(nameof(WorkerForm.Role), StaffWords.Of("worker.wrong.last"));
        }
    }

    private static void Write(Session session, Worker worker, bool isNew)
    {
        if (isNew)
        {
            session.Insert(worker);
        }
        else
        {
            session.Update(worker);
        }
    }
}
