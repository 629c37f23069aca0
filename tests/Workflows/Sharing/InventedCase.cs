using Companion.Workflows.People;
using Companion.Workflows.Referrals;
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

    public const string Service = "shire";
    public const long PersonId = 5001;
    public const long AddressId = 5002;

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
            InventedHappenings.Write(session);
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
                Id = 1002,
                ServiceId = Service,
                PersonId = 6001,
                AddressId = 6002,
                ConversationId = 6003,
                Reference = "EMPTY2",
                ReferredAt = Referred,
                HearBackBy = Referred,
                Method = "Self referral",
                Risks = "",
                Tier = "LinkWorker",
                Cohort = "",
                Reasons = "",
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
}
