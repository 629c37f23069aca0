using Companion.Workflows.Settings;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.EntityFrameworkCore;

namespace Companion.Bot.Channels.Teams;

/// <summary>Who somebody in Teams is here: the workers with their Entra account. Nobody is known on another channel or from another tenant.</summary>
public sealed class StaffDirectory(IStore store, ServiceBook services, RecogniseAccount recognise, ConnectorClient connector, TeamsSettings settings)
{
    /// <summary>The workers that whoever did something is, one for each service they work for; none for a stranger.</summary>
    /// <exception cref="MemberNotKnownNowException">Teams did not say who they are.</exception>
    public async Task<IReadOnlyList<Worker>> Of(TeamsActivity activity, CancellationToken cancel) =>
        await Kept(activity, cancel) is { Count: > 0 } known ? known : await Recognise(activity, cancel);

    /// <summary>The worker of a service that whoever did something is; null for a stranger there.</summary>
    /// <exception cref="MemberNotKnownNowException">Teams did not say who they are.</exception>
    public async Task<Worker?> Of(TeamsActivity activity, string serviceId, CancellationToken cancel) =>
        (await Kept(activity, cancel)).FirstOrDefault(worker => worker.ServiceId == serviceId)
        ?? (await Recognise(activity, cancel)).FirstOrDefault(worker => worker.ServiceId == serviceId);

    /// <summary>True for an activity of Teams in our own tenant; in Development without a tenant, of any.</summary>
    public bool IsOurs(TeamsActivity activity) =>
        activity.ChannelId == TeamsActivity.Teams
        && (settings.TenantId.Length == 0 || settings.TenantId.Equals(activity.TenantId, StringComparison.OrdinalIgnoreCase));

    private async Task<IReadOnlyList<Worker>> Kept(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity.From?.AadObjectId is not { Length: > 0 } user || !IsOurs(activity))
        {
            return [];
        }

        await using var db = store.Read();
        var kept = await db.Workers.Where(worker => worker.EntraId == user && worker.LeftAt == null).OrderBy(worker => worker.Id).ToListAsync(cancel);
        return kept.FindAll(worker => services.Find(worker.ServiceId) is not null);
    }

    // Whoever never signed in is known by the addresses that Teams vouches for.
    private async Task<IReadOnlyList<Worker>> Recognise(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity is not { From: { Id: { Length: > 0 } id, AadObjectId: { Length: > 0 } user }, ServiceUrl: { } address } || !IsOurs(activity))
        {
            return [];
        }

        var where = new StaffRoom { ServiceId = "", ConversationId = activity.Thread.Conversation, ServiceUrl = address };
        var member = await connector.Member(where, id, cancel);
        if (ConnectorClient.Text(member, "aadObjectId") != user)
        {
            return [];
        }

        string[] emails = [ConnectorClient.Text(member, "userPrincipalName") ?? "", ConnectorClient.Text(member, "email") ?? ""];
        return await recognise.Handle(new Account(user, [.. emails.Where(email => email.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)]), cancel);
    }
}
