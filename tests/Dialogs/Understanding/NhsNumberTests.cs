using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class NhsNumberTests
{
    [Theory]
    [InlineData("9990000018", "999 000 0018")]
    [InlineData("999 000 0026", "999 000 0026")]
    [InlineData("999-000-0034", "999 000 0034")]
    [InlineData(" 99 90 00 00 42 ", "999 000 0042")]
    [InlineData("943 476 5919", "943 476 5919")]
    [InlineData("999 999 9999", "999 999 9999")]
    public void A_number_that_checks_is_shown_three_three_four(string text, string display)
    {
        Assert.True(NhsNumber.TryParse(text, out var number));
        Assert.Equal(display, number.Display);
        Assert.Equal(display.Replace(" ", ""), number.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("999 123 4567")]
    [InlineData("999 000 0019")]
    [InlineData("999 000 001")]
    [InlineData("999 000 00180")]
    [InlineData("0000000000")]
    [InlineData("1111111111")]
    [InlineData("QQ 12 34 56 C")]
    public void What_does_not_check_is_refused(string? text) => Assert.False(NhsNumber.TryParse(text, out _));

    [Theory]
    [InlineData("999000000")]
    [InlineData("999000014")]
    [InlineData("999000028")]
    [InlineData("999000031")]
    public void Some_stems_have_no_valid_number(string stem) =>
        Assert.All(Enumerable.Range(0, 10), digit => Assert.False(NhsNumber.TryParse($"{stem}{digit}", out _)));

    [Fact]
    public void A_number_does_not_print_itself() =>
        Assert.Equal("an NHS number", NhsNumber.Parse("9990000018").ToString());
}
