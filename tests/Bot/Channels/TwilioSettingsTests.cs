using Companion.Bot.Channels.Twilio;

namespace Companion.Bot.Tests.Channels;

public sealed class TwilioSettingsTests
{
    [Fact]
    public void Without_an_account_nothing_is_wrong() => Assert.Empty(new TwilioSettings().Wrong());

    [Fact]
    public void A_whole_account_is_right() => Assert.Empty(Whole().Wrong());

    [Theory]
    [InlineData("AccountSid", "AC1")]
    [InlineData("AuthToken", "")]
    [InlineData("From", "")]
    [InlineData("From", "NHSlinks")]
    [InlineData("From", "07700900100")]
    [InlineData("MessagingServiceSid", "MG1")]
    [InlineData("ApiBase", "api.twilio.com")]
    [InlineData("PublicUrl", "")]
    [InlineData("PublicUrl", "companion.example")]
    [InlineData("PublicUrl", "http://companion.example")]
    [InlineData("PublicUrl", "https://companion.example/")]
    [InlineData("PublicUrl", "https://companion.example?x=1")]
    [InlineData("MessagesPerSecond", "0")]
    public void Each_wrong_key_has_its_sentence(string key, string value)
    {
        var settings = Whole();
        var property = typeof(TwilioSettings).GetProperty(key)!;
        property.SetValue(settings, property.PropertyType == typeof(double) ? double.Parse(value) : value);

        Assert.StartsWith($"Twilio:{key}: ", Assert.Single(settings.Wrong()), StringComparison.Ordinal);
    }

    private static TwilioSettings Whole() => new()
    {
        AccountSid = FakeTwilio.Account,
        AuthToken = FakeTwilio.Token,
        From = "+447700900100",
        PublicUrl = "https://companion.example",
    };
}
