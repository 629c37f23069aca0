using System.CommandLine;
using Companion.Benchmarks.Floors;
using Companion.Benchmarks.Micro;
using Companion.Benchmarks.Relay;
using Companion.Benchmarks.Timers;
using Companion.Benchmarks.Turns;
using Companion.Tests.Support;
using Companion.Tests.Support.Load;

var seconds = new Option<int>("--seconds") { Description = "How long each contender is measured in a round.", DefaultValueFactory = _ => 8 };
var rounds = new Option<int>("--rounds") { Description = "How often all contenders take their turn.", DefaultValueFactory = _ => 2 };
var store = new Option<string>("--store") { Description = "sqlite, postgres or both.", DefaultValueFactory = _ => "both" };
store.AcceptOnlyFromAmong("sqlite", "postgres", "both");
var peer = new Option<bool>("--peer") { Description = "Also the JavaScript peer of ../shared/clients/peer (needs Node and npm)." };
var only = new Option<string>("--only") { Description = "Only contenders whose name holds this, for profiling.", DefaultValueFactory = _ => "" };
var people = new Option<int>("--people") { Description = "How many people text during the kill.", DefaultValueFactory = _ => 200 };

var turns = new Command("turns", "Inbound turns a second over HTTP, beside the floors.") { seconds, rounds, store, peer, only };
turns.SetAction((parsed, cancel) => TurnsBench.Run(Settings(parsed), cancel));

var micro = new Command("micro", "Readers, listener, gate, a dialog's move and the signature, with BenchmarkDotNet.");
micro.SetAction(_ => MicroBench.Run());

var all = new Command("all", "turns, then micro.") { seconds, rounds, store, peer, only };
all.SetAction(async (parsed, cancel) => await TurnsBench.Run(Settings(parsed), cancel) + MicroBench.Run());

var kill = new Command("kill", "Two Companions on one PostgreSQL, one killed with SIGKILL under load.") { people };
kill.SetAction((parsed, cancel) => Kill(parsed.GetValue(people), cancel));

var due = new Option<int>("--due") { Description = "How many check-ins fall due at once.", DefaultValueFactory = _ => 100_000 };
var sizes = new Option<int[]>("--sizes")
{
    Description = "How many people are stored, for what a due timer costs.",
    DefaultValueFactory = _ => [10_000, 100_000, 1_000_000],
    AllowMultipleArgumentsPerToken = true,
};
var timers = new Command("timers", "Due check-ins fired and claimed for sending, beside the floor; and what they cost as people become more.") { due, sizes, store };
timers.SetAction((parsed, cancel) => TimersBench.Run(new TimersSettings(parsed.GetValue(due), parsed.GetValue(sizes)!, parsed.GetValue(store)!), cancel));

var relay = new Command("relay", "Fifty live conversations between people and link workers in Teams: how long words take, both ways.");
relay.SetAction((_, cancel) => RelayBench.Run(cancel));

var floor = new Command("floor", "Serves one floor; started by turns.") { Hidden = true, TreatUnmatchedTokensAsErrors = false };
floor.SetAction((parsed, _) => FloorApp.Run(parsed.UnmatchedTokens));

return await new RootCommand("Companion's benchmarks.") { turns, micro, all, kill, timers, relay, floor }.Parse(args).InvokeAsync();

TurnsSettings Settings(ParseResult parsed) => new(
    TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(rounds), parsed.GetValue(store)!, parsed.GetValue(peer), parsed.GetValue(only)!);

static async Task<int> Kill(int people, CancellationToken cancel)
{
    var report = await KillRun.With(PostgresServer.NewDatabase(), people, cancel);
    Console.WriteLine(
        $"{report.People} people, {report.Texts} texts taken, {report.SentAgain} delivered again, {report.Sent} sent, "
        + $"{report.CutOff} in the hands of the one that was killed, {report.Wrong.Count} wrong.");
    report.Wrong.ToList().ForEach(Console.WriteLine);
    return report.Wrong.Count == 0 ? 0 : 1;
}
