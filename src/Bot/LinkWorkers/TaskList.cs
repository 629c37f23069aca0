using Companion.Workflows.People;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Work for staff that no text can do: what is due first, first; or what was done, the latest first.</summary>
public sealed class TaskList(IStore store)
{
    /// <summary>One page.</summary>
    public async Task<Paged<TaskRow>> Read(string serviceId, bool done, int page, CancellationToken cancel)
    {
        await using var db = store.Read();
        var tasks = done
            ? db.StaffTasks.Where(task => task.ServiceId == serviceId && task.DoneAt != null).OrderByDescending(task => task.DoneAt).ThenBy(task => task.Id)
            : db.StaffTasks.Where(task => task.ServiceId == serviceId && task.DoneAt == null).OrderBy(task => task.DueAt).ThenBy(task => task.Id);
        return await (
            from task in tasks
            join about in db.Addresses on task.AddressId equals about.Id into addresses
            from address in addresses.DefaultIfEmpty() // a task may be about no person
            join handOff in db.HandOffs on task.HandOffId equals handOff.Id into handOffs
            from handOff in handOffs.DefaultIfEmpty()
            select new TaskRow(task.Id, task.Kind, task.Reason, task.CreatedAt, task.DueAt)
            {
                Channel = address == null ? Channel.Sms : address.Channel,
                Address = address == null ? "" : address.Value,
                HandOffId = task.HandOffId,
                Reference = handOff.Reference,
                DoneAt = task.DoneAt,
                DoneBy = task.DoneBy,
            }).Page(page, cancel);
    }
}

/// <summary>One task.</summary>
public sealed record TaskRow(long Id, string Kind, string Reason, Instant CreatedAt, Instant DueAt)
{
    public Channel Channel { get; init; }

    /// <summary>The number to phone, or the chat's token.</summary>
    public required string Address { get; init; }

    public long? HandOffId { get; init; }

    /// <summary>The hand-off's reference.</summary>
    public string? Reference { get; init; }

    public Instant? DoneAt { get; init; }

    public string? DoneBy { get; init; }
}
