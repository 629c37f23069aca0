using System.Collections.Concurrent;
using System.Diagnostics;

namespace Companion.Tests.Support.Load;

/// <summary>What came of <see cref="KillRun"/>.</summary>
/// <param name="People">How many people texted.</param>
/// <param name="Texts">How many texts were answered with 200.</param>
/// <param name="SentAgain">How many deliveries had to be repeated.</param>
/// <param name="Sent">How many texts reached the fake Twilio.</param>
/// <param name="CutOff">How many texts the killed process had in its hands.</param>
/// <param name="Wrong">Whatever was lost, doubled or out of order, a sentence each; empty when all is well.</param>
public sealed record KillReport(int People, int Texts, int SentAgain, int Sent, int CutOff, IReadOnlyList<string> Wrong);

/// <summary>
/// Two Companions on one PostgreSQL under load. One is killed with SIGKILL half-way; its texts go on to the other, as Twilio's
/// fallback address would have it. Nothing may be lost and nothing doubled.
/// </summary>
public static class KillRun
{
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(60);

    /// <summary>Runs it with that many people, each of whom refers themselves.</summary>
    /// <param name="database">An empty database.</param>
    /// <param name="people">How many.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<KillReport> With(string database, int people, CancellationToken cancel)
    {
        await using var twilio = await AcceptingTwilio.Start();
        var settings = new Dictionary<string, string>
        {
            ["Storage:Provider"] = "PostgreSql",
            ["Storage:ConnectionString"] = database,
            ["Storage:Folder"] = Directory.CreateTempSubdirectory("companion-kill-").FullName,
        };
        await using var first = await BotProcess.Companion(twilio, settings);
        await using var second = await BotProcess.Companion(twilio, settings);
        var taken = new ConcurrentBag<string>();
        var texters = new[] { new Texter(first.Http, second.Http), new Texter(second.Http, first.Http) };
        var talking = Task.WhenAll(Enumerable.Range(0, people).Select(person => Refer(person, texters[person % 2], taken, cancel)));
        while (taken.Count < people * SelfReferral.Texts.Count * 2 / 5 && !talking.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancel);
        }

        first.Kill();
        var killedAt = TimeProvider.System.GetUtcNow();
        await talking;
        var cutOff = await Drain(database, killedAt, cancel);
        var stored = await Stored.In(database, cancel);
        return new KillReport(
            people, taken.Count, texters.Sum(texter => texter.Again), twilio.Count, cutOff, [.. KillChecks.All(stored, taken, twilio.Taken, people)]);
    }

    /// <summary>The sid of a person's nth text.</summary>
    public static string Sid(int person, int text) => SignedText.SidOf(((person + 1) * 1000L) + text);

    private static async Task Refer(int person, Texter texter, ConcurrentBag<string> taken, CancellationToken cancel)
    {
        for (var at = 0; at < SelfReferral.Texts.Count; at++)
        {
            var text = new SignedText(Sid(person, at), SelfReferral.Number(person), SelfReferral.Texts[at]);
            await texter.Send(text, cancel);
            taken.Add(text.Sid);
        }
    }

    // The survivor sends what waits. What the other had in its hands is looked into when its lease has run out.
    private static async Task<int> Drain(string database, DateTimeOffset killedAt, CancellationToken cancel)
    {
        var (watch, cutOff) = (Stopwatch.StartNew(), 0);
        var before = -1L;
        while (watch.Elapsed < LongestDrain && await Stored.Waiting(database, cancel) is var waiting and > 0)
        {
            if (waiting == before)
            {
                cutOff = Math.Max(cutOff, (int)waiting);
                await Stored.EndLeases(database, killedAt, cancel);
            }

            before = waiting;
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }

        return cutOff;
    }
}
