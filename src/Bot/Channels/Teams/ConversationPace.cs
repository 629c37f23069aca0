using System.Collections.Concurrent;

namespace Companion.Bot.Channels.Teams;

/// <summary>Keeps below what Teams allows in one conversation: seven calls a second.</summary>
public sealed class ConversationPace(TimeProvider time)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentDictionary<string, DateTimeOffset> next = new(StringComparer.Ordinal);

    /// <summary>Waits until the next call about a conversation may go.</summary>
    public async Task Wait(string conversationId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var turn = next.AddOrUpdate(conversationId, now + Apart, (_, known) => (known > now ? known : now) + Apart);
        if (turn - Apart > now)
        {
            await Task.Delay(turn - Apart - now, time, cancel);
        }
    }
}
