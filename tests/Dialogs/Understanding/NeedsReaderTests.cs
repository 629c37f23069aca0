using Companion.Dialogs.Understanding;
using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class NeedsReaderTests
{
    /// <summary>"needs.txt": words, a bar, the needs that must be heard, in brackets those that may be.</summary>
    public static TheoryData<string, string, string> Sayings()
    {
        var sayings = new TheoryData<string, string, string>();
        var file = Path.Combine(Repository.Root, "tests", "Dialogs", "Understanding", "needs.txt");
        foreach (var line in File.ReadLines(file).Where(line => !line.StartsWith('#') && line.Contains('|')))
        {
            var bar = line.LastIndexOf('|');
            var labels = line[(bar + 1)..].Split('(');
            sayings.Add(line[..bar].Trim(), labels[0].Trim(), labels.Length > 1 ? labels[1].Trim(' ', ')') : "");
        }

        return sayings;
    }

    [Theory]
    [MemberData(nameof(Sayings))]
    public void What_people_say_they_need_is_heard(string words, string must, string may)
    {
        var heard = NeedsReader.Read(words).Select(reading => NeedsReader.Label(reading.Value)).ToList();
        var expected = must is "none" ? [] : must.Split(' ');
        Assert.Superset(expected.ToHashSet(), heard.ToHashSet());
        Assert.Subset(expected.Concat(may.Split(' ')).ToHashSet(), heard.ToHashSet());
    }

    [Fact]
    public void Each_need_comes_with_the_words_and_the_family_that_heard_it()
    {
        var heard = NeedsReader.Read("Hiya, it's the bailiffs again and I'm so lonely");
        Assert.Equal([Need.Money, Need.Loneliness], heard.Select(reading => reading.Value));
        Assert.Equal(["bailiffs", "lonely"], heard.Select(reading => reading.Words));
        Assert.Equal(["money: debt", "loneliness: lonely"], heard.Select(reading => reading.Rule));
        Assert.All(heard, reading => Assert.Equal(Confidence.Likely, reading.Confidence));
    }

    [Theory]
    [InlineData("benfits stopped", Need.Money)]
    [InlineData("alchool is a problem", Need.SubstanceUse)]
    [InlineData("feeling isolted", Need.Loneliness)]
    [InlineData("living with arthritus", Need.LongTermCondition)]
    [InlineData("need councelling", Need.MentalWellbeing)]
    public void One_slip_in_a_long_word_is_forgiven(string words, Need need) =>
        Assert.Equal(need, Assert.Single(NeedsReader.Read(words)).Value);

    [Theory]
    [InlineData("I have ME", true)]
    [InlineData("text me", false)]
    [InlineData("TEXT ME", false)]
    public void Capitals_tell_the_illness_from_the_pronoun(string words, bool isIll) =>
        Assert.Equal(isIll, NeedsReader.Read(words).Any(reading => reading.Value == Need.LongTermCondition));

    [Fact]
    public void Every_need_has_a_lexicon()
    {
        var heard = Sayings().SelectMany(saying => NeedsReader.Read(saying.Data.Item1)).Select(reading => reading.Value).ToHashSet();
        Assert.Superset(Enum.GetValues<Need>().ToHashSet(), heard);
    }
}
