using System.Text;
using Companion.Bot.Channels.Twilio;

namespace Companion.Bot.Tests.Channels;

/// <summary>What Twilio's own helper signs is what we accept.</summary>
public sealed class TwilioHelperTests
{
    private const string Token = "test-token-123";
    private const string Base = "https://companion.example";

    private static readonly string[] Forms =
    [
        "",
        "Body=7&From=%2B447700900123&To=%2B447700900456&MessageSid=SM00000000000000000000000000000001",
        "Body=Hello+%C2%A3+%F0%9F%98%80&From=%2B447700900123&EmptyField=&NumMedia=0",
        "Body=a%0D%0Ab%00c&From=%2B447700900123",
        "Body=%ED%A0%80+%FF&From=%2B447700900123",
        "b=1&B=2&a=3&A=4&%C3%A9=5&%F0%9F%98%80=6&%EF%BF%BD=7",
        "MediaUrl=2&MediaUrl=1&MediaUrl=2&MediaUrl=10",
        "Body=100%25+sure+%26+more%3Dless&x=%zz",
        "From=whatsapp%3A%2B447700900123&Body=hi",
    ];

    [Fact]
    public async Task Every_form_the_helper_signs_is_accepted()
    {
        var answers = await TwilioHelper.Sign(Forms.Select(form => new { token = Token, url = Base + "/sms/inbound?m=7", form }).ToList<object>());

        Assert.Equal(Forms.Length, answers.Count);
        var ours = new TwilioSignature(Token, Base);
        Assert.All(Forms.Zip(answers), pair => Assert.True(
            ours.SignsForm(pair.Second.Signature, "/sms/inbound?m=7", FormFields.Parse(Encoding.UTF8.GetBytes(pair.First))), pair.First));
    }

    [Fact]
    public async Task A_body_the_helper_signs_by_its_hash_is_accepted()
    {
        const string Body = "{\"name\": \"Zoë\"}";
        var answer = Assert.Single(await TwilioHelper.Sign(new { token = Token, url = Base + "/sms/inbound", body = Body }));

        var called = answer.Url[Base.Length..];
        Assert.True(new TwilioSignature(Token, Base).SignsBody(answer.Signature, called, called.Split('=')[1], Encoding.UTF8.GetBytes(Body)));
    }
}
