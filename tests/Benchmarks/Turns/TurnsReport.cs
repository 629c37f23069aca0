using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Companion.Benchmarks.Turns;

/// <summary>The figures of a run, absolute and as ratios.</summary>
internal sealed class TurnsReport(IReadOnlyDictionary<Contender, Measured> results, string load)
{
    private const double Bar = 0.4;

    /// <summary>True when every Companion is at least at 40 % of its one-commit floor and above the durable peer, if that ran.</summary>
    public bool AboveTheBar => Companions.All(c => Ratio(c, Floor(c, shared: false)) is null or >= Bar && Ratio(c, Peer) is null or > 1);

    private IEnumerable<Contender> Companions => results.Keys.Where(contender => contender is CompanionContender);

    private Contender? Peer => results.Keys.FirstOrDefault(contender => contender is JavaScriptPeer { Durable: true });

    /// <summary>As a Markdown table.</summary>
    public string Table()
    {
        var table = new StringBuilder()
            .AppendLine("| | store | turns/s | p50 ms | p99 ms | CPU ms/turn | of one-commit floor | of shared floor | of durable peer |")
            .AppendLine("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (contender, measured) in results)
        {
            var companion = contender is CompanionContender;
            table.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contender.Name} | {contender.Store} | {measured.PerSecond:0} | {measured.P50:0.0} | {measured.P99:0.0} | {measured.CpuMillisecondsPerTurn:0.000} | "
                + $"{Percent(companion, Floor(contender, shared: false), contender)} | {Percent(companion, Floor(contender, shared: true), contender)} | {Percent(companion, Peer, contender)} |"));
        }

        return table
            .AppendLine()
            .Append($"{Driver.AtOnce} people at once, every text signed and durable before its answer. ")
            .AppendLine("CPU is that of the process driven, without PostgreSQL's own and the driver's.")
            .Append($"Load average at the end: {load}. The machine is shared: take the ratios, not the absolute figures, elsewhere.")
            .ToString();
    }

    /// <summary>As one line of JSON.</summary>
    public string Json() => JsonSerializer.Serialize(results.Select(result => new
    {
        name = result.Key.Name,
        store = result.Key.Store,
        turnsPerSecond = Math.Round(result.Value.PerSecond, 1),
        p50 = Math.Round(result.Value.P50, 2),
        p99 = Math.Round(result.Value.P99, 2),
        cpuPerTurn = Math.Round(result.Value.CpuMillisecondsPerTurn, 4),
        driverShare = Math.Round(result.Value.DriverShare, 2),
        turns = result.Value.Latencies.Count,
        seconds = Math.Round(result.Value.Time.TotalSeconds, 1),
        ofOneCommitFloor = Ratio(result.Key, Floor(result.Key, shared: false)),
        ofSharedFloor = Ratio(result.Key, Floor(result.Key, shared: true)),
        ofDurablePeer = Ratio(result.Key, Peer),
        load,
    }));

    private Contender? Floor(Contender of, bool shared) =>
        results.Keys.FirstOrDefault(contender => contender is FloorContender floor && floor.Shared == shared && floor.Store == of.Store);

    private double? Ratio(Contender of, Contender? to) => to is null ? null : Math.Round(results[of].PerSecond / results[to].PerSecond, 3);

    private string Percent(bool shown, Contender? to, Contender of) =>
        shown && Ratio(of, to) is { } ratio ? ratio.ToString("0 %", CultureInfo.InvariantCulture) : "";
}
