namespace Companion.Benchmarks.Turns;

/// <summary>How turns are measured.</summary>
/// <param name="Time">How long each contender is measured in a round.</param>
/// <param name="Rounds">How often all contenders take their turn.</param>
/// <param name="Store">sqlite, postgres or both.</param>
/// <param name="Peer">Also the JavaScript peer.</param>
/// <param name="Only">Only contenders whose name holds this.</param>
internal sealed record TurnsSettings(TimeSpan Time, int Rounds, string Store, bool Peer, string Only)
{
    /// <summary>How long a contender warms up; the compiler of the run-time needs some seconds of load.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    /// <summary>The stores to measure.</summary>
    public IReadOnlyList<string> Stores => Store == "both" ? [Place.Sqlite, Place.Postgres] : [Store];
}
