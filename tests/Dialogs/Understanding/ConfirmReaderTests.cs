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
