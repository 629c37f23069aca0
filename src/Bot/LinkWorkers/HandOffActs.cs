using Companion.Workflows.HandOffs;

namespace Companion.Bot.LinkWorkers;

/// <summary>What somebody at the console does with a hand-off, each a use case of its own.</summary>
/// <param name="Accept">Looks into an urgent one: nobody else is called any more.</param>
/// <param name="PickUp">Holds the conversation.</param>
/// <param name="Reply">Writes to the person.</param>
/// <param name="Note">Writes to colleagues.</param>
/// <param name="Transfer">Gives it to a colleague.</param>
/// <param name="Return">Gives it back to the bot.</param>
/// <param name="Clear">Closes it with an outcome.</param>
public sealed record HandOffActs(
    AcknowledgeHandOff Accept, PickUp PickUp, ReplyToPerson Reply, WriteNote Note, TransferHandOff Transfer, ReturnToBot Return, ClearHandOff Clear);
