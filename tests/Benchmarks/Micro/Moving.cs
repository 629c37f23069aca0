using BenchmarkDotNet.Attributes;
using Companion.Dialogs;
using Companion.Dialogs.Talking;
using Companion.Tests.Support.Load;
using NodaTime;

namespace Companion.Benchmarks.Micro;

/// <summary>The referral dialog: one text in the middle of it, and all of it.</summary>
[MemoryDiagnoser]
public class Moving
{
    private static readonly ServiceFacts Service = new(
        "Shire", "01632 960 100", new HashSet<string> { "M1" }, [new Surgery("Y99901", "Oak Lane Surgery"), new Surgery("Y99902", "Riverside Medical Centre")], 5);

    private readonly DialogBook dialogs = ShippedDialogs.Book();
    private readonly Place asksForHelp;

    public Moving() => asksForHelp = Walk(4);

    [Benchmark]
    public Step OneMove() => dialogs.With("referral", dialog => dialog.Hear(asksForHelp, Says("I am lonely and worried about bills")));

    [Benchmark]
    public Place WholeReferral() => Walk(SelfReferral.Texts.Count);

    private Place Walk(int texts) => SelfReferral.Texts.Skip(1).Take(texts - 1).Aggregate(
        dialogs.With("referral", dialog => dialog.Begin(Slots.Empty, Says(SelfReferral.Texts[0]))).Place,
        (place, words) => dialogs.With("referral", dialog => dialog.Hear(place, Says(words))).Place);

    private static Utterance Says(string words) => new(words, new LocalDate(2026, 11, 23), Service);
}
