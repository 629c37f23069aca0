using Companion.Dialogs.Talking;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.LinkWorkers;

/// <summary>Referrals, the latest first; and those that were begun and never finished.</summary>
public sealed class ReferralList(IStore store)
{
    private const string Dialog = "referral";

    /// <summary>One page of finished referrals.</summary>
    public async Task<Paged<ReferralRow>> Read(string serviceId, int page, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.Cases
            .Where(referral => referral.ServiceId == serviceId)
            .OrderByDescending(referral => referral.ReferredAt)
            .ThenByDescending(referral => referral.Id)
            .Select(referral => new ReferralRow(referral.Id, referral.Reference, referral.ReferredAt, referral.HearBackBy)
            {
                GivenName = referral.GivenName,
                FamilyName = referral.FamilyName,
                Tier = referral.Tier,
                Cohort = referral.Cohort,
                Reasons = referral.Reasons,
                Needs = referral.Needs,
                Status = referral.Status,
            })
            .Page(page, cancel);
    }

    /// <summary>One page of referrals that somebody began and that never became a case.</summary>
    public async Task<Paged<UnfinishedRow>> Unfinished(string serviceId, int page, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await (
            from talk in db.Conversations
            where talk.ServiceId == serviceId && talk.Dialog == Dialog && !db.Cases.Any(referral => referral.ConversationId == talk.Id)
            join address in db.Addresses on talk.AddressId equals address.Id
            orderby talk.MovedAt descending, talk.Id descending
            select new UnfinishedRow(talk.Id, talk.OpenedAt, talk.MovedAt, talk.State, talk.Slots)
            {
                Channel = address.Channel,
                Address = address.Value,
                ClosedAt = talk.ClosedAt,
                CloseReason = talk.CloseReason,
            }).Page(page, cancel);
    }
}

/// <summary>One referral in the list.</summary>
public sealed record ReferralRow(long Id, string Reference, Instant ReferredAt, Instant HearBackBy)
{
    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public required string Tier { get; init; }

    public required string Cohort { get; init; }

    /// <summary>Why, one reason a line.</summary>
    public required string Reasons { get; init; }

    /// <summary>Needs, separated by commas.</summary>
    public required string Needs { get; init; }

    public required string Status { get; init; }
}

/// <summary>A referral that stopped half-way.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="OpenedAt">When it began.</param>
/// <param name="MovedAt">When it last moved.</param>
/// <param name="State">The question it stopped at, as the dialog names it.</param>
/// <param name="Slots">What was gathered.</param>
public sealed record UnfinishedRow(long Id, Instant OpenedAt, Instant MovedAt, string State, Slots Slots)
{
    public Channel Channel { get; init; }

    public required string Address { get; init; }

    public Instant? ClosedAt { get; init; }

    public string? CloseReason { get; init; }
}
