using Companion.Dialogs.CheckIns;

namespace Companion.Dialogs.Tests.CheckIns;

public sealed class InstrumentTests
{
    [Fact]
    public void The_four_items_stand_in_the_published_order() =>
        Assert.Equal(["satisfied", "worthwhile", "happy", "anxious"], Instrument.Ons4.Items.Select(item => item.Key));

    [Theory]
    [InlineData("satisfied", "low low low low low medium medium high high very-high very-high")]
    [InlineData("worthwhile", "low low low low low medium medium high high very-high very-high")]
    [InlineData("happy", "low low low low low medium medium high high very-high very-high")]
    [InlineData("anxious", "very-low very-low low low medium medium high high high high high")]
    public void Bands_are_as_published(string key, string bands)
    {
        var item = Instrument.Ons4.Items.Single(item => item.Key == key);
        Assert.Equal(bands, string.Join(' ', Enumerable.Range(0, 11).Select(score => item.BandOf(score).Name)));
    }

    [Fact]
    public void Only_for_anxiety_is_a_lower_answer_better() =>
        Assert.Equal(["anxious"], Instrument.Ons4.Items.Where(item => !item.HigherIsBetter).Select(item => item.Key));

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"key":"x","version":1,"source":"","items":[]}""")]
    [InlineData("""{"key":"x","version":1,"source":"","items":[{"key":"a","higherIsBetter":true,"bands":[{"name":"low","from":1}]}]}""")]
    [InlineData("""{"key":"x","version":1,"source":"","items":[{"key":"a","higherIsBetter":true,"bands":[{"name":"low","from":0},{"name":"high","from":0}]}]}""")]
    public void What_is_no_questionnaire_is_refused(string json) => Assert.Throws<FormatException>(() => Instrument.Read(json));
}
