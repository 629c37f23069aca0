namespace Companion.Workflows.Summaries.Asking;

/// <summary>Why the extractive summariser wrote a draft although a model is on: keys of the words for staff, kept on <see cref="Origin.InsteadOf"/>.</summary>
public static class Why
{
    /// <summary>The service has turned a model on, and none is configured. Only in Development.</summary>
    public const string Unconfigured = "draft.instead.unconfigured";

    /// <summary>There was nothing to summarise.</summary>
    public const string Nothing = "draft.instead.nothing";

    /// <summary>The day's tokens were spent.</summary>
    public const string Budget = "draft.instead.budget";

    /// <summary>Something known of somebody would have left.</summary>
    public const string Leak = "draft.instead.leak";

    /// <summary>It did not answer in time.</summary>
    public const string Slow = "draft.instead.slow";

    /// <summary>It has too much to do (429).</summary>
    public const string Busy = "draft.instead.busy";

    /// <summary>It could not be reached, or failed.</summary>
    public const string Failing = "draft.instead.failing";

    /// <summary>It failed so often lately that it is left alone for a minute.</summary>
    public const string Resting = "draft.instead.resting";

    /// <summary>Its provider filtered the question or the answer, or it refused.</summary>
    public const string Filtered = "draft.instead.filtered";

    /// <summary>It answered nothing.</summary>
    public const string Empty = "draft.instead.empty";

    /// <summary>It answered something other than was asked for.</summary>
    public const string Nonsense = "draft.instead.nonsense";

    /// <summary>It answered far too much, or was cut off in the middle.</summary>
    public const string Long = "draft.instead.long";

    /// <summary>No sentence of it stood.</summary>
    public const string Struck = "draft.instead.struck";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [Unconfigured, Nothing, Budget, Leak, Slow, Busy, Failing, Resting, Filtered, Empty, Nonsense, Long, Struck];
}
