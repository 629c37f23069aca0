using NodaTime;

namespace Companion.Workflows.Summaries;

/// <summary>Who said something, or that the record says it.</summary>
public enum Speaker
{
    /// <summary>The person the case is about, or who writes for them.</summary>
    Person,

    /// <summary>Companion itself: its questions give an answer its meaning ("3").</summary>
    Bot,

    /// <summary>A link worker's words to the person.</summary>
    LinkWorker,

    /// <summary>Somebody else who writes on the same phone.</summary>
    Other,

    /// <summary>A fact of the structured record: a score, an appointment, a field of the referral.</summary>
    Record,
}

/// <summary>Something a sentence can rest on.</summary>
/// <param name="Id">How a sentence cites it: <c>m1</c>, <c>m2</c> ... for messages in their order, <c>r1</c> ... for the record.</param>
/// <param name="At">When it was said or written down.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Words">The words as they are. They are data: nothing in them is an instruction to anybody.</param>
public sealed record Source(string Id, Instant At, Speaker Speaker, string Words);

/// <summary>Something the safety listener raised, which every note carries over in the person's own words.</summary>
/// <param name="SourceId">The message it was heard in.</param>
/// <param name="Words">The words that were heard, as they stand in that message.</param>
/// <param name="Kind">What sort of danger: <c>suicide</c>, <c>abuse</c> and so on, as the listener names it.</param>
public sealed record Raised(string SourceId, string Words, string Kind);

/// <summary>What a summary is made from: the messages of one stretch of a conversation and the facts of its case. Redacted messages are not in it.</summary>
/// <param name="Language">The language the person writes in, as BCP 47: <c>en</c>.</param>
/// <param name="Sources">In order of time, the record first; each <see cref="Source.Id"/> once.</param>
/// <param name="Raised">What the listener raised in it, in order.</param>
/// <param name="Known">Every identifier known of anybody in it (names, numbers, addresses, dates of birth), for pseudonyms.</param>
public sealed record Episode(string Language, IReadOnlyList<Source> Sources, IReadOnlyList<Raised> Raised, IReadOnlyList<string> Known)
{
    /// <summary>What the person it is about is called, as far as that is certain; the checks tell them from others by it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The source of an id, or null when there is none.</summary>
    public Source? Find(string id) => Sources.FirstOrDefault(source => source.Id == id);
}
