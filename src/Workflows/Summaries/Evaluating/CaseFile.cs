namespace Companion.Workflows.Summaries.Evaluating;

/// <summary>One invented conversation with what a good note of it holds, and notes that models wrote of it, faults planted.</summary>
/// <param name="Id">Its name in the report.</param>
/// <param name="Episode">The conversation.</param>
/// <param name="Facts">What a note should cover.</param>
/// <param name="Outputs">Recorded drafts.</param>
public sealed record CaseFile(string Id, Episode Episode, IReadOnlyList<ReferenceFact> Facts, IReadOnlyList<RecordedOutput> Outputs);

/// <summary>Something that a note should say.</summary>
/// <param name="Heading">Where it belongs.</param>
/// <param name="Fact">The fact in short.</param>
/// <param name="From">The sources it stands in: a covering sentence cites one of them.</param>
/// <param name="Words">One of these stands in a covering sentence; none given means that the citation is enough.</param>
public sealed record ReferenceFact(Heading Heading, string Fact, IReadOnlyList<string> From, IReadOnlyList<string> Words);

/// <summary>A draft as a model wrote it, or as somebody spoilt it.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Prompt">The prompt and its version.</param>
/// <param name="Sentences">Its sentences, each sound or with the fault that was planted.</param>
/// <param name="Omits">Sources whose raised words it leaves out.</param>
public sealed record RecordedOutput(string Model, string Prompt, IReadOnlyList<RecordedSentence> Sentences, IReadOnlyList<string> Omits);

/// <summary>One sentence of a recorded draft.</summary>
/// <param name="Proposed">The sentence.</param>
/// <param name="Planted">The fault planted in it, or null when it is sound.</param>
public sealed record RecordedSentence(Proposed Proposed, Fault? Planted);
