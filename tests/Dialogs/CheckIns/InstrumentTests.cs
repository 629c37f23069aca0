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
        Assert.Equal(bands, string.Join(' ', Enumerable.Range(0, 11).Select(score => item.BandOf(score)?.Name)));
    }

    [Fact]
    public void Only_for_anxiety_is_a_lower_answer_better() =>
        Assert.Equal(["anxious"], Instrument.Ons4.Items.Where(item => !item.HigherIsBetter).Select(item => item.Key));

    // Stewart-Brown 2009, in the Warwick guidance on scoring.
    [Theory]
    [InlineData("1 1 1 1 1 1 1", "7.00")]
    [InlineData("2 1 1 1 1 1 1", "9.51")]
    [InlineData("3 3 3 3 3 3 3", "19.25")]
    [InlineData("4 4 3 4 4 4 4", "24.11")]
    [InlineData("5 5 5 5 5 5 4", "32.55")]
    [InlineData("5 5 5 5 5 5 5", "35.00")]
    [InlineData("5 5 5 5 5 5", null)]
    public void The_short_Warwick_Edinburgh_scale_is_turned_into_its_metric_score(string answers, string? metric) =>
        Assert.Equal(
            metric,
            Instrument.Of("swemwbs").MetricOf([.. answers.Split(' ').Select(answer => int.Parse(answer, System.Globalization.CultureInfo.InvariantCulture))])
                ?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Nothing_is_summed_where_no_sum_is_published() => Assert.Null(Instrument.Ons4.MetricOf([7, 7, 7, 2]));

    [Fact]
    public void What_is_copyright_ships_its_line_and_no_words()
    {
        Assert.All(["swemwbs", "eq5d5l"], key =>
        {
            Assert.NotNull(Instrument.Of(key).Copyright);
            Assert.DoesNotContain(Instrument.Of(key).TextKeys, text => Words.TextBook.Shipped.Has("en", text));
        });
        Assert.All(["ons4", "areas"], key => Assert.All(Instrument.Of(key).TextKeys, text => Assert.True(Words.TextBook.Shipped.Has("en", text))));
    }

    [Fact]
    public void A_scale_to_a_hundred_is_asked_by_a_person() => Assert.False(Instrument.Of("eq5d5l").CanBeTexted);

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"key":"x","version":1,"source":"","items":[]}""")]
    [InlineData("""{"key":"x","version":1,"source":"","items":[{"key":"a","higherIsBetter":true,"bands":[{"name":"low","from":1}]}]}""")]
    [InlineData("""{"key":"x","version":1,"source":"","items":[{"key":"a","higherIsBetter":true,"bands":[{"name":"low","from":0},{"name":"high","from":0}]}]}""")]
    [InlineData("""{"key":"x","version":1,"source":"","items":[{"key":"a","higherIsBetter":true,"lowest":5,"highest":1}]}""")]
    [InlineData("""{"key":"x","version":1,"source":"","metric":[7.0],"items":[{"key":"a","higherIsBetter":true,"lowest":1,"highest":5}]}""")]
    public void What_is_no_questionnaire_is_refused(string json) => Assert.Throws<FormatException>(() => Instrument.Read(json));
}
