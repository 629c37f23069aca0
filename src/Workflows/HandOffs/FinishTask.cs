using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A member of staff has done a task.</summary>
public sealed class FinishTask(IStore store, IClock clock)
{
    /// <summary>Marks it done; one that was done stays as it is.</summary>
    /// <returns>False when there is no such task.</returns>
    public Task<bool> Handle(long taskId, string by, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return store.Write(
            async session =>
            {
                if ((await session.Query<StaffTask>("WHERE \"Id\" = @p0" + session.Lock, taskId)).SingleOrDefault() is not { } task)
                {
                    return false;
                }

                if (task.DoneAt is null)
                {
                    (task.DoneAt, task.DoneBy) = (now, by);
                    session.Update(task);
                }

                return true;
            },
            cancel);
    }
}
