namespace Companion.Benchmarks.Turns;

/// <summary>What one contender did in one or more rounds.</summary>
/// <param name="Latencies">From the last byte sent to the last byte of the answer, of the turns that were counted.</param>
/// <param name="Time">How long was counted.</param>
/// <param name="Cpu">Processor time of the process that was driven, while it was counted; without the database server's.</param>
/// <param name="DriverCpu">Processor time of the driver and the fake Twilio, while it was counted.</param>
/// <param name="Accepted">How many texts were answered with 200, counted or not.</param>
/// <param name="Refused">How many were answered with anything else.</param>
internal sealed record Measured(IReadOnlyList<TimeSpan> Latencies, TimeSpan Time, TimeSpan Cpu, TimeSpan DriverCpu, int Accepted, int Refused)
{
    public double PerSecond => Latencies.Count / Time.TotalSeconds;

    public double CpuMillisecondsPerTurn => Cpu.TotalMilliseconds / Math.Max(1, Latencies.Count);

    public double DriverShare => DriverCpu / Time;

    public double P50 => Milliseconds(0.50);

    public double P99 => Milliseconds(0.99);

    /// <summary>This and a later round together.</summary>
    public Measured And(Measured other) => new(
        [.. Latencies, .. other.Latencies],
        Time + other.Time,
        Cpu + other.Cpu,
        DriverCpu + other.DriverCpu,
        Accepted + other.Accepted,
        Refused + other.Refused);

    private double Milliseconds(double share)
    {
        var sorted = Latencies.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))].TotalMilliseconds;
    }
}
