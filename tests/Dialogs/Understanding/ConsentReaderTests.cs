using Companion.Dialogs.Consent;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class ConsentReaderTests
{
    public static TheoryData<string, string> Wishes => [.. Table.Rows("consent", 2).Select(row => (row[0], row[1]))];

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_wish_about_texts_is_heard_and_nothing_else(string expected, string words) =>
        Assert.Equal(expected, Told(ConsentReader.Read(words)));

    [Theory]
    [InlineData("STOP", ConsentAct.Stop)]
    [InlineData(" cancel ", ConsentAct.Stop)]
    [InlineData("End", ConsentAct.Stop)]
    [InlineData("YES", ConsentAct.Start)]
    [InlineData("unstop", ConsentAct.Start)]
    [InlineData("INFO", ConsentAct.Help)]
    public void A_bare_word_is_what_the_provider_acts_on(string words, ConsentAct act) =>
        Assert.Equal(act, ProviderKeywords.ActedOn(words));

    [Theory]
    [InlineData("stop.")]
    [InlineData("please stop")]
    [InlineData("cancel it")]
    [InlineData("")]
    public void The_provider_leaves_anything_more_to_us(string words) => Assert.Null(ProviderKeywords.ActedOn(words));

    private static string Told(Reading<ConsentWish>? reading) => reading is { } told
        ? $"{told.Value.Act} {(told.Value.Topic == ConsentTopic.Everything ? "all" : told.Value.Topic)} {(told.Confidence == Confidence.Clear ? "!" : "?")}".ToLowerInvariant()
        : "-";
}
