using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Consent;

/// <summary>
/// STOP, START and HELP, in every state. What is clear is done at once; what is likely is asked about. The provider's own block and
/// our ledger are two facts: both are written down, both must allow.
/// </summary>
public sealed class ConsentDesk(Outbox outbox, Talk talk, OptOutSettings optOut)
{
    /// <summary>Hears consent words; true when they were answered as such.</summary>
    public bool Hear(Turn turn, ServiceSettings service, InboundMessage message, Incoming incoming)
    {
        var bare = ConsentReader.ProviderKeyword(message.Words);
        ProviderActed(turn, message, incoming, bare);
        if (ConsentReader.Read(message.Words) is not { } heard)
        {
            return false;
        }

        return heard.Value.Wish switch
        {
            _ => false,
        };
    }

    private void ProviderActed(Turn turn, InboundMessage message, Incoming incoming, object? bare)
    {
    }
}

/// <summary>Who answers STOP words.</summary>
public sealed class OptOutSettings
{
    /// <summary>True when the provider blocks and answers by itself (Twilio's default), so that we record and say nothing.</summary>
    public bool ByProvider { get; set; } = true;
}
