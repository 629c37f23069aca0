using Companion.Workflows.Notes;

namespace Companion.Bot.LinkWorkers.Notes;

/// <summary>What somebody at the console does with a note, each a use case of its own.</summary>
/// <param name="Edit">Changes what it says.</param>
/// <param name="Decide">Approves or rejects it.</param>
/// <param name="Take">Ticks what it proposes.</param>
public sealed record NoteActs(EditNote Edit, DecideNote Decide, TakeProposal Take);
