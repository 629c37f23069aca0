using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Consent;

namespace Companion.Dialogs.Talking;

/// <summary>
/// Something a dialog wants done. A closed family: each is carried out by the feature it belongs to, and a convention test
/// proves that none is forgotten.
/// </summary>
public abstract record Effect;

/// <summary>Say a text to the person, in answer to what they wrote.</summary>
/// <param name="Key">The text's key in the resource files.</param>
/// <param name="Words">Values for the text's placeholders.</param>
public sealed record Say(string Key, params IReadOnlyList<(string Name, string Value)> Words) : Effect
{
    /// <summary>Equal when the key and every placeholder are equal.</summary>
    public bool Equals(Say? other) => other is not null && other.Key == Key && other.Words.SequenceEqual(Words);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Put the person in front of a human, who will see why.</summary>
/// <param name="Reason">Why, as a kind of hand-off.</param>
public sealed record OpenHandOff(HandOffReason Reason) : Effect;

/// <summary>Why somebody is handed to a person.</summary>
public enum HandOffReason
{
    /// <summary>They asked for a person.</summary>
    Asked,

    /// <summary>Three misunderstandings in a row.</summary>
    Misunderstood,

    /// <summary>A red flag: urgent.</summary>
    RedFlag,

    /// <summary>The caring question was not answered, or answered no: look at it the same day.</summary>
    Review,

    /// <summary>Triage found a complex case.</summary>
    Complex,

    /// <summary>They would rather not give something the record must hold (their name, date of birth or GP surgery).</summary>
    Withheld,

    /// <summary>Words from there said that it is not the person's number, or that the person died: everything planned halts until a person has looked.</summary>
    NotThem,

    /// <summary>Under 18: spoken to by a person, not by a dialog.</summary>
    Under18,

    /// <summary>An answer of a check-in was low, or much worse than the time before.</summary>
    LowScore,

    /// <summary>A link worker wants to talk with them.</summary>
    Worker,
}

/// <summary>Turn a finished self-referral into a case. Everything is in the conversation's slots.</summary>
public sealed record SubmitReferral : Effect;

/// <summary>Write down that the person agreed to something or refused it, with the wording they saw.</summary>
/// <param name="Topic">What it was about.</param>
/// <param name="Agreed">True for yes.</param>
/// <param name="Wording">The key of the text that asked.</param>
public sealed record RecordConsent(ConsentTopic Topic, bool Agreed, string Wording) : Effect;

/// <summary>Stop some or all texts, or take them up again.</summary>
/// <param name="Topic">Which texts.</param>
/// <param name="Stopped">True to stop, false to start again.</param>
public sealed record ChangeTexts(ConsentTopic Topic, bool Stopped) : Effect;

/// <summary>Other people read this phone too: ask a first name before any detail.</summary>
public sealed record MarkSharedPhone : Effect;

/// <summary>The person answered the caring question: yes (or nothing clear) makes it red, no keeps it visible.</summary>
/// <param name="InDanger">True when it has to be treated as red.</param>
public sealed record AnswerCaringQuestion(bool InDanger) : Effect;

/// <summary>The person said whether it is safe to text them.</summary>
/// <param name="Safe">False means silence until a person has made contact.</param>
public sealed record AnswerSafeToText(bool Safe) : Effect;

/// <summary>Go on with another dialog, with what is known of the person.</summary>
/// <param name="Dialog">Its name.</param>
public sealed record BeginDialog(string Dialog) : Effect;

/// <summary>Give words that were kept to the open question they were meant for.</summary>
/// <param name="Conversation">The id of its conversation.</param>
/// <param name="Words">The words.</param>
public sealed record GiveWords(string Conversation, string Words) : Effect;

/// <summary>Send a signed link with which the same conversation goes on in web chat.</summary>
public sealed record SendChatLink : Effect;

/// <summary>Keep an answer of a check-in; one given before to the same item is superseded.</summary>
/// <param name="Answer">The item with its score, or why it is missing.</param>
public sealed record RecordScore(ItemAnswer Answer) : Effect;

/// <summary>The check-in is over.</summary>
/// <param name="Whole">True when every item was answered or missed out; false keeps what there is and says so.</param>
public sealed record CloseCheckIn(bool Whole) : Effect;
