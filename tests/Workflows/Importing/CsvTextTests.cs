using Companion.Workflows.Importing;

namespace Companion.Workflows.Tests.Importing;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+447700900001", "'+447700900001")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-2.00", "-2.00")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void No_cell_is_a_formula_and_a_number_stays_a_number(string text, string cell) => Assert.Equal(cell, CsvText.Guarded(text));

    [Fact]
    public void Commas_and_quotes_are_quoted() =>
        Assert.Equal("a,b\r\n\"x, y\",\"he said \"\"no\"\"\"\r\n", CsvText.Of(["a", "b"], [["x, y", "he said \"no\""]]));
}
