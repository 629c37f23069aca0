using Companion.Workflows.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Referrals;

/// <summary>
/// A link worker writes down when they were first in touch. Where the service counts its weeks from that day, the check-ins are planned
/// with it; written down late, a wave whose window has closed is not asked.
/// </summary>
public sealed class RecordFirstContact(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>Writes it down.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="on">The local day.</param>
    /// <param name="by">Who was in touch.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<FirstContactOutcome> Handle(long caseId, LocalDate on, string by, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.Cases.SingleOrDefaultAsync(referral => referral.Id == caseId, cancel) is not { } found)
        {
            return FirstContactOutcome.NoSuchReferral;
        }

        return await store.Turn(
            TurnRequest.About(found.ServiceId, found.AddressId, clock.GetCurrentInstant()),
            async turn => await Record(turn, (await turn.Session.Query<Case>("WHERE \"Id\" = @p0", caseId)).Single(), on, by),
            cancel);
    }

    private async ValueTask<FirstContactOutcome> Record(Turn turn, Case referral, LocalDate on, string by)
    {
        if (referral.FirstContactAt is not null)
        {
            return FirstContactOutcome.AlreadyRecorded;
        }

        if (on > turn.Now.Local().Date)
        {
            return FirstContactOutcome.NotYet;
        }

        if (on < referral.ReferredAt.Local().Date)
        {
            return FirstContactOutcome.BeforeTheReferral;
        }

        (referral.FirstContactAt, referral.FirstContactBy) = (Instant.Max(on.AtMidnight().Instant(), referral.ReferredAt), by);
        turn.Update(referral);
        var service = services.Of(referral.ServiceId);
        if (service.CheckIns.DayZero == DayZero.FirstContact)
        {
            var told = (await turn.Session.Query<Conversation>("WHERE \"Id\" = @p0", referral.ConversationId)).Single();
            CheckInPlan.Enrol(turn, service, referral, told.Slots, on);
        }

        return FirstContactOutcome.Recorded;
    }
}

/// <summary>Whether a first contact was written down, or why it makes no sense.</summary>
public enum FirstContactOutcome
{
    Recorded,
    NoSuchReferral,
    AlreadyRecorded,

    /// <summary>The day is to come.</summary>
    NotYet,

    /// <summary>Nobody was in touch before there was a referral.</summary>
    BeforeTheReferral,
}
