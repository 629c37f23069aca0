using Companion.Benchmarks.Turns;

namespace Companion.Benchmarks.Timers;

/// <summary>How timers are measured.</summary>
/// <param name="Due">How many check-ins fall due at once.</param>
/// <param name="Sizes">How many people are stored, for each measure of what a due timer costs.</param>
/// <param name="Store">sqlite, postgres or both.</param>
internal sealed record TimersSettings(int Due, IReadOnlyList<int> Sizes, string Store)
{
    /// <summary>How many of the stored people are due when the cost is measured.</summary>
    public const int Few = 1_000;

    /// <summary>The stores to measure.</summary>
    public IReadOnlyList<string> Stores => Store == "both" ? [Place.Sqlite, Place.Postgres] : [Store];
}
