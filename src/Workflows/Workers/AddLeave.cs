using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Workers;

/// <summary>A manager writes down when a worker is away.</summary>
public sealed class AddLeave(IStore store)
{
    private const int LongestNote = 200;

    /// <summary>Writes it down; what is wrong, or null.</summary>
    public Task<Wrong?> Handle(string serviceId, long workerId, LocalDate? from, LocalDate? to, string note, CancellationToken cancel) => store.Write(
        async session =>
        {
            if (await Rota.Find(session, serviceId, workerId) is null)
            {
                return new Wrong("from", StaffWords.Of("worker.wrong.gone"));
            }

            if (from is not { } first)
            {
                return new Wrong("from", StaffWords.Of("leave.wrong.from"));
            }

            if (to is not { } last || last < first || last > first.PlusYears(1))
            {
                return new Wrong("to", StaffWords.Of("leave.wrong.to"));
            }

            session.Insert(new Leave
            {
                Id = session.NextId(),
                ServiceId = serviceId,
                WorkerId = workerId,
                From = first,
                To = last,
                Note = note.Length > LongestNote ? note[..LongestNote] : note,
            });
            return null;
        },
        cancel);
}

/// <summary>A manager takes leave back that was written down.</summary>
public sealed class RemoveLeave(IStore store)
{
    /// <summary>Takes it back; false when there is none of the service's.</summary>
    public Task<bool> Handle(string serviceId, long leaveId, CancellationToken cancel) => store.Write(
        async session =>
        {
            if ((await session.Query<Leave>("WHERE \"Id\" = @p0 AND \"ServiceId\" = @p1", leaveId, serviceId)).SingleOrDefault() is not { } leave)
            {
                return false;
            }

            session.Delete(leave);
            return true;
        },
        cancel);
}
