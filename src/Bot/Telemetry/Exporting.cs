using Companion.Bot.Channels.Teams;
using Companion.Bot.Channels.Twilio;
using Companion.Workflows.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Companion.Bot.Telemetry;

/// <summary>
/// Hands our own meters and spans to the collector for as long as the host runs, and what is left at the end. Only our own: those of
/// the framework carry addresses.
/// </summary>
public sealed class Exporting(TelemetrySettings settings, CompanionMeter meter, OldestText oldest) : IHostedService, IDisposable
{
    private const int PatienceMilliseconds = 5000;

    private MeterProvider? metrics;
    private TracerProvider? spans;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var us = ResourceBuilder.CreateEmpty().AddService("companion", serviceVersion: typeof(Exporting).Assembly.GetName().Version?.ToString());
        meter.WatchOldestText(oldest.Age);
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(us)
            .AddMeter(CompanionMeter.Name, TwilioMeter.Name, TeamsMeter.Name)
            .AddOtlpExporter(to => Send(to, "metrics"))
            .Build();
        spans = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(us)
            .SetSampler(new AlwaysOnSampler()) // the request around a turn is not ours to follow, and would decide for it
            .AddSource(CompanionMeter.Name)
            .AddOtlpExporter(to => Send(to, "traces"))
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Flush();
        return Task.CompletedTask;
    }

    /// <summary>Sends what has gathered, now.</summary>
    public void Flush()
    {
        metrics?.ForceFlush(PatienceMilliseconds);
        spans?.ForceFlush(PatienceMilliseconds);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        metrics?.Dispose();
        spans?.Dispose();
    }

    private void Send(OtlpExporterOptions to, string signal)
    {
        to.Protocol = OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = settings.Of(signal);
    }
}

/// <summary>Telemetry's parts.</summary>
public static class TelemetryRegistration
{
    /// <summary>Registers the export when a collector is named; otherwise nothing listens, and counting costs nothing.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection parts, TelemetrySettings settings) =>
        settings.OtlpEndpoint.Length == 0
            ? parts
            : parts
                .AddSingleton(settings)
                .AddSingleton<OldestText>()
                .AddSingleton<Exporting>()
                .AddHostedService(all => all.GetRequiredService<Exporting>());
}
