using Companion.Dialogs.Safety;
using Companion.Dialogs.Safety.Grammar;

namespace Companion.Dialogs.Tests.Safety;

public sealed class LexiconExamplesTests
{
    private static readonly Lexicon Lexicon = LexiconReader.Read(Listener.Files());
    private static readonly Listener Listener = new(Lexicon);

    public static TheoryData<string> Rules => [.. Lexicon.Rules.Select(rule => rule.Name)];

    public static TheoryData<string> Softeners => [.. Lexicon.Softeners.Select(softener => softener.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_hears_its_yes_lines_and_stays_quiet_at_its_no_lines(string name)
    {
        var rule = Lexicon.Rules.Single(rule => rule.Name == name);
        Assert.NotEmpty(rule.Examples.Yes);
        var least = rule.Level == Level.Noted ? Level.Noted : Level.Amber;
        Assert.All(rule.Examples.Yes, words => Assert.Contains(
            Listener.Hear(words, []).Hits, hit => hit.Rule == name && hit.Level >= least));
        Assert.All(rule.Examples.No, words => Assert.True(Listener.Hear(words, []).Level <= Level.Noted, words));
    }

    [Theory]
    [MemberData(nameof(Softeners))]
    public void Every_softener_lowers_its_yes_lines(string name)
    {
        var softener = Lexicon.Softeners.Single(softener => softener.Name == name);
        Assert.NotEmpty(softener.Examples.Yes);
        Assert.All(softener.Examples.Yes, words =>
        {
            var heard = Listener.Hear(words, []);
            Assert.True(heard.Level <= softener.To, words);
            Assert.Contains(heard.Hits, hit => hit.SoftenedBy == name);
        });
    }

    [Fact]
    public void A_softener_is_for_rules_that_exist() =>
        Assert.All(
            Lexicon.Softeners.SelectMany(softener => softener.For),
            prefix => Assert.Contains(Lexicon.Rules, rule => rule.Name.StartsWith(prefix, StringComparison.Ordinal)));

    [Fact]
    public void A_rule_is_deaf_to_softeners_that_exist() =>
        Assert.All(
            Lexicon.Rules.SelectMany(rule => rule.Deaf),
            name => Assert.Contains(Lexicon.Softeners, softener => softener.Name == name));
}
