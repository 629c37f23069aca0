using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>A signed link as it stands.</summary>
/// <param name="Link">The link.</param>
/// <param name="HandOff">The hand-off it is about, if any.</param>
/// <param name="CanBeOpened">True while it was not used and is not too old.</param>
public sealed record LinkView(SignedLink Link, HandOff? HandOff, bool CanBeOpened);

/// <summary>Looks at a signed link and changes nothing: link previewers open links too.</summary>
public sealed class ReadLink(IStore store, IClock clock)
{
    /// <summary>The link of an id, or null when there is none.</summary>
    public async Task<LinkView?> Handle(long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.SignedLinks.SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } link)
        {
            return null;
        }

        var handOff = link.HandOffId is { } about ? await db.HandOffs.SingleOrDefaultAsync(h => h.Id == about, cancel) : null;
        return new LinkView(link, handOff, link.RedeemedAt is null && link.ExpiresAt >= clock.GetCurrentInstant());
    }
}
