using Companion.Workflows.Summaries.Disguises;
using FsCheck;
using FsCheck.Fluent;

namespace Companion.Workflows.Tests.Summaries.Disguises;

/// <summary>Whatever people write: nothing known of anybody leaves, and everything comes back as it stood.</summary>
public sealed class AnyWordsTests
{
    private static readonly string[][] Everybody =
    [
        ["Margaret Okafor", "+447700900123", "9990000018", "1947-03-12", "12 Oak Lane", "M22 4AB"],
        ["Bill O'Leary", "Hope Hill", "07700 900456", "1988-11-30", "3 Station Road, Stockport", "SK1 3XE"],
        ["Li Na Wu", "Jo", "anna.b@example.org", "999 000 0026", "01/02/2001", "Flat 4, 19 Elm Grove"],
        ["Anne-Marie Nguyễn", "Zoë", "+44 1632 960123", "29 February 1960"],
    ];

    private static readonly string[] Between =
        [" ", ". ", ", ", "\n", " - ", "! ", "", "'s ", " and i feel low ", " HELP ME ", " [PERSON 1] ", " 7 ", " 😢 ", "\u200B", " it was ", ": ", "@", "/", "(", "["];

    private static readonly Gen<string[]> People = Gen.Elements(Everybody);

    // Anything at all, mixed with what is known, in the many ways of writing it.
    private static readonly Gen<(string[] Known, string Words)> Messages =
        from known in People
        from pieces in Gen.OneOf(Written(known), Gen.Elements(Between), ArbMap.Default.GeneratorFor<string>().Select(any => any ?? "")).ListOf()
        select (known, string.Concat(pieces));

    [Fact]
    public void Put_back_into_what_was_hidden_gives_the_words_again() => Prop.ForAll(
        Messages.ToArbitrary(),
        message =>
        {
            var disguise = new Disguise(message.Known);
            return disguise.PutBack(disguise.Hide(message.Words)) == message.Words;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Nothing_known_of_anybody_leaves_whatever_the_words_are() => Prop.ForAll(
        Messages.ToArbitrary(),
        message =>
        {
            var hidden = new Disguise(message.Known).Hide(message.Words);
            return LeakGuard.Leaks([hidden], message.Known) || !Stands(Disguise.Worn().Replace(hidden, "|"), message.Known);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    // Words apart, as people write them: there the guard must find nothing to do.
    [Fact]
    public void Where_words_stand_apart_the_guard_finds_nothing_left() => Prop.ForAll(
        (from known in People
         from pieces in Gen.OneOf(Written(known), Gen.Elements("i live at", "this is", "my number is", "HELP", "born on", "Yes", "7", "its")).ListOf()
         select (Known: known, Words: string.Join(' ', pieces))).ToArbitrary(),
        message => !LeakGuard.Leaks([new Disguise(message.Known).Hide(message.Words)], message.Known)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static Gen<string> Written(string[] known) =>
        from one in Gen.Elements(known)
        from way in Gen.Elements<Func<string, string>>(
            same => same,
            same => same.ToUpperInvariant(),
            same => same.ToLowerInvariant(),
            same => same.Split(' ')[0],
            same => same.Replace(" ", "", StringComparison.Ordinal),
            same => string.Join(' ', same.Where(char.IsLetterOrDigit)),
            same => same.Replace(" ", "-", StringComparison.Ordinal))
        select way(one);

    // Told apart from the guard: the plain words, without spaces and marks.
    private static bool Stands(string hidden, string[] known) => known.Any(one =>
        hidden.Contains(one, StringComparison.OrdinalIgnoreCase)
        && (one.Length > 4 || hidden.Split([' ', '|', '.', ',', '\n', '-', '!', ':', '\''], StringSplitOptions.None).Contains(one, StringComparer.OrdinalIgnoreCase)));
}
