using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class SlipsOfTheThumbTests
{
    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static TheoryData<string, int> NumberWords => [.. Numbers.Index().Select(number => (number.Item, number.Index))];

    public static TheoryData<string, Reply> Answers =>
    [
        ("yes", Reply.Yes), ("confirm", Reply.Yes), ("nope", Reply.No), ("cancel", Reply.Cancel), ("change", Reply.Reschedule),
        ("rebook", Reply.Reschedule), ("stop", Reply.Stop), ("unsubscribe", Reply.Stop), ("start", Reply.Start),
        ("subscribe", Reply.Start), ("help", Reply.Help),
    ];

    [Theory]
    [MemberData(nameof(NumberWords))]
    public void A_number_with_a_slip_is_that_number_or_asked_again(string word, int number)
    {
        foreach (var typed in Slips(word))
        {
            Assert.True(ScoreReader.Read(typed).Value is ScoreAnswer.Nothing || ScoreReader.Read(typed).Value == new ScoreAnswer.One(number), typed);
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_with_a_slip_is_that_answer_or_asked_again(string word, Reply meant)
    {
        foreach (var typed in Slips(word))
        {
            Assert.True(ConfirmReader.Read(typed).Value is Reply.Other || ConfirmReader.Read(typed).Value == meant, typed);
        }
    }

    [Theory]
    [InlineData("tsop", Reply.Stop)]
    [InlineData("stopp please", Reply.Stop)]
    [InlineData("dtop", Reply.Stop)]
    [InlineData("ehlp", Reply.Help)]
    [InlineData("chnage", Reply.Reschedule)]
    [InlineData("usbscribe", Reply.Start)]
    [InlineData("yea ta", Reply.Yes)]
    [InlineData("hope", Reply.Other)]
    [InlineData("hell", Reply.Other)]
    [InlineData("chance", Reply.Other)]
    [InlineData("conform", Reply.Other)]
    public void A_word_with_a_life_of_its_own_is_no_slip(string typed, Reply expected) =>
        Assert.Equal(expected, ConfirmReader.Read(typed).Value);

    /// <summary>Two letters swapped, one missed or one doubled.</summary>
    private static IEnumerable<string> Slips(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            yield return word.Insert(at, word[at].ToString());
            if (at > 0)
            {
                yield return word.Remove(at, 1);
                yield return word[..(at - 1)] + word[at] + word[at - 1] + word[(at + 1)..];
            }
        }
    }
}
