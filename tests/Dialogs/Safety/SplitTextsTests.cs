using Companion.Dialogs.Safety;

namespace Companion.Dialogs.Tests.Safety;

public sealed class SplitTextsTests
{
    private static readonly Listener Listener = new();

    [Theory]
    [InlineData("die", "i want to")]
    [InlineData("i want to", "die")]
    [InlineData("myself", "should just kill")]
    [InlineData("to", "want", "die")]
    [InlineData("kill", "myself", "should just")]
    [InlineData("die", "i want to", "sorry")]
    [InlineData("anymore", "i dont want", "to be here")]
    [InlineData("pain", "im having chest")]
    public void Danger_split_over_texts_is_heard(string now, params string[] before)
    {
        Assert.All(before.Append(now), text => Assert.True(Listener.Hear(text, []).Level < Level.Amber, text));
        var heard = Listener.Hear(now, before);
        Assert.True(heard.Level >= Level.Amber);
        Assert.Contains(heard.Hits, hit => hit.Words.Contains(" / ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ok thanks", "i want to die")]
    [InlineData("today", "i want to die")]
    [InlineData("really", "want to die")]
    [InlineData("sorry", "he hits me", "all the time")]
    [InlineData("my postcode is M1 1AA", "i cant breathe")]
    public void What_an_earlier_text_alone_raised_is_not_raised_again(string now, params string[] before) =>
        Assert.True(Listener.Hear(now, before).Level < Level.Amber);

    [Theory]
    [InlineData("join the walking group", "i want to")]
    [InlineData("come on tuesday", "i cant")]
    [InlineData("the choir", "hello", "dying to try")]
    [InlineData("my appointment", "want to move")]
    public void Ordinary_texts_in_a_row_stay_ordinary(string now, params string[] before) =>
        Assert.True(Listener.Hear(now, before).Level < Level.Amber);

    [Fact]
    public void What_is_asked_about_alone_is_acted_upon_together() =>
        Assert.Equal(Level.Red, Listener.Hear("30 paracetamol", ["hi", "ive just taken"]).Level);

    [Fact]
    public void A_negation_sent_before_does_not_soften_the_text_that_follows() =>
        Assert.Equal(Level.Red, Listener.Hear("want to die", ["i dont"]).Level);
}
