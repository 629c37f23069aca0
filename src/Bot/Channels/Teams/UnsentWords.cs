using System.Collections.Concurrent;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.Channels.Teams;

/// <summary>What somebody has typed into a card and neither sent nor kept.</summary>
/// <param name="Words">In the reply box; null for nothing.</param>
/// <param name="Note">In the box for a note; null for nothing.</param>
public sealed record Unsent(string? Words, string? Note)
{
    /// <summary>Both, for a card that has no boxes any more; null for nothing.</summary>
    public string? Whole => Words is null ? Note : Note is null ? Words : $"{Words}\n\n{Note}";
}

/// <summary>
/// What stood in the boxes of each desk card when a button was last pressed. A press changes the hand-off, and then the card is posted anew
/// over the one that answered the press: without this the boxes would be empty. A convenience of this process, so not in the database.
/// </summary>
public sealed class UnsentWords
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(long HandOff, long Worker), Unsent> kept = [];

    /// <summary>Remembers it; nothing typed forgets what was there.</summary>
    public void Keep(long handOffId, long workerId, Unsent typed)
    {
        if (typed.Whole is null)
        {
            kept.TryRemove((handOffId, workerId), out _);
            return;
        }

        if (kept.Count >= Most)
        {
            kept.Clear(); // most are of conversations that are long over
        }

        kept[(handOffId, workerId)] = typed;
    }

    /// <summary>What they typed into the card of this hand-off; null for nothing.</summary>
    public Unsent? Of(HandOff handOff, long workerId) => kept.GetValueOrDefault((handOff.Id, workerId));
}
