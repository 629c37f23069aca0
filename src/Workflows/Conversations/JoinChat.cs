using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Conversations;

/// <summary>
/// A signed link joins a browser to a phone's conversation: new words go by web chat as that number, answers come to the chat, and
/// a text from the phone takes the conversation back there.
/// </summary>
public sealed class JoinChat(IStore store, IClock clock)
{
    /// <summary>How long the browser stays joined.</summary>
    public static readonly Duration Lasts = Duration.FromHours(24);

    /// <summary>Redeems the link, once.</summary>
    /// <returns>The browser's session, or null when the link is not one of these, was used, or is too old.</returns>
    public async Task<ChatSession?> Handle(long linkId, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.SignedLinks.SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == LinkPurpose.ContinueInChat, cancel) is not { } link)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        return await store.Turn(
            TurnRequest.About(link.ServiceId, link.AddressId, now),
            async turn =>
            {
                var found = (await turn.Session.Query<SignedLink>("WHERE \"Id\" = @p0", linkId)).Single();
                if (found.RedeemedAt is not null || found.ExpiresAt < now)
                {
                    return null;
                }

                found.RedeemedAt = now;
                turn.Update(found);
                await EndOthers(turn);
                return turn.Insert(Joined(turn));
            },
            cancel);
    }

    // One browser at a time speaks for a phone: what one person answers is not shown in another's browser.
    private static async ValueTask EndOthers(Turn turn)
    {
        foreach (var other in await turn.Session.Query<ChatSession>("WHERE \"AddressId\" = @p0 AND \"EndsAt\" > @p1", turn.Address.Id, turn.Now.ToUnixTimeTicks()))
        {
            other.EndsAt = turn.Now;
            turn.Update(other);
        }
    }

    private static ChatSession Joined(Turn turn) => new()
    {
        Id = turn.Session.NextId(),
        ServiceId = turn.Address.ServiceId,
        AddressId = turn.Address.Id,
        CreatedAt = turn.Now,
        EndsAt = turn.Now + Lasts,
        ShowsFrom = turn.Now,
        MustProve = BirthDates.Known(turn).Any(),
    };
}
