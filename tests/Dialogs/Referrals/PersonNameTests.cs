using Companion.Dialogs.Referrals;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Referrals;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Sam Hill", "Sam", "Hill")]
    [InlineData("sam hill", "Sam", "Hill")]
    [InlineData("SAM HILL.", "Sam", "Hill")]
    [InlineData("my name is Sam Hill", "Sam", "Hill")]
    [InlineData("Hi, I'm Sam Hill", "Sam", "Hill")]
    [InlineData("its sam hill thanks", "Sam", "Hill")]
    [InlineData("Name: Sam Hill", "Sam", "Hill")]
    [InlineData("Mrs Ann-Marie O'Brien", "Ann-Marie", "O'Brien")]
    [InlineData("ann-marie o'brien", "Ann-Marie", "O'Brien")]
    [InlineData("Maria de Souza", "Maria", "de Souza")]
    [InlineData("jan van der berg", "Jan", "van der Berg")]
    [InlineData("Sam David Hill", "Sam David", "Hill")]
    [InlineData("Zo\u00EB McDonald", "Zo\u00EB", "McDonald")]
    [InlineData("her name is Joan Lee", "Joan", "Lee")]
    [InlineData("Sam Hill, dob", "Sam", "Hill")]
    public void A_name_is_read_as_it_is_meant(string words, string first, string family)
    {
        var name = PersonName.Read(words);
        Assert.Equal(new PersonName(first, family), name?.Value);
        Assert.Equal(Confidence.Clear, name?.Confidence);
    }

    [Theory]
    [InlineData("Hill, Sam", "Sam Hill")]
    [InlineData("Sam Robin Alex Kim Hill", "Sam Robin Alex Kim Hill")]
    public void An_unusual_order_or_length_is_read_back(string words, string whole)
    {
        var name = PersonName.Read(words);
        Assert.Equal(whole, name?.Value.Whole);
        Assert.Equal(Confidence.Likely, name?.Confidence);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("12")]
    [InlineData("why do you need it")]
    [InlineData("i am so lonely")]
    [InlineData("not telling you")]
    [InlineData("?")]
    [InlineData("x")]
    [InlineData("Sam Hill 07700 900123")]
    public void What_is_no_name_is_not_read_as_one(string words) => Assert.Null(PersonName.Read(words));
}
