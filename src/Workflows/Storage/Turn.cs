using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Workflows.Storage;

/// <summary>
/// Everything one turn about one address may look at, read in one go under the address's lock. It decides in memory; what it
/// adds to <see cref="Session"/> is written and committed together.
/// </summary>
public sealed class Turn
{
    /// <summary>The open transaction, for adding rows and for the rare extra look.</summary>
    public required Session Session { get; init; }

    /// <summary>The one instant of this turn.</summary>
    public required Instant Now { get; init; }

    public required Address Address { get; init; }

    /// <summary>The provider's id of the words that came in, or null for a turn that no words began.</summary>
    public required string? ProviderId { get; init; }

    /// <summary>True when the provider's id was taken before: nothing is to be done again.</summary>
    public required bool IsDuplicate { get; init; }

    /// <summary>The people on this number.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>
    /// Who is writing, when it can be filed under them: the one person on this number. A number that only said yes to being texted may
    /// be a stranger's: somebody else said whose it was, and may have got a digit wrong.
    /// </summary>
    public Person? Writer => People is [var one] && Address.Textable != Textable.Agreed && !Address.IsNoLongerTheirs ? one : null;

    /// <summary>The conversations that still have a question open, newest first.</summary>
    public required List<Conversation> Open { get; init; }

    /// <summary>The hand-offs that nobody has cleared, newest first.</summary>
    public required List<HandOff> HandOffs { get; init; }

    /// <summary>What came from here in the last ten minutes, oldest first, at most five.</summary>
    public required IReadOnlyList<InboundMessage> Recent { get; init; }

    /// <summary>What was said to here about danger in the last hour, newest first.</summary>
    public required IReadOnlyList<OutboundMessage> SafetySaid { get; init; }

    /// <summary>
    /// The newest reply of the last hour, if nobody has claimed it and this turn could lock it: a burst's next reply may join it.
    /// </summary>
    public required OutboundMessage? Unsent { get; set; }

    /// <summary>True once the words of this turn have asked whether it is safe to text: whoever runs the turn then awaits the answer.</summary>
    public bool AskedWhetherSafe { get; set; }

    /// <summary>What is told once everything is durable, and never when it is not.</summary>
    public List<Action> AfterCommit { get; } = [];

    /// <summary>True while a red flag is open: only a person clears it.</summary>
    public bool IsPaused => HandOffs.Exists(h => h.Reason == Dialogs.Talking.HandOffReason.RedFlag);

    /// <summary>True while a person has to look whether it is the right number, and whether the person lives.</summary>
    public bool IsInDoubt => HandOffs.Exists(h => h.Reason == Dialogs.Talking.HandOffReason.NotThem);

    /// <summary>The open conversation that kept words are for; null when its question has closed since.</summary>
    public Conversation? Chosen(Dialogs.Talking.GiveWords kept) => Open.Find(open => open.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == kept.Conversation);

    /// <summary>True while the wrong person may be reading: abuse was heard, and nobody has said that texts are safe.</summary>
    public bool OthersMayRead => HandOffs.Exists(h => h.OthersMayRead);

    /// <summary>Adds a row.</summary>
    public T Insert<T>(T row)
        where T : class
    {
        Session.Insert(row);
        return row;
    }

    /// <summary>Writes a changed row.</summary>
    public void Update<T>(T row)
        where T : class => Session.Update(row);
}
