using Companion.Workflows.CheckIns;
using NodaTime;

namespace Companion.Workflows.Outcomes;

/// <summary>Why a person has no score for an item of a wave that can be compared.</summary>
public enum WhyMissing
{
    /// <summary>The wave is open, or its day has not come: not missing, so far.</summary>
    NotDueYet,

    /// <summary>They would not answer this item.</summary>
    Declined,

    /// <summary>They did not know.</summary>
    Unknown,

    /// <summary>They stopped answering before this item.</summary>
    PartOnly,

    NoReply,

    /// <summary>Somebody else answered for them: kept, and never compared.</summary>
    ByProxy,

    ReferredByOther,

    TooYoung,

    Stopped,

    /// <summary>No number, a number that is marked or not agreed, or a phone that others read.</summary>
    NotReachable,

    /// <summary>Its window closed before it could be asked.</summary>
    PutOff,

    AskedLately,

    /// <summary>The service did not plan this wave for them.</summary>
    NotPlanned,

    Other,
}

/// <summary>What was found for one item of one wave of one person: a score, or why there is none.</summary>
/// <param name="Score">As given, never turned round.</param>
/// <param name="Why">Why there is none.</param>
/// <param name="Mode">How it was given.</param>
internal readonly record struct Given(int? Score, WhyMissing Why, string? Mode)
{
    /// <summary>The newest answer holds; without one, the wave says why.</summary>
    public static Given Of(WaveRow? wave, ScoreRow? newest, LocalDate today) => (wave, newest) switch
    {
        (null, _) => Without(WhyMissing.NotPlanned),
        (_, { Mode: CheckInModes.Proxy }) => Without(WhyMissing.ByProxy),
        (_, { Score: { } score, Mode: var mode }) => new Given(score, default, mode),
        (_, { Missing: "unknown" }) => Without(WhyMissing.Unknown),
        (_, not null) => Without(WhyMissing.Declined),
        _ => Without(Of(wave, today)),
    };

    private static Given Without(WhyMissing why) => new(null, why, null);

    private static WhyMissing Of(WaveRow wave, LocalDate today) => wave.Status switch
    {
        CheckInStatus.Offered => WhyMissing.NotDueYet,
        CheckInStatus.Planned or CheckInStatus.Waiting => today <= wave.ClosesOn ? WhyMissing.NotDueYet : WhyMissing.PutOff,
        CheckInStatus.Partial => CheckInReasons.Of(wave.Reason) == CheckInReason.Stopped ? WhyMissing.Stopped : WhyMissing.PartOnly,
        CheckInStatus.Missed or CheckInStatus.NotOffered => Of(CheckInReasons.Of(wave.Reason)),
        _ => WhyMissing.Other,
    };

    private static WhyMissing Of(CheckInReason reason) => reason switch
    {
        CheckInReason.Unanswered => WhyMissing.NoReply,
        CheckInReason.ReferredByOther => WhyMissing.ReferredByOther,
        CheckInReason.TooYoung => WhyMissing.TooYoung,
        CheckInReason.Stopped => WhyMissing.Stopped,
        CheckInReason.NoNumber or CheckInReason.Marked or CheckInReason.NotTextable or CheckInReason.Shared => WhyMissing.NotReachable,
        CheckInReason.Late or CheckInReason.RedFlag or CheckInReason.Held or CheckInReason.Busy => WhyMissing.PutOff,
        CheckInReason.AskedLately => WhyMissing.AskedLately,
        _ => WhyMissing.Other,
    };
}
