using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class ScoreReaderTests
{
    public static TheoryData<string, string> Scores => [.. Table.Rows("scores", 2).Select(row => (row[0], row[1]))];

    public static TheoryData<int, string, string> Lists => [.. Table.Rows("score-lists", 3).Select(row => (int.Parse(row[0]), row[1], row[2]))];

    [Theory]
    [MemberData(nameof(Scores))]
    public void A_score_is_read_as_it_was_meant(string expected, string words) =>
        Assert.Equal(expected, Told(ScoreReader.Read(words).Value));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Several_scores_are_read_in_the_order_of_the_questions(int asked, string expected, string words) =>
        Assert.Equal(expected, Told(ScoreReader.Read(words, asked).Value));

    [Fact]
    public void Scores_on_a_line_each_are_read_in_order() =>
        Assert.Equal([7, 8, 6, 2], Assert.IsType<ScoreAnswer.Several>(ScoreReader.Read("7\n8\n6\n2", 4).Value).Scores);

    [Theory]
    [InlineData("about a 7 thanks", "7")]
    [InlineData("I'd say 7/10 today", "7/10")]
    [InlineData("2 last time, now eight", "eight")]
    [InlineData("6 or 7", "6 or 7")]
    public void The_words_it_rests_on_are_quoted(string words, string quoted) =>
        Assert.Equal(quoted, ScoreReader.Read(words).Words);

    [Theory]
    [InlineData("7", Confidence.Clear)]
    [InlineData("seven please", Confidence.Clear)]
    [InlineData("7?", Confidence.Likely)]
    [InlineData("sevren", Confidence.Likely)]
    public void A_guess_is_not_clear(string words, Confidence confidence) =>
        Assert.Equal(confidence, ScoreReader.Read(words).Confidence);

    [Theory]
    [InlineData("sorry I meant 6", true, false)]
    [InlineData("5 no 6", true, true)]
    [InlineData("*6", true, false)]
    [InlineData("6", false, false)]
    [InlineData("6 sorry for the late reply", false, false)]
    public void A_correction_says_so_and_whether_it_is_of_this_text(string words, bool corrects, bool withinText) =>
        Assert.Equal(new ScoreAnswer.One(6, null, corrects, withinText), ScoreReader.Read(words).Value);

    [Theory]
    [InlineData("better", NoScore.NoNumber)]
    [InlineData("11", NoScore.OffTheScale)]
    [InlineData("-2", NoScore.OffTheScale)]
    [InlineData("call me after 5", NoScore.NotTheAnswer)]
    [InlineData("5 5 6 2", NoScore.WrongCount)]
    public void Why_there_is_no_score_is_told(string words, NoScore reason) =>
        Assert.Equal(new ScoreAnswer.Nothing(reason), ScoreReader.Read(words).Value);

    private static string Told(ScoreAnswer answer) => answer switch
    {
        ScoreAnswer.One { Question: { } question } one => $"q{question} {one.Score}",
        ScoreAnswer.One one => $"{one.Score}",
        ScoreAnswer.Several several => string.Join(' ', several.Scores),
        ScoreAnswer.Range => "range",
        _ => "-",
    };
}
