using BenchmarkDotNet.Attributes;
using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Benchmarks.Micro;

/// <summary>Words to values.</summary>
[MemoryDiagnoser]
public class Readers
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Benchmark]
    public object Score() => ScoreReader.Read("probably about a 6, maybe 7 on a good day");

    [Benchmark]
    public object Confirm() => ConfirmReader.Read("yes please that would be great, see you then");

    [Benchmark]
    public object? Consent() => ConsentReader.Read("I am lonely and worried about bills");

    [Benchmark]
    public object? DateOfBirth() => DateOfBirthReader.Read("I was born on the 12th of March 1954", Today);

    [Benchmark]
    public object? Postcode() => PostcodeReader.Read("it's m1 1ae, near the station");
}
