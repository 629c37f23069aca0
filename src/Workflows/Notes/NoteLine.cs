using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>One sentence of a version.</summary>
/// <param name="Key">Which sentence it is through all versions of the note.</param>
/// <param name="Heading">Where it stands.</param>
/// <param name="Text">The sentence; empty once it was forgotten.</param>
/// <param name="Cites">Ids of the note's sources it stands on; none for one that a person answers for.</param>
/// <param name="Fault">Why it is struck through, or null when it stands.</param>
/// <param name="Because">What the fault rests on.</param>
/// <param name="By">The person who wrote or changed it; null for the draft's own.</param>
/// <param name="Forgotten">True once the person asked for what it said to be forgotten.</param>
public sealed record NoteLine(
    int Key, Heading Heading, string Text, IReadOnlyList<string> Cites, Fault? Fault = null, string? Because = null, string? By = null, bool Forgotten = false)
{
    /// <summary>True when it would be in the record if the note were approved.</summary>
    public bool Stands => Fault is null && !Forgotten;

    /// <summary>The same sentence without what it said.</summary>
    public NoteLine Forget() => this with { Text = "", Because = null, Forgotten = true };

    /// <summary>True when it says the same, whoever wrote it.</summary>
    public bool IsAs(NoteLine other) => Heading == other.Heading && Text == other.Text && Fault == other.Fault && Forgotten == other.Forgotten && Cites.SequenceEqual(other.Cites);
}

/// <summary>The sentences of a version, in the order in which they are read. Never changes in place.</summary>
public sealed record NoteLines(IReadOnlyList<NoteLine> All)
{
    /// <summary>Nothing is written yet.</summary>
    public static readonly NoteLines None = new([]);
}

/// <summary>Where the words of a source are kept.</summary>
public enum KeptIn
{
    /// <summary>A message that arrived; its words stay in its own row alone.</summary>
    Inbound,

    /// <summary>A message of ours; its words stay in its own row alone.</summary>
    Outbound,

    /// <summary>The record, which goes on changing: the words as they were are kept with the note.</summary>
    Record,
}

/// <summary>Something a note's sentences may cite.</summary>
/// <param name="Id">How it is cited: <c>m1</c> or <c>r1</c>.</param>
/// <param name="Kept">Where its words are.</param>
/// <param name="Row">The message's row; for the record the note it was taken from, or 0.</param>
/// <param name="At">When it was said or written down.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Words">The words as they were, for the record only.</param>
public sealed record NoteSource(string Id, KeptIn Kept, long Row, Instant At, Speaker Speaker, string? Words = null);

/// <summary>What a note's sentences may cite. Never changes in place.</summary>
public sealed record NoteSources(IReadOnlyList<NoteSource> All)
{
    /// <summary>None is known yet.</summary>
    public static readonly NoteSources None = new([]);
}
