using Companion.Dialogs.Referrals;
using Companion.Dialogs.Returning;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.Storage;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// Whose a new hand-off is. What a conversation knows comes first, then the name that was given in it, and the one person of a phone only
/// when nothing says otherwise: a stranger who writes on somebody's phone is never taken for them.
/// </summary>
internal static class WhoseHandOff
{
    /// <summary>The id of the person; null when it is not certain.</summary>
    public static long? Of(Turn turn, HandOffReason reason, Conversation? conversation)
    {
        if (reason == HandOffReason.NotThem)
        {
            return null; // that is what they say
        }

        // Danger interrupts whatever is being talked about: who they said they are there, they are here.
        var talk = conversation ?? turn.Open.Find(open => NameIn(open) is not null);
        if (talk?.PersonId is { } known && known != turn.Writer?.Id)
        {
            return known; // a check-in of one of several people, or a referral that was sent
        }

        return NameIn(talk) is { } name ? OfName(turn, name) : talk?.PersonId ?? OfPhone(turn);
    }

    private static string? NameIn(Conversation? talk) => talk?.Dialog switch
    {
        "returning" => talk.Slots[ReturningDialog.NameSlot],
        "referral" when talk.Slots[ReferralSlots.For] is null or "me" => talk.Slots[ReferralSlots.FirstName] ?? talk.Slots[ReferralSlots.Name]?.Split(' ')[0],
        _ => null,
    };

    private static long? OfName(Turn turn, string name) => turn.Address.IsNoLongerTheirs
        ? null
        : turn.People.Where(person => string.Equals(person.GivenName, name, StringComparison.OrdinalIgnoreCase)).ToList() is [var one] ? one.Id : null;

    // A hand-off of nobody known, or of somebody else, that is open here may be of whoever writes now.
    private static long? OfPhone(Turn turn) =>
        turn.Writer is { } writer && !turn.Address.Shared && turn.HandOffs.TrueForAll(one => one.PersonId == writer.Id) ? writer.Id : null;
}
