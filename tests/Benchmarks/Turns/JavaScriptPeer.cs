using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Companion.Tests.Support;
using Companion.Tests.Support.Load;

namespace Companion.Benchmarks.Turns;

/// <summary>
/// The Bot Framework's JavaScript waterfall of ../shared/clients/peer, driven by its own driver. It checks no signature and keeps a
/// conversation's state only.
/// </summary>
/// <param name="Durable">True for SQLite with a synchronised commit a turn, false for memory.</param>
internal sealed record JavaScriptPeer(bool Durable) : Contender("JavaScript peer", Durable ? Place.Sqlite : "memory")
{
    private static readonly string Home = Path.Combine(Path.GetTempPath(), "companion-peer");

    /// <summary>Copies the peer to where it can be written and installs what it needs, once for each machine.</summary>
    public static async Task Install(CancellationToken cancel)
    {
        var source = Path.Combine(Repository.Root, "..", "shared", "clients", "peer");
        Directory.CreateDirectory(Home);
        foreach (var file in Directory.GetFiles(source))
        {
            var copy = Path.Combine(Home, Path.GetFileName(file));
            await File.WriteAllTextAsync(copy, await File.ReadAllTextAsync(file, cancel), cancel);
        }

        if (!Directory.Exists(Path.Combine(Home, "node_modules", "better-sqlite3", "build")))
        {
            await Run("npm", ["install", "--no-audit", "--no-fund", "rimraf"], cancel);
            await Run("npm", ["install", "--no-audit", "--no-fund", "botbuilder@4.23.3", "botbuilder-dialogs@4.23.3", "better-sqlite3@12.9.0"], cancel);
        }
    }

    public override async Task<Measured> Round(TurnsSettings settings, SignedReferrals referrals, CancellationToken cancel)
    {
        using var place = new Place(Place.Sqlite);
        await using var server = await BotProcess.Start(
            "node",
            _ => [Path.Combine(Home, "server.js")],
            port => new()
            {
                ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["STORE"] = Durable ? "sqlite" : "memory",
                ["SYNC"] = "FULL",
                ["DB"] = Path.Combine(place.Folder, "state.db"),
            },
            "/healthz");
        var seconds = ((int)settings.Time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var cpu = server.Cpu;
        var told = await Run(
            "node",
            [
                Path.Combine(Home, "load.mjs"), "--url", $"{server.Address}/api/messages", "-d", seconds,
                "-c", Driver.AtOnce.ToString(CultureInfo.InvariantCulture),
                "--warmup", ((int)TurnsSettings.WarmUp.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ],
            cancel);
        using var json = JsonDocument.Parse(told);
        var figures = json.RootElement;
        await Console.Error.WriteLineAsync($"  {Name} on {Store}: {figures.GetProperty("turnsPerSec").GetDouble()}/s");
        return Read(figures, server.Cpu - cpu);
    }

    // Its driver gives quantiles, not every latency: they stand for their share of the turns.
    private static Measured Read(JsonElement figures, TimeSpan cpu)
    {
        var turns = figures.GetProperty("turns").GetInt32();
        var time = TimeSpan.FromSeconds(figures.GetProperty("seconds").GetDouble());
        var (p50, p99) = (Quantile("p50"), Quantile("p99"));
        var slow = (turns / 100) + 1;
        var whole = time + TurnsSettings.WarmUp; // its processor time is that of the whole run
        return new Measured(
            [.. Enumerable.Repeat(p50, turns - slow), .. Enumerable.Repeat(p99, slow)], time, cpu * (time / whole), TimeSpan.Zero, turns, 0);

        TimeSpan Quantile(string name) => TimeSpan.FromMilliseconds(figures.GetProperty(name).GetDouble());
    }

    private static async Task<string> Run(string program, string[] arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = Home, RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? told : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}:\n{told}");
    }
}
