using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Companion.Benchmarks.Micro;

/// <summary>What a turn is made of, piece by piece.</summary>
internal static class MicroBench
{
    /// <summary>Measures and prints.</summary>
    public static int Run()
    {
        // In this process: a project that BenchmarkDotNet generates would not restore under central package management.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "companion-benchmarks"));
        BenchmarkRunner.Run([typeof(Readers), typeof(Hearing), typeof(Gate), typeof(Moving), typeof(Signature)], config);
        return 0;
    }
}
