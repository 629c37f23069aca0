using NodaTime;

namespace Companion.Workflows.StaffRooms;

/// <summary>Where staff are reached in their own chat: a service's channel, or one worker's personal chat with the bot.</summary>
public sealed class StaffRoom
{
    public long Id { get; set; }

    /// <summary>The service of a channel. Of a personal chat the first service that whoever it is works for; empty when no service knows them.</summary>
    public required string ServiceId { get; set; }

    /// <summary>Whose personal chat it is, by the object id of their Microsoft Entra account: they may work for several services. Null for a channel.</summary>
    public string? EntraId { get; set; }

    /// <summary>The chat platform's id of the conversation.</summary>
    public required string ConversationId { get; set; }

    /// <summary>Where the platform's connector is reached, as its last activity said.</summary>
    public required string ServiceUrl { get; set; }

    public string? TenantId { get; set; }

    /// <summary>Our own id there, as activities name their recipient.</summary>
    public string? BotId { get; set; }

    public Instant SeenAt { get; set; }

    /// <summary>When the platform said that it is no longer there, or the bot was blocked in it; null while it is.</summary>
    public Instant? GoneAt { get; set; }
}

/// <summary>What a post in a staff room is.</summary>
public enum StaffPostKind
{
    /// <summary>The card of a hand-off: one in the service's channel, kept as the hand-off stands.</summary>
    Card,

    /// <summary>The conversation's card, for whoever holds it: in their personal chat, kept as it stands.</summary>
    Desk,

    /// <summary>The person has written: shown to whoever holds the conversation.</summary>
    Heard,

    /// <summary>A note, for whoever is to approve it: in their personal chat, kept as it stands.</summary>
    Note,

    /// <summary>A sentence for one worker or for the channel.</summary>
    Notice,

    /// <summary>An answer to loose words in a personal chat: they went to nobody, and these are the conversations that are held.</summary>
    Held,

    /// <summary>The same, to a picture or file.</summary>
    HeldFiles,
}

/// <summary>
/// Something to be shown to staff in their chat: the outbox of staff rooms. A card is shown as it is at the moment of posting, and again
/// whenever <see cref="Wanted"/> has grown beyond <see cref="Shown"/>; words and notices are shown once.
/// </summary>
public sealed class StaffPost
{
    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public StaffPostKind Kind { get; set; }

    /// <summary>Nothing with the same key is made twice.</summary>
    public required string PostKey { get; set; }

    public long? HandOffId { get; set; }

    /// <summary>Whose personal chat it goes to; null for the service's channel, or for the room that is given.</summary>
    public long? WorkerId { get; set; }

    /// <summary>The number that the conversation was taken with, when this was made: a desk is live while that is so.</summary>
    public int Fence { get; set; }

    /// <summary>The message of the person that it shows.</summary>
    public long? MessageId { get; set; }

    /// <summary>The note that it shows.</summary>
    public long? NoteId { get; set; }

    /// <summary>The sentence of a notice; never the person's words.</summary>
    public string? Words { get; set; }

    /// <summary>Counts the changes that are to be shown.</summary>
    public int Wanted { get; set; } = 1;

    /// <summary>The change that was shown last; 0 while nothing was.</summary>
    public int Shown { get; set; }

    public Instant CreatedAt { get; set; }

    public Instant DueAt { get; set; }

    public Instant? ClaimedUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>The room it stands in, or is to go to.</summary>
    public long? RoomId { get; set; }

    /// <summary>The platform's id of the post, once it was taken.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The platform's id of the thread that the post began, for a card in a channel.</summary>
    public string? ThreadId { get; set; }

    /// <summary>Why it could not be shown, in words for staff.</summary>
    public string? Trouble { get; set; }
}

/// <summary>
/// An activity that came from the platform: stored before it is acknowledged, worked on after. The key is taken once, for platforms repeat
/// what was answered late.
/// </summary>
public sealed class StaffActivity
{
    public long Id { get; set; }

    /// <summary>The service it concerned, once that is known; empty until then, and when it concerned none.</summary>
    public required string ServiceId { get; set; }

    /// <summary>The platform's id of the conversation: what came in one is worked on in order.</summary>
    public required string ConversationId { get; set; }

    /// <summary>The conversation's id and the activity's id and type.</summary>
    public required string ActivityKey { get; set; }

    /// <summary>As received, JSON; emptied once it was worked on.</summary>
    public required string Body { get; set; }

    public Instant ReceivedAt { get; set; }

    public Instant DueAt { get; set; }

    public Instant? ClaimedUntil { get; set; }

    public int Attempts { get; set; }

    public Instant? DoneAt { get; set; }

    /// <summary>What became of it, in a word: never somebody's words.</summary>
    public string? Outcome { get; set; }
}
