using System.Text;
using Companion.Bot.Channels.Twilio;

namespace Companion.Bot.Tests.Channels;

public sealed class FormFieldsTests
{
    [Fact]
    public void Keys_differ_by_case_and_may_come_twice()
    {
        var form = Read("Body=one&body=two&Body=three");

        Assert.Equal([("Body", "one"), ("body", "two"), ("Body", "three")], form.All.Select(field => (field.Key, field.Value)));
        Assert.Equal("one", form["Body"]);
        Assert.Equal("two", form["body"]);
        Assert.Null(form["BODY"]);
    }

    [Theory]
    [InlineData("Body=Caf%C3%A9+%C2%A35+%E2%80%93+ok", "Café £5 – ok")]
    [InlineData("Body=a%2Bb%3Dc%26d", "a+b=c&d")]
    [InlineData("Body=", "")]
    [InlineData("Body", "")]
    [InlineData("Body=a=b", "a=b")]
    [InlineData("Body=100%", "100%")]
    [InlineData("Body=%zz%4", "%zz%4")]
    [InlineData("Body=%00", "\0")]
    [InlineData("Body=%F0%9F%98%80", "😀")]
    [InlineData("Body=%ED%A0%80", "\uFFFD\uFFFD\uFFFD")] // a lone surrogate
    [InlineData("Body=%FF", "\uFFFD")]
    public void A_value_is_decoded_and_what_is_malformed_stays(string body, string value) => Assert.Equal(value, Read(body)["Body"]);

    [Fact]
    public void Nothing_is_lost_between_many_separators() =>
        Assert.Equal([("a", "1"), ("", "2"), ("b", "")], Read("&&a=1&=2&&b&").All.Select(field => (field.Key, field.Value)));

    private static FormFields Read(string body) => FormFields.Parse(Encoding.UTF8.GetBytes(body));
}
