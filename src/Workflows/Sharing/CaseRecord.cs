using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Staff;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Sharing;

/// <summary>
/// A case as it may go out: the referral, scores, appointments, hand-offs without words, and what stands in approved notes. No words of a
/// message are in it, no draft, no note that colleagues write to each other.
/// </summary>
/// <param name="Case">The referral and its PRSB fields.</param>
/// <param name="Service">The service's name.</param>
public sealed record CaseRecord(Case Case, string Service)
{
    /// <summary>When it was read.</summary>
    public required Instant ReadAt { get; init; }

    /// <summary>The service's telephone number, as it is to be read.</summary>
    public required string ServicePhone { get; init; }

    /// <summary>True once the person agreed that their GP is told, and has not taken it back since; null when they were not asked.</summary>
    public required bool? ShareWithGp { get; init; }

    /// <summary>True when abuse was heard, or texts are unsafe: somebody else may read what the person gets.</summary>
    public required bool OthersMayRead { get; init; }

    /// <summary>Approved sentences, oldest first.</summary>
    public required IReadOnlyList<ApprovedLine> Notes { get; init; }

    /// <summary>Check-ins that were asked, by questionnaire and week.</summary>
    public required IReadOnlyList<Wave> Waves { get; init; }

    /// <summary>Appointments, the earliest first.</summary>
    public required IReadOnlyList<Appointment> Appointments { get; init; }

    /// <summary>Hand-offs, the earliest first.</summary>
    public required IReadOnlyList<HandOffLine> HandOffs { get; init; }

    /// <summary>That messages went to and fro, the earliest first.</summary>
    public required IReadOnlyList<MessageStamp> Messages { get; init; }

    /// <summary>Needs as they were confirmed.</summary>
    public IReadOnlyList<Need> Needs => [.. Case.Needs
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(kept => Enum.TryParse<Need>(kept.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var need) ? need : (Need?)null)
        .OfType<Need>()];

    /// <summary>True when the person referred themselves: then nobody else is to be written to.</summary>
    public bool IsSelfReferral => Case.Method.StartsWith("Self", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when a professional referred them, not somebody who cares for them.</summary>
    public bool IsFromProfessional => Case.Method == StaffWords.Of("method.professional");

    /// <summary>True when the person is known to have died.</summary>
    public bool HasDied => Case.Status == "Died";

    /// <summary>Given and family name as far as known, on one line; null when neither is.</summary>
    public string? Name => OneLine.Of($"{Case.GivenName} {Case.FamilyName}");

    /// <summary>Who referred them, as far as known: name, role and organisation.</summary>
    public string? Referrer
    {
        get
        {
            string?[] said = [Case.ReferrerName, Case.ReferrerRole, Case.ReferrerOrganisation];
            return OneLine.Of(string.Join(", ", said.Select(OneLine.Of).OfType<string>()));
        }
    }

    /// <summary>The approved sentences under a heading, oldest first.</summary>
    public IEnumerable<ApprovedLine> Under(Heading heading) => Notes.Where(line => line.Heading == heading);
}

/// <summary>A check-in that was asked, with the newest answer to each item.</summary>
/// <param name="CheckIn">The check-in.</param>
/// <param name="Answers">Item by item, in the order they are asked; without an answer where there is none.</param>
public sealed record Wave(CheckIn CheckIn, IReadOnlyList<(InstrumentItem Item, CheckInScore? Answer)> Answers)
{
    /// <summary>When it was last answered.</summary>
    public Instant At => Answers.Select(one => one.Answer?.RecordedAt).Max() ?? CheckIn.EndedAt ?? CheckIn.OfferedAt ?? NodaConstants.UnixEpoch;

    /// <summary>The questionnaire.</summary>
    public Instrument Instrument => Instrument.Of(CheckIn.Instrument);

    /// <summary>The published score of all items together; null where none is published, or an item has no score.</summary>
    public decimal? Metric => Instrument.MetricOf([.. Answers.Select(one => one.Answer?.Score).OfType<int>()]);
}

/// <summary>A hand-off without anybody's words.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Reference">What staff say to each other.</param>
/// <param name="Reason">Why a person was needed.</param>
/// <param name="IsAbuse">True once abuse was heard.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClearedAt">When it was closed; null while it is open.</param>
/// <param name="Outcome">What came of it, one of the service's list; null when it is open, or was closed in other words.</param>
public sealed record HandOffLine(
    long Id, string Reference, HandOffReason Reason, bool IsAbuse, Instant OpenedAt, Instant? ClearedAt, string? Outcome);

/// <summary>That a message came or went, and when. Its words are not here.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Channel">How.</param>
/// <param name="ReceivedAt">When it came from the person; null for one to them.</param>
/// <param name="SentAt">When it was sent to the person; null for one from them, or that never went.</param>
/// <param name="Status">What became of one to the person.</param>
public sealed record MessageStamp(long Id, Channel Channel, Instant? ReceivedAt, Instant? SentAt, SendStatus? Status)
{
    /// <summary>When it came or went.</summary>
    public Instant? At => ReceivedAt ?? SentAt;
}
