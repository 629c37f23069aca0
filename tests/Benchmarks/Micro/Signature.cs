using System.Text;
using BenchmarkDotNet.Attributes;
using Companion.Bot.Channels.Twilio;
using Companion.Tests.Support.Load;

namespace Companion.Benchmarks.Micro;

/// <summary>Reading and checking a signed form of nineteen fields.</summary>
[MemoryDiagnoser]
public class Signature
{
    private readonly TwilioSignature signature = new(SignedText.Token, SignedText.PublicUrl);
    private readonly byte[] body;
    private readonly string header;

    public Signature()
    {
        var text = new SignedText(SignedText.SidOf(1), SelfReferral.Number(1), "I am lonely and worried about bills");
        (body, header) = (Encoding.UTF8.GetBytes(text.Form), text.Signature);
    }

    [Benchmark]
    public bool Check() => signature.SignsForm(header, SignedText.Path, FormFields.Parse(body));
}
