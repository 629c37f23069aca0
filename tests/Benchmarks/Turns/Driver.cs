using System.Diagnostics;
using System.Net.Sockets;

namespace Companion.Benchmarks.Turns;

/// <summary>
/// Drives a webhook with a fixed number of connections from one thread, so that the driver takes little of the processor it shares
/// with what it measures.
/// </summary>
internal static class Driver
{
    /// <summary>How many people text at once.</summary>
    public const int AtOnce = 32;

    private const int MicrosecondsToWait = 100_000;

    /// <summary>Warms up, measures, and lets the last texts be answered.</summary>
    /// <param name="port">Where the webhook is.</param>
    /// <param name="referrals">What is sent.</param>
    /// <param name="warmUp">How long nothing is counted.</param>
    /// <param name="measured">How long is counted.</param>
    /// <param name="serverCpu">The processor time of what is driven, so far.</param>
    public static Measured Run(int port, SignedReferrals referrals, TimeSpan warmUp, TimeSpan measured, Func<TimeSpan> serverCpu)
    {
        var supply = referrals.OneAfterAnother();
        var lines = Enumerable.Range(0, AtOnce).Select(_ => new Line(port, supply)).ToDictionary(line => line.Socket);
        try
        {
            foreach (var line in lines.Values)
            {
                line.Send();
            }

            var before = Drive(lines, warmUp, sendNext: true);
            var (cpu, own) = (serverCpu(), Environment.CpuUsage.TotalTime);
            var watch = Stopwatch.StartNew();
            var during = Drive(lines, measured, sendNext: true);
            watch.Stop();
            (cpu, own) = (serverCpu() - cpu, Environment.CpuUsage.TotalTime - own);
            var after = Drive(lines, TimeSpan.FromSeconds(30), sendNext: false);
            return new Measured(during.Latencies, watch.Elapsed, cpu, own, before.Accepted + during.Accepted + after.Accepted, before.Refused + during.Refused + after.Refused);
        }
        finally
        {
            foreach (var line in lines.Values)
            {
                line.Dispose();
            }
        }
    }

    private static (List<TimeSpan> Latencies, int Accepted, int Refused) Drive(Dictionary<Socket, Line> lines, TimeSpan time, bool sendNext)
    {
        var (latencies, accepted, refused) = (new List<TimeSpan>(64 * 1024), 0, 0);
        var (end, readable) = (Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency), new List<Socket>(AtOnce));
        var waiting = new HashSet<Socket>(lines.Keys);
        while (Stopwatch.GetTimestamp() < end && waiting.Count > 0)
        {
            readable.Clear();
            readable.AddRange(waiting);
            Socket.Select(readable, null, null, MicrosecondsToWait);
            foreach (var line in readable.Select(socket => lines[socket]))
            {
                if (line.Receive() is not { } status)
                {
                    continue;
                }

                latencies.Add(Stopwatch.GetElapsedTime(line.SentAt));
                _ = status == 200 ? accepted++ : refused++;
                if (sendNext)
                {
                    line.Send();
                }
                else
                {
                    waiting.Remove(line.Socket);
                }
            }
        }

        return (latencies, accepted, refused);
    }
}
