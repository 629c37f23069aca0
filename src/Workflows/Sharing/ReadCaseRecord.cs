using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Consent;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Sharing;

/// <summary>Reads a case as it may go out. Of messages it asks the database for no words at all.</summary>
public sealed class ReadCaseRecord(IStore store, ServiceBook services, IClock clock)
{
    /// <summary>The case of a reference; null when the service has none.</summary>
    public async Task<CaseRecord?> Find(string serviceId, string reference, CancellationToken cancel)
    {
        var said = reference.Trim().ToUpperInvariant();
        await using var db = store.Read();
        var id = await db.Cases
            .Where(referral => referral.ServiceId == serviceId && referral.Reference == said)
            .Select(referral => (long?)referral.Id)
            .SingleOrDefaultAsync(cancel);
        return id is { } found ? await Handle(serviceId, found, cancel) : null;
    }

    /// <summary>A case of a service; null when it has none of this id.</summary>
    public async Task<CaseRecord?> Handle(string serviceId, long caseId, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.Cases.SingleOrDefaultAsync(one => one.Id == caseId && one.ServiceId == serviceId, cancel) is not { } referral)
        {
            return null;
        }

        var reached = await Reached.At(db, referral, cancel);
        var alone = await Alone(db, referral, reached, cancel);
        var service = services.Of(serviceId);
        return new CaseRecord(referral, service.Name)
        {
            ReadAt = clock.GetCurrentInstant(),
            ServicePhone = service.Phone,
            ShareWithGp = await Agreed(db, referral, alone, cancel),
            OthersMayRead = reached.Any(address => address.Is(AddressTrouble.UnsafeToText))
                || await db.HandOffs.AnyAsync(one => one.PersonId == referral.PersonId && one.DangerKind == "Abuse" && one.SafeToText != true, cancel)
                || await db.HandOffs.AnyAsync(one => alone.Contains(one.AddressId) && one.DangerKind == "Abuse" && one.SafeToText != true, cancel),
            Notes = Standing(await ApprovedNotes.Of(db.Notes.Where(note => note.CaseId == caseId), db, cancel)),
            Waves = await Waves(db, caseId, cancel),
            Appointments = await db.Appointments
                .Where(one => one.CaseId == caseId && one.ServiceId == serviceId)
                .OrderBy(one => one.StartsOn)
                .ThenBy(one => one.StartsAt)
                .ThenBy(one => one.Id)
                .ToListAsync(cancel),
            HandOffs = await HandOffs(db, referral, alone, cancel),
            Messages = await Messages(db, referral, reached, alone, cancel),
        };
    }

    private static List<ApprovedLine> Standing(List<ApprovedNote> approved) =>
    [
        .. from note in approved
           from sentence in note.Sentences
           let words = OneLine.Of(sentence.Text)
           where words is not null
           select new ApprovedLine(sentence.Heading, words, note.At.Local().Date, OneLine.Of(note.By) ?? ""),
    ];

    // Addresses that nobody else of the service is reached at: what comes from there is this person's.
    private static Task<List<long>> Alone(CompanionDb db, Case referral, IReadOnlyList<Address> reached, CancellationToken cancel)
    {
        var ids = reached.Select(address => address.Id).ToList();
        return db.Addresses
            .Where(address => ids.Contains(address.Id))
            .Where(address => !db.PersonAddresses.Any(link => link.AddressId == address.Id && link.PersonId != referral.PersonId))
            .Select(address => address.Id)
            .ToListAsync(cancel);
    }

    private static async Task<bool?> Agreed(CompanionDb db, Case referral, List<long> alone, CancellationToken cancel)
    {
        var takenBack = await db.ConsentLedger.AnyAsync(
            entry => entry.Topic == ConsentTopic.ShareWithGp
                && entry.At > referral.ReferredAt
                && (entry.Change == ConsentChange.Refused || entry.Change == ConsentChange.Stopped)
                && (entry.PersonId == referral.PersonId || (entry.PersonId == null && alone.Contains(entry.AddressId))),
            cancel);
        return takenBack ? false : referral.ShareWithGp;
    }

    private static async Task<List<Wave>> Waves(CompanionDb db, long caseId, CancellationToken cancel)
    {
        var asked = await db.CheckIns
            .Where(wave => wave.CaseId == caseId)
            .Where(wave => wave.Status == CheckInStatus.Offered || wave.Status == CheckInStatus.Partial || wave.Status == CheckInStatus.Complete)
            .OrderBy(wave => wave.Instrument)
            .ThenBy(wave => wave.Week)
            .ToListAsync(cancel);
        var ids = asked.ConvertAll(wave => wave.Id);
        var scores = await db.CheckInScores
            .Where(score => ids.Contains(score.CheckInId))
            .OrderBy(score => score.RecordedAt)
            .ThenBy(score => score.Id)
            .ToListAsync(cancel);
        return asked.ConvertAll(wave => new Wave(
            wave,
            [.. Instrument.Of(wave.Instrument).Items.Select(item => (item, Newest(wave, item)))]));

        CheckInScore? Newest(CheckIn wave, InstrumentItem item) => scores.FindLast(score => score.CheckInId == wave.Id && score.Item == item.Key);
    }

    private static async Task<List<HandOffLine>> HandOffs(CompanionDb db, Case referral, List<long> alone, CancellationToken cancel)
    {
        var rows = await db.HandOffs
            .Where(one => one.ServiceId == referral.ServiceId)
            .Where(one => one.PersonId == referral.PersonId || (one.PersonId == null && alone.Contains(one.AddressId)))
            .OrderBy(one => one.OpenedAt)
            .ThenBy(one => one.Id)
            .Select(one => new { one.Id, one.Reference, one.Reason, one.DangerKind, one.OpenedAt, one.ClearedAt, one.Outcome })
            .ToListAsync(cancel);
        return rows.ConvertAll(one => new HandOffLine(
            one.Id, one.Reference, one.Reason, one.DangerKind == "Abuse", one.OpenedAt, one.ClearedAt, HandOffOutcomes.Chosen(one.Outcome))); // what was added to it may hold anything
    }

    private static async Task<List<MessageStamp>> Messages(
        CompanionDb db, Case referral, IReadOnlyList<Address> reached, List<long> alone, CancellationToken cancel)
    {
        var ids = reached.Select(address => address.Id).ToList();
        var talks = db.Conversations.Where(talk => talk.PersonId == referral.PersonId).Select(talk => (long?)talk.Id);
        var heard = await db.Inbound
            .Where(message => ids.Contains(message.AddressId) && (alone.Contains(message.AddressId) || talks.Contains(message.ConversationId)))
            .Select(message => new MessageStamp(message.Id, message.Channel, message.ReceivedAt, null, null))
            .ToListAsync(cancel);
        var said = await db.Outbound
            .Where(message => message.AddressId != null && ids.Contains(message.AddressId.Value))
            .Where(message => alone.Contains(message.AddressId!.Value) || talks.Contains(message.ConversationId))
            .Select(message => new MessageStamp(message.Id, message.Channel, null, message.SentAt, message.Status))
            .ToListAsync(cancel);
        var begun = await db.Conversations
            .Where(talk => talk.Id == referral.ConversationId)
            .Select(talk => (Instant?)talk.OpenedAt)
            .SingleOrDefaultAsync(cancel);
        return
        [
            .. heard.Concat(said)
                .Where(message => message.At is null || message.At >= (begun ?? referral.ReferredAt))
                .OrderBy(message => message.At)
                .ThenBy(message => message.Id),
        ];
    }
}
