namespace Companion.Workflows.Telemetry;

/// <summary>
/// Every key that a measurement or a span of ours may carry. The list is closed, and each key's values are too: kinds of things, never
/// words, names, numbers, dates of birth, addresses or ids of people.
/// </summary>
public static class TagKeys
{
    /// <summary>A <c>Channel</c>.</summary>
    public const string Channel = "channel";

    /// <summary>What came of it: one of a few words of the code.</summary>
    public const string Outcome = "outcome";

    /// <summary>A <c>SendClass</c>.</summary>
    public const string SendClass = "class";

    /// <summary>What began a turn: a message or a kind of timer.</summary>
    public const string Cause = "cause";

    /// <summary>One of our own addresses that providers call.</summary>
    public const string Path = "path";

    /// <summary>Why a call was refused: one of a few words of the code.</summary>
    public const string Reason = "reason";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal) { Channel, Outcome, SendClass, Cause, Path, Reason };
}
