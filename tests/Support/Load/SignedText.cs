using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Companion.Tests.Support.Load;

/// <summary>A text as Twilio posts it to us: nineteen fields, signed.</summary>
/// <param name="Sid">MessageSid; the same sid is the same text.</param>
/// <param name="From">Who writes.</param>
/// <param name="Words">What.</param>
public sealed record SignedText(string Sid, string From, string Words)
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "0123456789abcdef0123456789abcdef";
    public const string PublicUrl = "https://companion.example";
    public const string Path = "/sms/inbound";

    /// <summary>The number of the service that <c>appsettings.json</c> ships.</summary>
    public const string ServiceNumber = "+447700900100";

    /// <summary>The sid of the nth text of a run.</summary>
    public static string SidOf(long number) => "SM" + number.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The urlencoded form.</summary>
    public string Form => string.Join('&', Fields().Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>X-Twilio-Signature; written apart from the code it is checked by.</summary>
    public string Signature
    {
        get
        {
            var signed = new StringBuilder(PublicUrl + Path);
            foreach (var (key, value) in Fields().OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                signed.Append(key).Append(value);
            }

            return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(signed.ToString())));
        }
    }

    /// <summary>The request for an HttpClient whose base address is a Companion.</summary>
    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(Form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("X-Twilio-Signature", Signature);
        return request;
    }

    /// <summary>The request as it goes over the wire.</summary>
    public byte[] ToBytes()
    {
        var form = Encoding.UTF8.GetBytes(Form);
        var head = $"POST {Path} HTTP/1.1\r\nHost: companion.example\r\nUser-Agent: TwilioProxy/1.1\r\nX-Twilio-Signature: {Signature}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: {form.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. form];
    }

    private KeyValuePair<string, string>[] Fields()
    {
        var number = From[(From.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var to = number.Length == From.Length ? ServiceNumber : "whatsapp:" + ServiceNumber;
        return
        [
            new("ToCountry", "GB"), new("ToState", ""), new("SmsMessageSid", Sid), new("NumMedia", "0"), new("ToCity", ""),
            new("FromZip", ""), new("SmsSid", Sid), new("FromState", ""), new("SmsStatus", "received"), new("FromCity", ""),
            new("Body", Words), new("FromCountry", "GB"), new("To", to), new("ToZip", ""), new("NumSegments", "1"),
            new("MessageSid", Sid), new("AccountSid", Account), new("From", From), new("ApiVersion", "2010-04-01"),
        ];
    }
}
