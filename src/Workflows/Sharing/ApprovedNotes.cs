using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Sharing;

/// <summary>The approved notes of a case, oldest first. Whoever keeps notes fulfils this; nothing else of a note ever goes out.</summary>
/// <param name="db">What the rest of the record is read from.</param>
/// <param name="caseId">The case.</param>
/// <param name="cancel">Gives up waiting.</param>
public delegate Task<IReadOnlyList<ApprovedNote>> ApprovedNotes(CompanionDb db, long caseId, CancellationToken cancel);

/// <summary>One sentence that a person approved.</summary>
/// <param name="Heading">Where it stands.</param>
/// <param name="Text">The sentence, on one line.</param>
/// <param name="On">The local day it was approved.</param>
/// <param name="By">Who approved it.</param>
public sealed record NoteLine(Heading Heading, string Text, LocalDate On, string By);
