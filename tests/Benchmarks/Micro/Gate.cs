using BenchmarkDotNet.Attributes;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using NodaTime;

namespace Companion.Benchmarks.Micro;

/// <summary>The send gate.</summary>
[MemoryDiagnoser]
public class Gate
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private readonly ServiceSettings service = Service();
    private readonly OutboundMessage reply = Text(SendClass.Reply);
    private readonly OutboundMessage reminder = Text(SendClass.Reminder);
    private readonly GateFacts facts = new(
        new Address { ServiceId = "shire", Value = "+447700900123", Textable = Textable.Wrote });

    [Benchmark]
    public GateRuling Reply() => SendGate.Decide(reply, facts, service, Noon);

    [Benchmark]
    public GateRuling Reminder() => SendGate.Decide(reminder, facts, service, Noon);

    private static OutboundMessage Text(SendClass sendClass) => new()
    {
        ServiceId = "shire",
        To = "+447700900123",
        Class = sendClass,
        SendKey = "1:1",
        TextKey = "test",
        Words = "Thank you. What is your postcode?",
        DueAt = Noon,
        ExpiresAt = Noon + Duration.FromHours(1),
    };

    private static ServiceSettings Service()
    {
        var settings = new ServiceSettings { Name = "Shire", NeutralName = "Shire", Number = "+447700900100", Phone = "01632 960 100" };
        settings.Prepare("shire");
        return settings;
    }
}
