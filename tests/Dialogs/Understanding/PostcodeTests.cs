using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("M1 1AE", "M1", "1AE")]
    [InlineData("b338th", "B33", "8TH")]
    [InlineData("CR2 6XH", "CR2", "6XH")]
    [InlineData("dn551pt", "DN55", "1PT")]
    [InlineData("W1A0AX", "W1A", "0AX")]
    [InlineData("ec1a 1bb", "EC1A", "1BB")]
    [InlineData("SW1A1AA", "SW1A", "1AA")]
    [InlineData("bs10 5nb", "BS10", "5NB")]
    [InlineData("BS0 1AA", "BS0", "1AA")]
    [InlineData("gir 0aa", "GIR", "0AA")]
    [InlineData("ZZ99 3CZ", "ZZ99", "3CZ")]
    [InlineData(" n 1 c 4 a g ", "N1C", "4AG")]
    public void The_shapes_of_a_postcode_are_read(string text, string outward, string inward)
    {
        Assert.True(Postcode.TryParse(text, out var postcode));
        Assert.Equal(outward, postcode.Outward);
        Assert.Equal(inward, postcode.Inward);
        Assert.Equal($"{outward} {inward}", postcode.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("M1")]
    [InlineData("SW1A")]
    [InlineData("Q1 1AA")]
    [InlineData("AA1 1AA")]
    [InlineData("M1 1AC")]
    [InlineData("M1 1KA")]
    [InlineData("M01 1AE")]
    [InlineData("M0 1AE")]
    [InlineData("LS1A 1AA")]
    [InlineData("SW1I 1AA")]
    [InlineData("M1 AAE")]
    [InlineData("M11 11AE")]
    [InlineData("ZZ99 3XX")]
    [InlineData("90210")]
    public void Letters_where_none_can_stand_are_refused(string? text) => Assert.False(Postcode.TryParse(text, out _));

    [Fact]
    public void No_fixed_abode_has_its_own_code()
    {
        Assert.True(Postcode.Parse("zz993cz").IsNoFixedAbode);
        Assert.False(Postcode.Parse("M1 1AE").IsNoFixedAbode);
    }

    [Fact]
    public void A_postcode_prints_only_its_outward_part() =>
        Assert.Equal("postcode in M1", Postcode.Parse("M1 1AE").ToString());
}
