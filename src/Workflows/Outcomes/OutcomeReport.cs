using NodaTime;

namespace Companion.Workflows.Outcomes;

/// <summary>Which cases evidence is made of.</summary>
/// <param name="ServiceId">The service; each stands for itself, so that none can be taken from a sum of several.</param>
/// <param name="From">The first day 0; null for the earliest.</param>
/// <param name="To">The last day 0; null for the latest.</param>
public sealed record OutcomeScope(string ServiceId, LocalDate? From = null, LocalDate? To = null);

/// <summary>What became of the answers to one questionnaire in one service. There is no total over items.</summary>
/// <param name="Scope">Whose cases, and of when.</param>
/// <param name="Instrument">The questionnaire's key.</param>
/// <param name="AsOf">The day it was worked out: what is not due by then is not missing.</param>
/// <param name="SmallestNumber">Numbers of people below this are hidden.</param>
/// <param name="People">How many people, each counted once.</param>
/// <param name="Items">Item by item, in the order they are asked.</param>
public sealed record OutcomeReport(
    OutcomeScope Scope, string Instrument, LocalDate AsOf, int SmallestNumber, Figure People, IReadOnlyList<ItemEvidence> Items);

/// <summary>One item of a questionnaire.</summary>
/// <param name="Item">The item's key.</param>
/// <param name="HigherIsBetter">False where a fall is the improvement (anxiety); the scores are as given all the same.</param>
/// <param name="Bands">The names of its published bands, from the lowest scores up.</param>
/// <param name="Baseline">How many gave a first answer, and why others did not.</param>
/// <param name="Waves">Each later wave against the first answer.</param>
public sealed record ItemEvidence(
    string Item, bool HigherIsBetter, IReadOnlyList<string> Bands, Answered Baseline, IReadOnlyList<WaveEvidence> Waves);

/// <summary>How many answered, and why others did not.</summary>
/// <param name="People">How many gave an answer that can be compared.</param>
/// <param name="NotDueYet">How many are still to be asked, or being asked.</param>
/// <param name="Missing">How many gave none.</param>
/// <param name="Reasons">Why not, the reasons that occur.</param>
/// <param name="Modes">How the answers were given.</param>
public sealed record Answered(
    Figure People, Figure NotDueYet, Figure Missing, IReadOnlyList<Part<WhyMissing>> Reasons, IReadOnlyList<Part<string>> Modes);

/// <summary>A part of a number.</summary>
public sealed record Part<T>(T Of, Figure People);

/// <summary>One later wave against the first answers of the same people.</summary>
/// <param name="Week">The wave: weeks after day 0.</param>
/// <param name="Pairs">Of those with a first answer: how many answered again.</param>
/// <param name="Change">What changed among the pairs; null when there are none, or too few to show.</param>
/// <param name="FirstOfOthers">The mean first answer of those who did not answer again; null when they are too few to show.</param>
/// <param name="Movement">How the pairs moved between the published bands.</param>
public sealed record WaveEvidence(int Week, Answered Pairs, ShownChange? Change, double? FirstOfOthers, Movement Movement);

/// <summary>Means to two decimals, in points of the item's scale; later minus first.</summary>
public sealed record ShownChange(double MeanBefore, double MeanAfter, double Mean, double? Low, double? High);

/// <summary>How many moved to a better band, stayed, or moved to a worse one; and from which band to which.</summary>
public sealed record Movement(Figure Better, Figure Same, Figure Worse, IReadOnlyList<BandMove> Moves);

/// <summary>How many moved from one band to another, or stayed in it.</summary>
public sealed record BandMove(string Before, string After, Figure People);
