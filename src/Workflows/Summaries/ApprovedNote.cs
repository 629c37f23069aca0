using NodaTime;

namespace Companion.Workflows.Summaries;

/// <summary>A note as a person approved it: the only form in which a note is exported, sent or read by the next summary.</summary>
/// <param name="Id">The note's identifier.</param>
/// <param name="CaseId">The case it stands in.</param>
/// <param name="At">When it was approved.</param>
/// <param name="By">Who approved it, by name.</param>
/// <param name="Sentences">What stands in it, in the order of the headings; nothing struck is among them.</param>
/// <param name="Origin">Who wrote the draft it came from.</param>
public sealed record ApprovedNote(long Id, long CaseId, Instant At, string By, IReadOnlyList<Sentence> Sentences, Origin Origin);
