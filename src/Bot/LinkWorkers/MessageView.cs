using Companion.Workflows.Conversations;
using Companion.Workflows.Forgetting;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.LinkWorkers;

/// <summary>One message of a person's, and what became of it if it was forgotten.</summary>
public sealed class MessageView(IStore store)
{
    /// <summary>Reads one of a service; null when there is none.</summary>
    public async Task<(InboundMessage Message, ForgottenMessage? Forgotten, long? HandOffId)?> Read(string serviceId, long id, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.Inbound.SingleOrDefaultAsync(one => one.Id == id && one.ServiceId == serviceId, cancel) is not { } message)
        {
            return null;
        }

        return (
            message,
            await db.ForgottenMessages.Where(one => one.MessageId == id).OrderBy(one => one.Id).FirstOrDefaultAsync(cancel),
            await db.HandOffs.Where(one => one.AddressId == message.AddressId).OrderByDescending(one => one.Id).Select(one => (long?)one.Id).FirstOrDefaultAsync(cancel));
    }
}
