using System.Text.Json;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Safety.Grammar;
using Companion.Dialogs.Safety.Weighing;
using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Safety.Weighing;

public sealed class ScalesTests
{
    // What a text must weigh to be asked about; chosen on messages it was not taught, so that about six ordinary ones in a thousand are.
    private const double Enough = 0.4;

    private const string Folder = "src/Dialogs/Safety/Weighing";

    private static readonly Listener Listener = new();

    [Fact]
    public void The_scales_that_ship_are_what_the_examples_teach()
    {
        var ordinary = File.ReadLines(Require.Shared("eval", "ordinary.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(row => !(row.TryGetProperty("hard", out var hard) && hard.GetBoolean()))
            .Select(row => new Example(row.GetProperty("text").GetString()!, Kind.None));

        Golden.Matches($"{Folder}/scales.txt", Teacher.Teach(Examples().Concat(OfTheRules()).Concat(ordinary), Enough));
    }

    [Fact]
    public void Dangers_that_nobody_taught_it_are_heard_and_few_look_alikes()
    {
        var dangers = Cases.Lines("kept-back-dangers.txt").ToList();
        var lookAlikes = Cases.Lines("kept-back-lookalikes.txt").ToList();
        Assert.Empty(Examples().Select(example => example.Text).Intersect(dangers.Concat(lookAlikes)));

        Assert.InRange((double)dangers.Count(IsHeard) / dangers.Count, 0.96, 1);
        Assert.InRange((double)lookAlikes.Count(IsHeard) / lookAlikes.Count, 0, 0.06);
    }

    [Theory]
    [InlineData("hi its only me, missed the bus again so i might be late for the group on tuesday and ")]
    [InlineData("thanks for the lovely lunch, the cake was a treat and the grandkids had a great time at the fair. ")]
    public void A_danger_among_ordinary_talk_is_mostly_heard(string talk)
    {
        var dangers = Cases.Lines("kept-back-dangers.txt").ToList();

        Assert.InRange((double)dangers.Count(danger => IsHeard(talk + danger)) / dangers.Count, 0.85, 1);
    }

    [Theory]
    [InlineData("need help to not kill myself")]
    [InlineData("i survived it on tuesday and wish i hadnt")]
    [InlineData("sepsis last year and this feels the same, shivering and confused")]
    public void What_a_rule_takes_for_denied_or_past_is_weighed_too(string words) => Assert.True(IsHeard(words));

    [Fact]
    public void What_is_only_weighed_is_asked_about_and_shows_its_words()
    {
        var heard = Listener.Hear("long sleeves in july to hide what i did to my arms", []);

        var hit = Assert.Single(heard.Hits, hit => hit.Rule.StartsWith("weighed.", StringComparison.Ordinal));
        Assert.Equal((Level.Amber, Kind.SelfHarm), (hit.Level, hit.Kind));
        Assert.Contains("arms", hit.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cry_in_the_middle_of_a_long_story_weighs_what_it_would_alone()
    {
        var listener = new Listener(LexiconReader.Read(Listener.Files()), Scales.Read("0\t-1\nowl calls me\t9\tsuicide 1\ngarden\t-1"));
        var story = string.Concat(Enumerable.Repeat("we went to the market and had a cup of tea and talked about the garden. ", 20));

        Assert.Equal(Level.None, listener.Hear(story, []).Level);
        var hit = Assert.Single(listener.Hear($"{story}the owl calls me. {story}", []).Hits);
        Assert.Equal(("weighed.suicide", "owl calls me"), (hit.Rule, hit.Words));
    }

    [Theory]
    [InlineData("0.2", "line 1")]
    [InlineData("0.2\t-1\nhits me\tmuch", "line 2")]
    [InlineData("0.2\t-1\nhits me\t1\tabuse", "line 2")]
    [InlineData("0.2\t-1\nhits me\t1\tgloom 0.4", "line 2")]
    public void Scales_that_cannot_be_read_say_where(string text, string where) =>
        Assert.Contains(where, Assert.Throws<FormatException>(() => Scales.Read(text)).Message, StringComparison.Ordinal);

    private static bool IsHeard(string words) => Listener.Hear(words, []).Level >= Level.Amber;

    private static IEnumerable<Example> Examples() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder, "Examples"), "*.txt").Order(StringComparer.Ordinal)
        let kind = Enum.Parse<Kind>(Path.GetFileNameWithoutExtension(file), ignoreCase: true)
        from line in File.ReadLines(file)
        where line.Length > 0
        select new Example(line, kind);

    // What the rules were written for is taught as well.
    private static IEnumerable<Example> OfTheRules() => LexiconReader.Read(Listener.Files()).Rules.SelectMany(rule =>
        rule.Examples.Yes.Select(words => new Example(words, rule.Kind)).Concat(rule.Examples.No.Select(words => new Example(words, Kind.None))));
}
