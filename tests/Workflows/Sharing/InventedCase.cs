using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Tests.Sharing;

/// <summary>An invented case with everything in it, and one with nothing, written as rows with ids of their own, so that exports are the same each time.</summary>
internal static class InventedCase
{
    public const string Body = "i am so alone since tom left and the gas is off";
    public const string WorkersNote = "Colleagues: her brother drinks";
    public const string Heard = "he hits me when he drinks";

    public static readonly Instant Referred = Instant.FromUtc(2026, 3, 2, 10, 0);
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 9, 30);

    private const string Service = "shire";
    private const long PersonId = 5001;
    private const long AddressId = 5002;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IReadOnlyList<ApprovedNote> Notes { get; } =
    [
        new(1, 1001, Instant.FromUtc(2026, 3, 10, 15, 0), "Sam Okoye",
        [
            new(Heading.Plan, "Maya will try the walking group on Tuesdays.", ["m1"]),
            new(Heading.Plan, "Sam will phone the housing officer by Friday.", ["m2"]),
            new(Heading.Plan, "Sam will ask the police about a safe phone.", ["m3"]),
            new(Heading.Plan, "Maya will win the lottery.", ["m1"], Fault.InventedPlan, "lottery"),
            new(Heading.Risks, "Maya wrote: he hits me when he drinks.", ["m4"]),
            new(Heading.Reason, "Maya asked for company and help with her rent.", ["m1"]),
            new(Heading.AboutMe, "Maya likes gardens.", ["m5"]),
            new(Heading.SocialContext, "Maya lives alone.", ["m6"]),
            new(Heading.Goals, "Maya wants to have tea with somebody each week.", ["m7"]),
            new(Heading.Contacts, "Maya saw the debt adviser in March.", ["m8"]),
        ], new Origin(Writer.Extractive, Duration.FromSeconds(1))),
    ];

    /// <summary>A case with everything in it.</summary>
    /// <param name="store">Where it is written.</param>
    /// <param name="change">What is different about it.</param>
    public static Task<long> Full(IStore store, Action<Case>? change = null) => store.Write(
        session =>
        {
            People(session);
            var referral = FullReferral();
            change?.Invoke(referral);
            session.Insert(referral);
            Scores(session);
            Meetings(session);
            HandOffs(session);
            Messages(session);
            return ValueTask.FromResult(referral.Id);
        },
        Cancel);

    /// <summary>A case of which nothing is known but that it is there.</summary>
    public static Task<long> Empty(IStore store) => store.Write(
        session =>
        {
            session.Insert(new Person { Id = 6001, ServiceId = Service, CreatedAt = Referred });
            session.Insert(new Address { Id = 6002, ServiceId = Service, Channel = Channel.WebChat, Value = "token", CreatedAt = Referred });
            session.Insert(new Case
            {
                Id = 1002, ServiceId = Service, PersonId = 6001, AddressId = 6002, ConversationId = 6003, Reference = "EMPTY2", ReferredAt = Referred,
                HearBackBy = Referred, Method = "Self referral", Risks = "", Tier = "LinkWorker", Cohort = "", Reasons = "",
                Skipped = "name: declined\ndob: declined\nsurgery: unknown",
            });
            return ValueTask.FromResult(1002L);
        },
        Cancel);

    private static Case FullReferral() => new()
    {
        Id = 1001,
        ServiceId = Service,
        PersonId = PersonId,
        AddressId = AddressId,
        ConversationId = 5003,
        Reference = "RXHW23",
        ReferredAt = Referred,
        HearBackBy = Referred + Duration.FromDays(5),
        FirstContactAt = Instant.FromUtc(2026, 3, 4, 0, 0),
        FirstContactBy = "Sam Okoye",
        Method = "Referred by a professional",
        ReferrerName = "Dr Ines Example",
        ReferrerRole = "GP",
        ReferrerOrganisation = "Mill Lane Surgery",
        Reason = Body,
        GivenName = "Maya Rose",
        FamilyName = "Tester",
        PreferredName = "May",
        BirthDate = new LocalDate(1954, 3, 12),
        NhsNumber = "9990000018",
        Postcode = "ZZ99 3CZ",
        Phone = "+447700900123",
        GpOdsCode = "Y99901",
        GpName = "Mill Lane Surgery",
        Needs = "loneliness,housing,domestic_abuse",
        WhatMatters = "My garden",
        LivingSituation = "Alone in a flat",
        CaringSituation = "none",
        Conditions = "Arthritis",
        CommunicationNeeds = "Large print",
        ContactPreferences = "Afternoons",
        ShareWithGp = true,
        EvaluationLinkage = false,
        Risks = "No known risks",
        Skipped = "hospital: declined",
        Tier = "LinkWorker",
        Cohort = "Everybody",
        Reasons = "Is lonely",
    };

    private static void People(Session session)
    {
        session.Insert(new Person { Id = PersonId, ServiceId = Service, GivenName = "Maya Rose", FamilyName = "Tester", CreatedAt = Referred });
        session.Insert(new Address { Id = AddressId, ServiceId = Service, Channel = Channel.Sms, Value = "+447700900123", Textable = Textable.Wrote, CreatedAt = Referred });
        session.Insert(new PersonAddress { Id = 5004, ServiceId = Service, PersonId = PersonId, AddressId = AddressId, CreatedAt = Referred });
    }

    private static void Scores(Session session)
    {
        var id = 5100L;
        foreach (var (week, status, scores) in new (int, CheckInStatus, int?[])[]
        {
            (0, CheckInStatus.Complete, [4, 5, 3, 8]), (3, CheckInStatus.Partial, [6, null, 5]), (12, CheckInStatus.Planned, []),
        })
        {
            var wave = id++;
            session.Insert(new CheckIn
            {
                Id = wave, ServiceId = Service, CaseId = 1001, PersonId = PersonId, AddressId = AddressId, Instrument = "ons4", InstrumentVersion = 1, Week = week,
                DayZero = new LocalDate(2026, 3, 2), OpensOn = new LocalDate(2026, 3, 2).PlusWeeks(week), ClosesOn = new LocalDate(2026, 3, 11).PlusWeeks(week), Status = status,
            });
            foreach (var (item, score) in Instrument.Ons4.Items.Zip(scores))
            {
                session.Insert(new CheckInScore
                {
                    Id = id++, ServiceId = Service, CheckInId = wave, Item = item.Key, Score = score, Missing = score is null ? "declined" : null,
                    Mode = "text", RecordedAt = Referred + Duration.FromDays((week * 7) + 1),
                });
            }
        }
    }

    private static void Meetings(Session session)
    {
        (LocalDate On, AppointmentKind Kind, AppointmentStatus Status, string? Place)[] all =
        [
            (new(2026, 3, 9), AppointmentKind.Phone, AppointmentStatus.Attended, null),
            (new(2026, 4, 13), AppointmentKind.Home, AppointmentStatus.Missed, null),
            (new(2026, 5, 11), AppointmentKind.Video, AppointmentStatus.CancelledByPerson, null),
            (new(2026, 6, 8), AppointmentKind.FaceToFace, AppointmentStatus.Confirmed, "Hill Hall, Mill Lane"),
        ];
        foreach (var (one, id) in all.Select((one, at) => (one, 5200L + at)))
        {
            session.Insert(new Appointment
            {
                Id = id, ServiceId = Service, CaseId = 1001, PersonId = PersonId, AddressId = AddressId, Kind = one.Kind, StartsOn = one.On, StartsAt = new LocalTime(14, 30),
                Minutes = 30, Place = one.Place, With = "Sam Okoye", Status = one.Status, Source = AppointmentSource.Console, CreatedAt = Referred, UpdatedAt = Referred,
            });
        }
    }

    private static void HandOffs(Session session)
    {
        session.Insert(new HandOff
        {
            Id = 5300, ServiceId = Service, AddressId = AddressId, PersonId = PersonId, Reference = "ABUSE2", Reason = HandOffReason.RedFlag, Urgent = true, DangerKind = "Abuse",
            OpenedAt = Instant.FromUtc(2026, 3, 6, 20, 15), DueAt = Referred, ClearedAt = Instant.FromUtc(2026, 3, 6, 21, 0), ClearedBy = "Jo Bright",
            Outcome = "Safeguarding referral made. Her sister Nell has a key",
        });
        session.Insert(new HandOff
        {
            Id = 5301, ServiceId = Service, AddressId = AddressId, PersonId = PersonId, Reference = "ASKED2", Reason = HandOffReason.Asked,
            OpenedAt = Instant.FromUtc(2026, 5, 1, 9, 0), DueAt = Referred,
        });
        session.Insert(new HandOffNote { Id = 5302, ServiceId = Service, HandOffId = 5300, AddressId = AddressId, At = Referred, By = "Jo Bright", Words = WorkersNote });
    }

    private static void Messages(Session session)
    {
        foreach (var (words, id) in new[] { Body, Heard }.Select((words, at) => (words, 5400L + at)))
        {
            session.Insert(new InboundMessage
            {
                Id = id, ServiceId = Service, AddressId = AddressId, Channel = Channel.Sms, ProviderId = $"SM{id}", Words = words,
                ReceivedAt = Referred + Duration.FromDays(id - 5400),
            });
        }

        foreach (var (status, id) in new[] { SendStatus.Delivered, SendStatus.Refused, SendStatus.Queued }.Select((status, at) => (status, 5500L + at)))
        {
            session.Insert(new OutboundMessage
            {
                Id = id, ServiceId = Service, AddressId = AddressId, Channel = Channel.Sms, To = "+447700900123", Class = SendClass.Reply, SendKey = $"key{id}", TextKey = "reply",
                Words = "Thank you, we will be in touch about the gas", CreatedAt = Referred, DueAt = Referred, ExpiresAt = Referred + Duration.FromDays(1), Status = status,
                SentAt = status == SendStatus.Delivered ? Referred + Duration.FromMinutes(1) : null,
            });
        }
    }
}
