using NodaTime;

namespace Companion.Workflows.Sharing;

/// <summary>Whom a letter about a case is for.</summary>
public enum Recipient
{
    /// <summary>The person's GP practice: the PRSB message back.</summary>
    Gp,

    /// <summary>Whoever referred them.</summary>
    Referrer,

    /// <summary>The person: a copy in plain words.</summary>
    Person,
}

/// <summary>By which way a letter left. Companion sends none itself: e-mail and texts are no safe place for what stands in it.</summary>
public enum Way
{
    /// <summary>From one NHSmail account to another.</summary>
    NhsMail,

    /// <summary>Through MESH, the NHS's mailbox service.</summary>
    Mesh,

    /// <summary>On paper, by post.</summary>
    Post,

    /// <summary>On paper, into their hand.</summary>
    ByHand,
}

/// <summary>A letter about a case as a person approved it. Its words never change, but for what had to be forgotten: another version is another letter.</summary>
public sealed class Letter
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long CaseId { get; set; }

    public Recipient Recipient { get; set; }

    /// <summary>Whom it is addressed to, as the record had them: the practice with its ODS code, the referrer, the person.</summary>
    public required string AddressedTo { get; set; }

    public required string Words { get; set; }

    /// <summary>How it is known that the person agrees, in staff's words or from the referral.</summary>
    public required string Agreed { get; set; }

    /// <summary>True when whoever approved it meant it to name risks or safeguarding.</summary>
    public bool NamesRisks { get; set; }

    public Instant ApprovedAt { get; set; }

    public required string ApprovedBy { get; set; }

    /// <summary>When somebody wrote down that it left; null until then.</summary>
    public Instant? SentAt { get; set; }

    public string? SentBy { get; set; }

    /// <summary>By which way; null until it left.</summary>
    public Way? Way { get; set; }
}

/// <summary>What happened when something of a case went out.</summary>
public enum SharingKind
{
    /// <summary>The whole record was written out.</summary>
    Exported,

    /// <summary>A letter was approved.</summary>
    Approved,

    /// <summary>An approved letter was downloaded.</summary>
    Downloaded,

    /// <summary>Somebody wrote down that a letter left.</summary>
    Sent,
}

/// <summary>That something of a case went out: who, when and in which form. Append-only, and without any words of the case.</summary>
public sealed class SharingEvent
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public long CaseId { get; set; }

    /// <summary>The letter; null for a whole record.</summary>
    public long? LetterId { get; set; }

    public Instant At { get; set; }

    /// <summary>Who, by name; or the command line.</summary>
    public required string By { get; set; }

    public SharingKind Kind { get; set; }

    /// <summary>
    /// The form of an export, whom a letter is for, or by which way it left: the name of a <see cref="CaseFormat"/>, <see cref="Recipient"/>
    /// or <see cref="Way"/>.
    /// </summary>
    public required string Detail { get; set; }

    /// <summary>A line of it, for a case.</summary>
    internal static SharingEvent Of(
        Storage.Session session, string serviceId, long caseId, Instant at, string by, SharingKind kind, string detail, long? letterId = null) => new()
        {
            Id = session.NextId(),
            ServiceId = serviceId,
            CaseId = caseId,
            LetterId = letterId,
            At = at,
            By = by,
            Kind = kind,
            Detail = detail,
        };
}
