using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class ConfirmReaderTests
{
    public static TheoryData<string, string> Replies => [.. Table.Rows("replies", 2).Select(row => (row[0], row[1]))];

    [Theory]
    [MemberData(nameof(Replies))]
    public void A_reply_is_read_as_it_was_meant(string expected, string words) =>
        Assert.Equal(expected, ConfirmReader.Read(words, IsoDayOfWeek.Tuesday).Value.ToString().ToLowerInvariant());

    [Theory]
    [InlineData("yes", Confidence.Clear)]
    [InlineData("cancel", Confidence.Clear)]
    [InlineData("ancel", Confidence.Likely)]
    [InlineData("stop it", Confidence.Likely)]
    public void A_guess_is_not_clear(string words, Confidence confidence) =>
        Assert.Equal(confidence, ConfirmReader.Read(words).Confidence);

    [Theory]
    [InlineData("yes and I won't be late")]
    [InlineData("yes I wont be long")]
    [InlineData("I won't be late")]
    [InlineData("yes I won't be more than 5 minutes late")]
    [InlineData("yes and I shouldn't be late")]
    [InlineData("yes, dont want to be late")]
    [InlineData("yes I won't be missing it")]
    [InlineData("yes wont be a minute")]
    [InlineData("yes I wont keep you long")]
    [InlineData("yes but I won't be able to stay long")]
    [InlineData("yes, I'm not going to be late this time")]
    public void A_not_that_belongs_to_being_late_or_long_takes_no_yes_back(string words) => Assert.Equal(Reply.Yes, ConfirmReader.Read(words).Value);

    [Theory]
    [InlineData("I won't be late for it, I won't be there at all")]
    [InlineData("I can't come, won't be long in hospital")]
    [InlineData("I won't be late because I'm not coming")]
    [InlineData("sorry can't, won't be in till late")]
    [InlineData("I wont be around, I'll be out late")]
    [InlineData("no, I won't be in")]
    public void Whoever_does_not_come_is_not_coming_however_late_it_is(string words) => Assert.Equal(Reply.No, ConfirmReader.Read(words).Value);

    [Fact]
    public void A_no_beside_not_being_late_is_asked_about() => Assert.Equal(Reply.Other, ConfirmReader.Read("no I won't be late").Value);

    [Fact]
    public void The_same_day_is_a_yes_and_another_day_a_change()
    {
        Assert.Equal(Reply.Yes, ConfirmReader.Read("Thursday is fine", IsoDayOfWeek.Thursday).Value);
        Assert.Equal(Reply.Reschedule, ConfirmReader.Read("could you do Thursday", IsoDayOfWeek.Tuesday).Value);
    }

    [Fact]
    public void The_words_it_rests_on_are_quoted() =>
        Assert.Equal("can't make it", ConfirmReader.Read("Sorry, can't make it. Sheila").Words);
}
