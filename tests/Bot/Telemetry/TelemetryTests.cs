using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Companion.Bot.Channels.Twilio;
using Companion.Bot.Dev;
using Companion.Bot.Telemetry;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Telemetry;
using Companion.Workflows.Timing;

namespace Companion.Bot.Tests.Telemetry;

/// <summary>What leaves for the collector: counts and kinds, and nothing of anybody.</summary>
public sealed class TelemetryTests
{
    private const string Number = "+447700900051";
    private const string Danger = "hello, i want to kill myself tonight";

    // Every value a tag may have: names of kinds in the code, and a few words of it.
    private static readonly HashSet<string> Values =
    [
        .. Enum.GetNames<Channel>(), .. Enum.GetNames<SendClass>(), .. Enum.GetNames<TimerKind>(), "message",
        "taken", "duplicate", "handed_over", "failed", "refused", "not_now", "unknown", "expired", "closed", "/sms/inbound",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_was_taken_reaches_the_collector_as_counts_and_a_span()
    {
        await using var collector = await Collector.Start();
        await using var app = await CompanionApp.Start(null, $"--Telemetry:OtlpEndpoint={collector.Address}/");
        await app.Text(Number, Danger);
        await app.Part<RunToRest>().Handle(Cancel);
        var handOff = Assert.Single(await app.All<HandOff>());

        app.Part<Exporting>().Flush();

        Assert.All(collector.Came, came => Assert.Equal("application/x-protobuf", came.ContentType));
        var metrics = collector.At("/v1/metrics");
        string[] counted =
        [
            "companion.messages.received", "companion.turn.duration", "companion.red_flags.opened", "companion.messages.sent", "companion.texts.oldest_age",
        ];
        Assert.All(counted, name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        var spans = collector.At("/v1/traces");
        Assert.Contains("turn", spans, StringComparison.Ordinal);
        Assert.Contains("taken", spans, StringComparison.Ordinal);
        Assert.All(
            new[] { Number[1..], "kill", handOff.Reference },
            ofSomebody => Assert.DoesNotContain(ofSomebody, metrics + spans, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Every_tag_is_of_the_closed_list_and_so_is_what_it_says()
    {
        var tags = new ConcurrentBag<(string Key, string Value)>();
        await using var app = await CompanionApp.Start();
        using var meters = Listen(tags, app.Part<IMeterFactory>());
        using var spans = Follow(tags);
        await app.Text(Number, "hello");
        await app.Text(Number, Danger);
        await app.Text(Number, "STOP");
        app.Part<SimulatedPhones>().Fault = PhoneFault.Refuses;
        await app.Text("+447700900052", "hello");
        await app.Part<RunToRest>().Handle(Cancel);
        using var http = new HttpClient();
        using var unsigned = await http.PostAsync(new Uri(app.Address + "/sms/inbound"), new StringContent("Body=hello"), Cancel);

        Assert.Contains((TagKeys.Channel, "Sms"), tags);
        Assert.Contains((TagKeys.SendClass, "Safety"), tags);
        Assert.Contains((TagKeys.Path, "/sms/inbound"), tags);
        Assert.All(tags, tag => Assert.Contains(tag.Key, TagKeys.All));
        Assert.All(tags, tag => Assert.Contains(tag.Value, Values));
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_exported()
    {
        await using var app = await CompanionApp.Start();

        Assert.Throws<InvalidOperationException>(app.Part<Exporting>);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://localhost:4318")]
    [InlineData("https://collector.example/otlp/")]
    public void A_collector_is_an_address_or_nothing(string endpoint) =>
        Assert.Empty(new TelemetrySettings { OtlpEndpoint = endpoint }.Wrong());

    [Theory]
    [InlineData("localhost:4318")]
    [InlineData("collector")]
    public void What_is_no_address_says_what_is_right(string endpoint) =>
        Assert.StartsWith(
            "Telemetry:OtlpEndpoint: must be", Assert.Single(new TelemetrySettings { OtlpEndpoint = endpoint }.Wrong()), StringComparison.Ordinal);

    private static MeterListener Listen(ConcurrentBag<(string Key, string Value)> tags, IMeterFactory ours)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, mine) =>
            {
                if (instrument.Meter.Name is CompanionMeter.Name or TwilioMeter.Name && ReferenceEquals(instrument.Meter.Scope, ours))
                {
                    mine.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, given, _) => Add(tags, given));
        listener.SetMeasurementEventCallback<double>((_, _, given, _) => Add(tags, given));
        listener.Start();
        return listener;
    }

    private static ActivityListener Follow(ConcurrentBag<(string Key, string Value)> tags)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CompanionMeter.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => Add(tags, span.TagObjects.ToArray()),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static void Add(ConcurrentBag<(string Key, string Value)> tags, ReadOnlySpan<KeyValuePair<string, object?>> given)
    {
        foreach (var tag in given)
        {
            tags.Add((tag.Key, $"{tag.Value}"));
        }
    }
}
