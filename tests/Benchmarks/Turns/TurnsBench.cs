using System.Globalization;

namespace Companion.Benchmarks.Turns;

/// <summary>
/// Companion beside its floors and its peer, in one run. Contenders take turns, round after round, each in a process of its own
/// with an empty place to store, so that whatever else the machine does falls on all of them.
/// </summary>
internal static class TurnsBench
{
    private const int MostPerSecond = 20_000;
    private const int LongNumber = 10;

    /// <summary>Measures and prints.</summary>
    /// <returns>0 when Companion is above both bars: 40 % of the one-commit floor, and the durable peer.</returns>
    public static async Task<int> Run(TurnsSettings settings, CancellationToken cancel)
    {
        var referrals = new SignedReferrals((int)((settings.Time + TurnsSettings.WarmUp).TotalSeconds * MostPerSecond));
        var contenders = settings.Stores.SelectMany(store => new Contender[]
        {
            new FloorContender(store, Shared: false),
            new CompanionContender(store, LongNumber),
            new FloorContender(store, Shared: true),
            new CompanionContender(store, CompanionContender.FlatOut),
        }).ToList();
        if (settings.Peer)
        {
            await JavaScriptPeer.Install(cancel);
            contenders.AddRange([new JavaScriptPeer(Durable: true), new JavaScriptPeer(Durable: false)]);
        }

        contenders.RemoveAll(contender => !contender.Name.Contains(settings.Only, StringComparison.OrdinalIgnoreCase));
        var results = new Dictionary<Contender, Measured>();
        for (var round = 1; round <= settings.Rounds; round++)
        {
            await Console.Error.WriteLineAsync($"Round {round} of {settings.Rounds}, load {await Load(cancel)}");
            foreach (var contender in contenders)
            {
                var measured = await contender.Round(settings, referrals, cancel);
                results[contender] = results.TryGetValue(contender, out var before) ? before.And(measured) : measured;
            }
        }

        var report = new TurnsReport(results, await Load(cancel));
        Console.WriteLine(report.Table());
        Console.WriteLine(report.Json());
        return report.AboveTheBar ? 0 : 1;
    }

    // The machine is shared: what else ran belongs beside the figures.
    private static async Task<string> Load(CancellationToken cancel) =>
        string.Join(' ', (await File.ReadAllTextAsync("/proc/loadavg", cancel)).Split(' ').Take(3))
        + string.Create(CultureInfo.InvariantCulture, $" on {Environment.ProcessorCount} cores");
}
