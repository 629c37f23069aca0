using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.People;

/// <summary>
/// Words that say we write to the wrong number, or to somebody who died: everything planned halts, and a person looks. Only their
/// finding marks the number; words alone may have been misread.
/// </summary>
public sealed class Doubting(HandOffDesk desk, Outbox outbox)
{
    /// <summary>Hears it and answers; true when the words said so. A number that is nobody's yet, and a referral that tells of somebody, are not in doubt.</summary>
    public bool Hear(Turn turn, ServiceSettings service, InboundMessage message)
    {
        if (turn.People.Count == 0 || turn.Open.Exists(open => open.Dialog is "referral" or "textable"))
        {
            return false;
        }

        if (NotThemReader.Read(Plain.Of(message.Words), [.. turn.People.Select(person => person.GivenName).OfType<string>()]) is not { } doubt)
        {
            return false;
        }

        var handOff = desk.Ordinary(turn, service, HandOffReason.NotThem, conversation: null);
        outbox.Say(
            turn,
            service,
            SendClass.Reply,
            $"doubt:{message.Id}",
            new Wording(doubt == NotThem.Died ? "doubt.died" : "doubt.number") { HandOffId = handOff.Id, InReplyTo = message.Id });
        return true;
    }

    /// <summary>A person has looked: what they found is written down, and the doubt is over.</summary>
    internal static async ValueTask Settle(Turn turn, string by, string how)
    {
        foreach (var doubt in turn.HandOffs.Where(handOff => handOff.Reason == HandOffReason.NotThem).ToList())
        {
            await ClearHandOff.Clear(turn, doubt, new Clearing(by, how));
        }
    }
}
