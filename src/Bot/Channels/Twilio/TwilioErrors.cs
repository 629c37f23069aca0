using System.Text.Json;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Channels.Twilio;

/// <summary>Twilio's error codes as what to do and words for staff, from <c>errors.json</c>. Twilio's own messages quote numbers, so they are not kept.</summary>
internal static class TwilioErrors
{
    private static readonly Dictionary<int, Entry> Known = Read();

    /// <summary>A call that Twilio answered with an error: certainly not taken.</summary>
    public static Delivery Of(int code, Duration? after) => Known.TryGetValue(code, out var entry) && entry.Retryable
        ? new Delivery.NotNow(entry.Words, after)
        : new Delivery.Refused(code, Words(code));

    /// <summary>A code in words for staff.</summary>
    public static string Words(int? code) => code is { } number && Known.TryGetValue(number, out var entry)
        ? entry.Words
        : code is null ? "Twilio gave no reason." : $"Twilio refused it with code {code}.";

    private static Dictionary<int, Entry> Read()
    {
        using var stream = typeof(TwilioErrors).Assembly.GetManifestResourceStream("Companion.Bot.Channels.Twilio.errors.json")
            ?? throw new InvalidOperationException("errors.json is not in the assembly.");
        return JsonSerializer.Deserialize<Entry[]>(stream, JsonSerializerOptions.Web)!.ToDictionary(entry => entry.Code);
    }

    private sealed record Entry(int Code, string Words, bool Retryable = false);
}
