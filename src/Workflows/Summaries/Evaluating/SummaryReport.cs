namespace Companion.Workflows.Summaries.Evaluating;

/// <summary>A part of a whole.</summary>
/// <param name="Of">How many there were.</param>
/// <param name="Hit">How many of them were met.</param>
public sealed record Share(int Hit, int Of)
{
    /// <summary>From 0 to 1; null of nothing.</summary>
    public double? Rate => Of == 0 ? null : Math.Round((double)Hit / Of, 4);

    public static Share operator +(Share one, Share other) => new(one.Hit + other.Hit, one.Of + other.Of);
}

/// <summary>How the checks did with one kind of fault.</summary>
/// <param name="Fault">The kind that was planted.</param>
/// <param name="Caught">Sentences struck for any reason.</param>
/// <param name="Named">Sentences struck for just this reason.</param>
public sealed record FaultShare(Fault Fault, Share Caught, Share Named);

/// <summary>How the checks did with the recorded drafts of one model and prompt.</summary>
/// <param name="Model">The model.</param>
/// <param name="Prompt">The prompt and its version.</param>
/// <param name="Caught">Planted faults that were caught, those left out among them.</param>
/// <param name="CaughtFalsely">Sound sentences that were struck.</param>
/// <param name="Kinds">The planted faults by kind.</param>
public sealed record OutputShare(string Model, string Prompt, Share Caught, Share CaughtFalsely, IReadOnlyList<FaultShare> Kinds);

/// <summary>A sentence that the checks got wrong, for whoever goes on with them.</summary>
/// <param name="Case">The case.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Planted">The fault planted in it, or null when it is sound.</param>
/// <param name="Found">The fault found, or null when it stands.</param>
/// <param name="Because">What the finding rests on.</param>
public sealed record Misjudged(string Case, string Text, Fault? Planted, Fault? Found, string? Because);

/// <summary>What an evaluation found.</summary>
/// <param name="Cases">How many cases were read.</param>
/// <param name="Coverage">Reference facts that the extractive summariser covers.</param>
/// <param name="ExtractiveStruck">Sentences of the extractive summariser that the checks struck.</param>
/// <param name="Caught">Planted faults that were caught, of all outputs.</param>
/// <param name="CaughtFalsely">Sound sentences that were struck, of all outputs.</param>
/// <param name="Kinds">By kind, of all outputs.</param>
/// <param name="Outputs">By model and prompt.</param>
/// <param name="Wrong">What was judged wrongly.</param>
public sealed record SummaryReport(
    int Cases, Share Coverage, Share ExtractiveStruck, Share Caught, Share CaughtFalsely, IReadOnlyList<FaultShare> Kinds,
    IReadOnlyList<OutputShare> Outputs, IReadOnlyList<Misjudged> Wrong)
{
    /// <summary>The configured model, when it was asked.</summary>
    public AskedModel? Asked { get; init; }
}
