using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Groups;

/// <summary>What came of entering or changing a group.</summary>
/// <param name="Id">The group; 0 when something is wrong.</param>
/// <param name="Wrong">What is wrong, field by field; then nothing was written.</param>
public sealed record GroupSaved(long Id, IReadOnlyList<Wrong> Wrong);

/// <summary>Staff enter a group, with the sessions its rhythm makes.</summary>
public sealed class EnterGroup(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>Enters it, or says what is wrong.</summary>
    public Task<GroupSaved> Handle(string serviceKey, GroupForm form, CancellationToken cancel)
    {
        var (service, now) = (services.Of(serviceKey), clock.GetCurrentInstant());
        var group = new Group { ServiceId = service.Key, Name = "", NeutralName = "", Place = "", Repeats = "", Version = 1, CreatedAt = now };
        var rules = new GroupRules(service, now.Local(), isNew: true);
        var dates = rules.Read(form, group);
        return rules.Problems.Count > 0
            ? Task.FromResult(new GroupSaved(0, rules.Problems))
            : store.Write(session => Write(session, group, dates), cancel);
    }

    private static async ValueTask<GroupSaved> Write(Session session, Group group, IReadOnlyList<LocalDate> dates)
    {
        if ((await session.Query<Group>("WHERE \"ServiceId\" = @p0 AND \"Name\" = @p1", group.ServiceId, group.Name)).Count > 0)
        {
            return new GroupSaved(0, [new Wrong(nameof(GroupForm.Name), StaffWords.Of("group.wrong.same"))]);
        }

        group.Id = session.NextId();
        session.Insert(group);
        foreach (var date in dates)
        {
            session.Insert(Planned(session, group, date));
        }

        return new GroupSaved(group.Id, []);
    }

    /// <summary>A session of a group on a day.</summary>
    internal static GroupSession Planned(Session session, Group group, LocalDate date) => new()
    {
        Id = session.NextId(),
        ServiceId = group.ServiceId,
        GroupId = group.Id,
        Date = date,
        Time = group.Time,
        Minutes = group.Minutes,
        Status = SessionStatus.Planned,
        Version = 1,
    };
}
