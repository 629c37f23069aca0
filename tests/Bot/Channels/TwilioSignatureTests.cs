using System.Text;
using Companion.Bot.Channels.Twilio;

namespace Companion.Bot.Tests.Channels;

/// <summary>The published vectors of Twilio's request validators, and two texts of our own computed apart.</summary>
public sealed class TwilioSignatureTests
{
    private const string Call = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";

    private const string Text =
        "AccountSid=AC00000000000000000000000000000001&ApiVersion=2010-04-01&From=%2B447700900123"
        + "&MessageSid=SM00000000000000000000000000000001&NumMedia=0&NumSegments=1&SmsStatus=received&To=%2B447700900456&Body=";

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", Call, "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", Call, "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [InlineData("http://mycompany.com:80/myapp.php?foo=1&bar=2", Call, "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("https://companion.example/webhooks/twilio/inbound", Text + "7", "O5XiTCbzfF7+0LqDAr9nLasL514=")]
    [InlineData("https://companion.example/webhooks/twilio/inbound", Text + "Caf%C3%A9+%C2%A35+%E2%80%93+ok", "ICoL4cDopT4wx2uxINOYZBWiXgA=")]
    public void A_published_vector_is_met(string url, string form, string signature) =>
        Assert.Equal(signature, TwilioSignature.Compute("12345", url, Read(form)));

    [Theory]
    [InlineData("https://mycompany.com", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:443", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:1234", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [InlineData("https://mycompany.com:1234", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("http://mycompany.com", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    public void An_address_is_tried_with_and_without_its_port(string publicUrl, string signature) =>
        Assert.True(new TwilioSignature("12345", publicUrl).SignsForm(signature, "/myapp.php?foo=1&bar=2", Read(Call)));

    [Fact]
    public void A_base_path_belongs_to_the_address() =>
        Assert.True(new TwilioSignature("12345", "https://companion.example:443/webhooks")
            .SignsForm("O5XiTCbzfF7+0LqDAr9nLasL514=", "/twilio/inbound", Read(Text + "7")));

    [Theory]
    [InlineData("12345", "https://mycompany.com", "/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B9=")]
    [InlineData("12345", "https://mycompany.com", "/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData("12345", "https://mycompany.com", "/myapp.php?foo=1&bar=2", "")]
    [InlineData("12345", "https://mycompany.com", "/myapp.php?foo=1&bar=2", "ÄSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("12345", "https://mycompany.com", "/myapp.php?foo=1&bar=3", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("12345", "https://mycompany.com", "/myapp.php", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("12345", "http://mycompany.com", "/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("12346", "https://mycompany.com", "/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void Anything_else_is_refused(string token, string publicUrl, string called, string signature) =>
        Assert.False(new TwilioSignature(token, publicUrl).SignsForm(signature, called, Read(Call)));

    [Fact]
    public void A_missing_header_is_refused() =>
        Assert.False(new TwilioSignature("12345", "https://mycompany.com").SignsForm(null, "/myapp.php?foo=1&bar=2", Read(Call)));

    [Fact]
    public void Repeated_keys_are_signed_as_their_sorted_unique_values() =>
        Assert.Equal(
            TwilioSignature.Compute("12345", "https://h/x", Read("A=1&A=2")),
            TwilioSignature.Compute("12345", "https://h/x", Read("A=2&A=1&A=2")));

    [Fact]
    public void A_body_that_is_no_form_is_signed_by_its_hash_in_the_address()
    {
        const string Hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        var signature = new TwilioSignature("12345", "https://mycompany.com");
        var called = "/myapp.php?foo=1&bar=2&bodySHA256=" + Hash;
        var body = "{\"property\": \"value\", \"boolean\": true}"u8;

        Assert.True(signature.SignsBody("a9nBmqA0ju/hNViExpshrM61xv4=", called, Hash, body));
        Assert.False(signature.SignsBody("a9nBmqA0ju/hNViExpshrM61xv4=", called, Hash, "{\"property\": \"other\"}"u8));
        Assert.False(signature.SignsBody("a9nBmqA0ju/hNViExpshrM61xv4=", called, Hash.ToUpperInvariant(), body));
        Assert.False(signature.SignsBody("a9nBmqA0ju/hNViExpshrM61xv4=", called, null, body));
        Assert.False(signature.SignsBody(null, called, Hash, body));
    }

    private static FormFields Read(string form) => FormFields.Parse(Encoding.UTF8.GetBytes(form));
}
