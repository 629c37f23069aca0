using NodaTime;

namespace Companion.Workflows.Referrals;

/// <summary>
/// A referral and what becomes of it: the fields of the PRSB Social Prescribing Information Standard v1.1 that a referral
/// carries. A field the person would not give has its reason in <see cref="Skipped"/>.
/// </summary>
public sealed class Case
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long PersonId { get; set; }

    public long AddressId { get; set; }

    public long ConversationId { get; set; }

    /// <summary>Six letters and digits that staff and the person say to each other.</summary>
    public required string Reference { get; set; }

    public Instant ReferredAt { get; set; }

    /// <summary>By when somebody has promised to be in touch.</summary>
    public Instant HearBackBy { get; set; }

    public string Status { get; set; } = "Open";

    /// <summary>When a link worker was first in touch, as they wrote it down, and who that was.</summary>
    public Instant? FirstContactAt { get; set; }

    public string? FirstContactBy { get; set; }

    // Referral details
    /// <summary>PRSB referral method: Self referral, or on behalf of the person.</summary>
    public required string Method { get; set; }

    public string? ReferrerName { get; set; }

    public string? ReferrerRole { get; set; }

    public string? ReferrerOrganisation { get; set; }

    /// <summary>The reason for referral in the referrer's own words.</summary>
    public string? Reason { get; set; }

    // Person demographics
    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? PreferredName { get; set; }

    public LocalDate? BirthDate { get; set; }

    public string? NhsNumber { get; set; }

    public string? Postcode { get; set; }

    public string? Phone { get; set; }

    // GP practice
    public string? GpOdsCode { get; set; }

    public string? GpName { get; set; }

    // Presenting issues, about me, social context
    /// <summary>Needs as read and confirmed, names joined by commas.</summary>
    public string Needs { get; set; } = "";

    public string? WhatMatters { get; set; }

    public string? LivingSituation { get; set; }

    public string? CaringSituation { get; set; }

    public string? Conditions { get; set; }

    public string? HospitalUse { get; set; }

    // Individual requirements
    public string? CommunicationNeeds { get; set; }

    public string? ContactPreferences { get; set; }

    // Consent
    public bool? ShareWithGp { get; set; }

    public bool? EvaluationLinkage { get; set; }

    // Risks: the section is mandatory; "no known risks" has to be sayable
    public required string Risks { get; set; }

    /// <summary>Fields not given and why, one "field: reason" a line.</summary>
    public string Skipped { get; set; } = "";

    // Triage
    public required string Tier { get; set; }

    public required string Cohort { get; set; }

    /// <summary>Why, in plain words, one reason a line.</summary>
    public required string Reasons { get; set; }
}
