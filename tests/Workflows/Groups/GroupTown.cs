using Companion.Workflows.Groups;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Groups;

/// <summary>A service with a group and people who were referred, on the real store.</summary>
internal sealed class GroupTown(Rig rig, long group) : IAsyncDisposable
{
    /// <summary>A Wednesday; the group meets the Tuesday after.</summary>
    public static readonly Instant Wednesday = new LocalDateTime(2026, 12, 2, 11, 0).Instant();

    public static readonly GroupForm Tea = new()
    {
        Name = "Carers' tea",
        NeutralName = "Tea and chat",
        Place = "Hill Hall, Mill Lane",
        Transport = "Bus 7 stops outside, step free.",
        Capacity = "2",
        Guests = "yes",
        Leader = "Mo",
        Repeats = "weekly on Tue",
        From = "2026-12-08",
        Until = "3",
        Time = "10:30",
        Minutes = "90",
    };

    public Rig Rig => rig;

    public long Group => group;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<GroupTown> At(GroupForm? form = null, Action<ServiceSettings>? configure = null, Instant? now = null)
    {
        var rig = await Rig.At(now ?? Wednesday, configure);
        var saved = await rig.Part<EnterGroup>().Handle(rig.Service.Key, form ?? Tea, Cancel);
        Assert.Empty(saved.Wrong);
        return new GroupTown(rig, saved.Id);
    }

    /// <summary>The number of somebody.</summary>
    public static string Phone(int person) => $"+447700900{person:000}";

    /// <summary>Somebody is referred.</summary>
    public static Task<string> Refer(IStore store, Instant now, int person, Action<Address>? change = null) => store.Write(
        session =>
        {
            var (address, id) = (session.NextId(), session.NextId());
            var at = new Address { Id = address, ServiceId = "shire", Channel = Channel.Sms, LastChannel = Channel.Sms, Value = Phone(person), Textable = Textable.Wrote, CreatedAt = now };
            change?.Invoke(at);
            session.Insert(at);
            session.Insert(new Person { Id = id, ServiceId = "shire", GivenName = $"Anna{person}", FamilyName = "Hill", CreatedAt = now });
            session.Insert(new PersonAddress { Id = session.NextId(), ServiceId = "shire", PersonId = id, AddressId = address, CreatedAt = now });
            session.Insert(new Case
            {
                Id = session.NextId(),
                ServiceId = "shire",
                PersonId = id,
                AddressId = address,
                ConversationId = id,
                Reference = $"REF{person:000}",
                ReferredAt = now,
                HearBackBy = now,
                Method = "Self referral",
                Risks = "",
                Tier = "LinkWorker",
                Cohort = "",
                Reasons = "",
            });
            return ValueTask.FromResult($"REF{person:000}");
        },
        Cancel);

    /// <summary>Somebody is referred and joins.</summary>
    public async Task<JoinOutcome> Join(int person, Action<Address>? change = null, long? other = null)
    {
        await Refer(rig.Store, rig.Clock.Now, person, change);
        return await rig.Part<JoinGroup>().Handle(other ?? group, $"REF{person:000}", Cancel);
    }

    /// <summary>Time passes in steps of some minutes, until a local time.</summary>
    public async Task Until(LocalDateTime local, int minutes = 10)
    {
        while (rig.Clock.Now < local.Instant())
        {
            rig.Clock.Now = Instant.Min(rig.Clock.Now + Duration.FromMinutes(minutes), local.Instant());
            await Settle();
        }
    }

    /// <summary>What is due happens.</summary>
    public async Task Settle()
    {
        for (var round = 0; round < 5; round++)
        {
            await rig.Part<FireTimers>().Handle(500, Cancel);
            await rig.Rest();
        }
    }

    public Task Says(int person, string words)
    {
        rig.Clock.Now += Duration.FromSeconds(30);
        return rig.Text(words, Phone(person));
    }

    public async Task<GroupMember> Member(int person, long? other = null)
    {
        var address = (await rig.All<Address>()).Single(one => one.Value == Phone(person)).Id;
        return (await rig.All<GroupMember>()).Single(member => member.AddressId == address && member.GroupId == (other ?? group));
    }

    public async Task<MemberStatus> Status(int person) => (await Member(person)).Status;

    public async Task<GroupSession> Session(LocalDate date) => (await rig.All<GroupSession>()).Single(meeting => meeting.GroupId == group && meeting.Date == date);

    public async Task<GroupAttendance?> Attendance(int person, LocalDate date)
    {
        var (member, meeting) = (await Member(person), await Session(date));
        return (await rig.All<GroupAttendance>()).SingleOrDefault(row => row.MemberId == member.Id && row.SessionId == meeting.Id);
    }

    /// <summary>The texts somebody got, by their keys.</summary>
    public List<string> Keys(int person) => rig.Carrier.Carried.Where(text => text.To == Phone(person)).Select(text => text.TextKey).ToList();

    public Task<CancelOutcome> Off(GroupSession meeting, string reason = "Snow") => rig.Part<CancelSession>().Handle(meeting.Id, reason, Cancel);

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    public Task<GroupSaved> Change(GroupForm form) => rig.Part<ChangeGroup>().Handle(group, form, Cancel);

    public IEnumerable<OutboundMessage> Sent(string key) => rig.Carrier.Carried.Where(text => text.TextKey == key);
}
