using NodaTime;

namespace Companion.Workflows.Summaries;

/// <summary>One sentence as a summariser proposed it, before any check.</summary>
/// <param name="Heading">Where it is to stand.</param>
/// <param name="Text">One sentence, in plain words.</param>
/// <param name="Cites">Ids of the sources it says it stands on; none is a fault.</param>
public sealed record Proposed(Heading Heading, string Text, IReadOnlyList<string> Cites);

/// <summary>One sentence of a draft, with what the checks say of it.</summary>
/// <param name="Heading">Where it stands.</param>
/// <param name="Text">One sentence, in plain words.</param>
/// <param name="Cites">Ids of the sources it stands on.</param>
/// <param name="Fault">Why it is shown struck through, or null when it stands.</param>
/// <param name="Because">What the fault rests on, in safe short form: the word, number or id that has no support. Null without a fault.</param>
public sealed record Sentence(Heading Heading, string Text, IReadOnlyList<string> Cites, Fault? Fault = null, string? Because = null);

/// <summary>A draft: every sentence that was proposed, struck or standing, and the ones that the checks had to add.</summary>
public sealed record Draft(IReadOnlyList<Sentence> Sentences, Origin Origin);

/// <summary>Who wrote a draft.</summary>
public enum Writer
{
    /// <summary>The extractive summariser: the record and people's own sentences.</summary>
    Extractive,

    /// <summary>A language model, checked.</summary>
    Model,

    /// <summary>A member of staff.</summary>
    Person,
}

/// <summary>Where a draft comes from, shown on it and kept with it.</summary>
/// <param name="Writer">Who wrote it in the end.</param>
/// <param name="Model">The model that was asked, as its provider names it; null when none was.</param>
/// <param name="Prompt">The prompt and its version: <c>summary.v1</c>; null when no model was asked.</param>
/// <param name="TokensIn">Tokens read, as the provider counted them.</param>
/// <param name="TokensOut">Tokens written, as the provider counted them.</param>
/// <param name="Pence">What it cost by the configured prices, in pence; null when they are not configured.</param>
/// <param name="Took">From asking to the draft.</param>
/// <param name="InsteadOf">Why the extractive summariser wrote it although a model is on: a key of the words for staff; null otherwise.</param>
public sealed record Origin(
    Writer Writer, Duration Took, string? Model = null, string? Prompt = null, int TokensIn = 0, int TokensOut = 0,
    decimal? Pence = null, string? InsteadOf = null);

/// <summary>Why a draft is made, which decides how long it may be.</summary>
public enum Purpose
{
    /// <summary>A hand-off was picked up: what to know in 20 seconds.</summary>
    PickedUp,

    /// <summary>A hand-off was closed: what happened.</summary>
    Closed,

    /// <summary>Somebody asked for the whole case.</summary>
    OnRequest,
}

/// <summary>Writes a draft of an episode. Never throws for what a provider does: it falls back and says why in <see cref="Draft.Origin"/>.</summary>
public interface ISummariser
{
    /// <summary>A checked draft, within ten seconds.</summary>
    Task<Draft> Summarise(Episode episode, Purpose purpose, CancellationToken cancel);
}
