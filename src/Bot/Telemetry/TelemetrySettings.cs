namespace Companion.Bot.Telemetry;

/// <summary>Where measurements and spans go, as <c>Telemetry:*</c> configures it.</summary>
public sealed class TelemetrySettings
{
    /// <summary>A collector that takes OTLP over http/protobuf, without "/v1/metrics"; empty sends nothing.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>What is wrong, one sentence each.</summary>
    public IEnumerable<string> Wrong()
    {
        if (OtlpEndpoint.Length > 0 && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return "Telemetry:OtlpEndpoint: must be an absolute http or https address, for example http://localhost:4318.";
        }
    }

    /// <summary>Where one kind of signal goes.</summary>
    internal Uri Of(string signal) => new($"{OtlpEndpoint.TrimEnd('/')}/v1/{signal}");
}
