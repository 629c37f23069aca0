using Companion.Workflows.Sending;

namespace Companion.Bot.Channels;

/// <summary>
/// Whether the providers take what they are handed, for the probe. It knows counts and times, nothing of any message. One process's
/// own view: each of several Companions tells its own.
/// </summary>
public sealed class ProviderHealth(TimeProvider time)
{
    /// <summary>So many in a row were not taken: less is a hiccup.</summary>
    public const int TroubleAfter = 3;

    /// <summary>A failure longer ago says nothing of now: with nothing to send, nobody would ever tell that it is over.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Failures> failing = new(StringComparer.Ordinal);

    /// <summary>Told what came of handing one message over. A refusal is about that message: the provider answered, and says neither.</summary>
    public void Tell(string provider, Delivery delivery)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (delivery is Delivery.Taken)
            {
                failing.Remove(provider);
            }
            else if (delivery is Delivery.NotNow or Delivery.Unclear)
            {
                var known = failing.TryGetValue(provider, out var before) && now - before.Last <= Lately ? before : new Failures(0, now, now);
                failing[provider] = known with { Count = known.Count + 1, Last = now };
            }
        }
    }

    /// <summary>A sentence for each provider in trouble, in the order of their names; none when all is well.</summary>
    public IReadOnlyList<string> Reasons()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            return failing
                .Where(provider => provider.Value.Count >= TroubleAfter && now - provider.Value.Last <= Lately)
                .Select(provider => $"{provider.Key} has taken none of the last {provider.Value.Count} messages, for {(int)(now - provider.Value.Since).TotalMinutes} minutes.")
                .ToList();
        }
    }

    private readonly record struct Failures(int Count, DateTimeOffset Since, DateTimeOffset Last);
}
