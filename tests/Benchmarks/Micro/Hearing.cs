using BenchmarkDotNet.Attributes;
using Companion.Dialogs.Safety;

namespace Companion.Benchmarks.Micro;

/// <summary>The listener, which hears every text there is.</summary>
[MemoryDiagnoser]
public class Hearing
{
    private static readonly string[] Recent = ["Hello", "1", "Sam Hill, 12 March 1954", "M1 1AE, Oak Lane Surgery", "seeing my friends again"];

    private readonly Listener listener = new();

    [Benchmark]
    public object Short() => listener.Hear("yes", []);

    [Benchmark]
    public object Ordinary() => listener.Hear("I am lonely and worried about bills", []);

    [Benchmark]
    public object OrdinaryAfterOthers() => listener.Hear("I am lonely and worried about bills", Recent);

    [Benchmark]
    public object Long() => listener.Hear(
        "I have not been out much since my husband died and the house is too big, the heating costs a fortune and my knees are bad so I "
        + "cannot get to the shops on my own any more, my daughter rings on Sundays but she has her own family to look after", []);

    [Benchmark]
    public object Red() => listener.Hear("I dont want to be here anymore", []);
}
