using Companion.Workflows.CheckIns;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>What a run left behind: what truly happened, and what Companion stored of it.</summary>
internal sealed record Evidence(Diary Diary, Instant End, bool Faults)
{
    public required List<Address> Addresses { get; init; }

    public required List<InboundMessage> Inbound { get; init; }

    public required List<OutboundMessage> Outbound { get; init; }

    public required List<HandOff> HandOffs { get; init; }

    public List<HandOff> RedFlags => HandOffs.FindAll(row => row.Reason == Dialogs.Talking.HandOffReason.RedFlag);

    public required List<TimerRow> Timers { get; init; }

    public required List<HandOffEvent> Events { get; init; }

    public required List<ConsentEntry> Ledger { get; init; }

    public required List<Conversation> Conversations { get; init; }

    public required List<Case> Cases { get; init; }

    public required List<CheckIn> CheckIns { get; init; }

    public required List<Note> Notes { get; init; }

    public required List<NoteVersion> Versions { get; init; }

    /// <summary>Every note that is given out.</summary>
    public required List<ApprovedNote> Approved { get; init; }

    public static async Task<Evidence> Gather(IStore store, Diary diary, Instant end, bool faults)
    {
        await using var db = store.Read();
        return new Evidence(diary, end, faults)
        {
            Addresses = await db.Addresses.OrderBy(row => row.Id).ToListAsync(),
            Inbound = await db.Inbound.OrderBy(row => row.Id).ToListAsync(),
            Outbound = await db.Outbound.OrderBy(row => row.Id).ToListAsync(),
            HandOffs = await db.HandOffs.OrderBy(row => row.Id).ToListAsync(),
            Timers = await db.Timers.OrderBy(row => row.Id).ToListAsync(),
            Events = await db.HandOffEvents.OrderBy(row => row.Id).ToListAsync(),
            Ledger = await db.ConsentLedger.OrderBy(row => row.Id).ToListAsync(),
            Conversations = await db.Conversations.OrderBy(row => row.Id).ToListAsync(),
            Cases = await db.Cases.OrderBy(row => row.Id).ToListAsync(),
            CheckIns = await db.CheckIns.OrderBy(row => row.Id).ToListAsync(),
            Notes = await db.Notes.OrderBy(row => row.Id).ToListAsync(),
            Versions = await db.NoteVersions.OrderBy(row => row.Id).ToListAsync(),
            Approved = await GivenOut(store, await db.Cases.Select(row => row.Id).ToListAsync()),
        };
    }

    private static async Task<List<ApprovedNote>> GivenOut(IStore store, List<long> cases)
    {
        var all = new List<ApprovedNote>();
        foreach (var id in cases)
        {
            all.AddRange(await new ApprovedNotes(store).OfCase(SimulatedService.Key, id, CancellationToken.None));
        }

        return all;
    }
}
