using Companion.Dialogs.CheckIns;
using Companion.Workflows.CheckIns;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Sending;

/// <summary>People as a referral leaves them, put into a store directly; the first is 07700 900200.</summary>
internal static class Seeded
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string Number(int person) => $"+447700900{200 + person}";

    /// <summary>A person with a case and a check-in of week 3 that is due.</summary>
    /// <returns>The id of the address.</returns>
    public static Task<long> CheckIn(this IStore store, int person, Instant due, int windowDays = 10, Action<Address>? address = null) => store.Write(
        session =>
        {
            var to = Add(session, new Address
            {
                Id = session.NextId(),
                ServiceId = "shire",
                Channel = Channel.Sms,
                LastChannel = Channel.Sms,
                Value = Number(person),
                Textable = Textable.Wrote,
                CreatedAt = due,
            });
            address?.Invoke(to);
            var who = Add(session, new Person { Id = session.NextId(), ServiceId = "shire", GivenName = "Maya", FamilyName = "Tester", CreatedAt = due });
            session.Insert(new PersonAddress { Id = session.NextId(), ServiceId = "shire", AddressId = to.Id, PersonId = who.Id, CreatedAt = due });
            var referral = Add(session, Case(session, who, to, due));
            var planned = Add(session, new CheckIn
            {
                Id = session.NextId(),
                ServiceId = "shire",
                CaseId = referral.Id,
                PersonId = who.Id,
                AddressId = to.Id,
                Instrument = Instrument.Ons4.Key,
                InstrumentVersion = Instrument.Ons4.Version,
                Week = 3,
                DayZero = due.Local().Date.PlusWeeks(-3),
                OpensOn = due.Local().Date,
                ClosesOn = due.Local().Date.PlusDays(windowDays - 1),
            });
            session.Insert(new TimerRow
            {
                Id = session.NextId(),
                ServiceId = "shire",
                Kind = TimerKind.CheckIn,
                DueAt = due,
                AddressId = to.Id,
                SubjectId = planned.Id,
            });
            return ValueTask.FromResult(to.Id);
        },
        Cancel);

    /// <summary>A queued text.</summary>
    public static Task<long> Text(this IStore store, long address, int person, SendClass sendClass, Instant due, Instant expires, Instant? eventAt = null) => store.Write(
        session =>
        {
            var id = session.NextId();
            session.Insert(new OutboundMessage
            {
                Id = id,
                ServiceId = "shire",
                AddressId = address,
                Channel = Channel.Sms,
                To = Number(person),
                Class = sendClass,
                SendKey = $"test:{id}",
                TextKey = "test",
                Words = "Hello",
                Segments = 1,
                CreatedAt = due,
                DueAt = due,
                ExpiresAt = expires,
                EventAt = eventAt,
            });
            return ValueTask.FromResult(id);
        },
        Cancel);

    private static Case Case(Session session, Person who, Address to, Instant at) => new()
    {
        Id = session.NextId(),
        ServiceId = "shire",
        PersonId = who.Id,
        AddressId = to.Id,
        ConversationId = session.NextId(),
        Reference = $"REF{who.Id}",
        GivenName = who.GivenName,
        FamilyName = who.FamilyName,
        ReferredAt = at,
        HearBackBy = at,
        Method = "Self referral",
        Risks = "No known risks",
        Tier = "LinkWorker",
        Cohort = "General",
        Reasons = "",
    };

    private static T Add<T>(Session session, T row)
        where T : class
    {
        session.Insert(row);
        return row;
    }
}
