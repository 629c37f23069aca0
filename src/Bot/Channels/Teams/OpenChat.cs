using System.Text.Json.Nodes;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Workers;

namespace Companion.Bot.Channels.Teams;

/// <summary>Opens the personal chat of a worker who never wrote to the bot. It works where the app is installed for them; whoever pressed a button is waiting, so not for long.</summary>
public sealed class OpenChat(ConnectorClient connector, RecordRoom record, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Opens it; false when it cannot be.</summary>
    public async Task<bool> Handle(TeamsActivity activity, Worker worker)
    {
        if (activity is not { From.Id: { Length: > 0 } account, Recipient.Id: { Length: > 0 } bot })
        {
            return false;
        }

        var wanted = new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = bot },
            ["members"] = new JsonArray(new JsonObject { ["id"] = account }),
            ["tenantId"] = activity.TenantId,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = activity.TenantId } },
        };
        var from = new StaffRoom { ServiceId = worker.ServiceId, ConversationId = "new:" + account, ServiceUrl = activity.ServiceUrl! };
        using var enough = new CancellationTokenSource(Longest, time);
        try
        {
            if (await connector.Create(from, wanted, enough.Token) is not ConnectorAnswer.Taken { ConversationId: { Length: > 0 } chat })
            {
                return false;
            }

            await record.Seen(
                new SeenRoom(chat, activity.ServiceUrl!, worker.ServiceId) { EntraId = worker.EntraId, TenantId = activity.TenantId, BotId = bot },
                CancellationToken.None);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
