using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Summaries;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Notes;

/// <summary>Gathers from the store what a draft is made from: one stretch of a conversation and the facts of its case. What was forgotten is not in it.</summary>
public sealed class EpisodeOf(IStore store)
{
    // After so long a silence whatever is said belongs to something else.
    private static readonly Duration Gap = Duration.FromDays(7);

    private const int MostRead = 600;

    private static readonly SendStatus[] NotSaid = [SendStatus.Queued, SendStatus.Refused, SendStatus.Expired, SendStatus.Superseded, SendStatus.Undelivered];

    /// <summary>Gathers it.</summary>
    public async Task<Gathered> Gather(Note note, CancellationToken cancel)
    {
        await using var db = store.Read();
        var forgotten = await db.ForgottenMessages.Where(one => one.ServiceId == note.ServiceId).OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Select(one => (long?)one.Id).FirstOrDefaultAsync(cancel);
        var ofCase = note.CaseId is { } referral ? await db.Cases.SingleAsync(one => one.Id == referral, cancel) : null;
        var about = new About(
            note,
            await db.Addresses.SingleAsync(one => one.Id == note.AddressId, cancel),
            note.HandOffId is { } handOff ? await db.HandOffs.SingleAsync(one => one.Id == handOff, cancel) : null,
            ofCase)
        {
            Addresses = note.HandOffId is null && ofCase is not null ? await Reached.Heard(db, ofCase, cancel) : [note.AddressId],
        };
        var hits = (await db.SafetyHits.Where(hit => about.Addresses.Contains(hit.AddressId)).OrderBy(hit => hit.Id).ToListAsync(cancel))
            .FindAll(hit => hit.Level is nameof(Dialogs.Safety.Level.Red) or nameof(Dialogs.Safety.Level.Amber));
        var stretch = await Messages(db, about, hits.Select(hit => hit.MessageId).ToHashSet(), cancel);
        var talks = await db.Conversations.Where(talk => about.Addresses.Contains(talk.AddressId)).OrderByDescending(talk => talk.Id).Take(MostRead).ToListAsync(cancel);

        var record = await RecordSources.Of(db, about, stretch, cancel);
        var said = Said(about, stretch, talks);
        var sources = new NoteSources([.. record, .. said]);
        var ids = said.Where(one => one.Kept == KeptIn.Inbound).ToDictionary(one => one.Row, one => one.Id);
        var words = stretch.Heard.ToDictionary(one => one.Id, one => one.Words).Concat(stretch.Said.Select(one => KeyValuePair.Create(one.Id, one.Words))).ToDictionary();
        return new Gathered(
            new Episode(
                about.Address.Language,
                sources.All.Select(one => new Source(one.Id, one.At, one.Speaker, one.Words ?? words[one.Row])).ToList(),
                RaisedIn.Of(hits, stretch.Heard, ids),
                await KnownOf.Anybody(db, about, talks, cancel))
            {
                Names = await KnownOf.Own(db, about, cancel),
            },
            sources,
            forgotten);
    }

    private static async Task<Stretch> Messages(CompanionDb db, About about, HashSet<long> dangerous, CancellationToken cancel)
    {
        var (from, to) = await Window(db, about, cancel);
        var heard = await db.Inbound
            .Where(one => about.Addresses.Contains(one.AddressId) && one.ReceivedAt >= from && one.ReceivedAt <= to && one.ForgottenAt == null)
            .OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id)
            .Take(MostRead)
            .ToListAsync(cancel);
        var said = await db.Outbound
            .Where(one => one.AddressId != null && about.Addresses.Contains(one.AddressId.Value) && one.CreatedAt >= from && one.CreatedAt <= to && !NotSaid.Contains(one.Status) && one.Class != SendClass.OnCall)
            .OrderByDescending(one => one.CreatedAt).ThenByDescending(one => one.Id)
            .Take(2 * MostRead)
            .ToListAsync(cancel);
        heard.Reverse();
        said.Reverse();
        heard = about.HandOff is null ? heard : SinceTheGap(heard, about.HandOff.OpenedAt);
        return heard.Count == 0 ? Stretch.Empty with { Said = said.FindAll(one => one.Class == SendClass.LinkWorker) } : Budget.Choose(heard, said, dangerous);
    }

    // A hand-off: since the one before it was closed. A case: since its referral began.
    private static async Task<(Instant From, Instant To)> Window(CompanionDb db, About about, CancellationToken cancel)
    {
        if (about.HandOff is not { } handOff)
        {
            var began = await db.Conversations.Where(talk => talk.Id == about.Case!.ConversationId).Select(talk => (Instant?)talk.OpenedAt).SingleOrDefaultAsync(cancel);
            return (began ?? about.Case!.ReferredAt, Instant.MaxValue);
        }

        var before = await db.HandOffs
            .Where(one => one.AddressId == about.Address.Id && one.Id != handOff.Id && one.ClearedAt <= handOff.OpenedAt)
            .MaxAsync(one => one.ClearedAt, cancel);
        return (before?.PlusTicks(1) ?? Instant.MinValue, handOff.ClearedAt ?? Instant.MaxValue);
    }

    private static List<InboundMessage> SinceTheGap(List<InboundMessage> heard, Instant opened)
    {
        var first = heard.Count;
        var next = opened;
        while (first > 0 && (heard[first - 1].ReceivedAt >= opened || next - heard[first - 1].ReceivedAt < Gap))
        {
            first--;
            next = Instant.Min(next, heard[first].ReceivedAt);
        }

        return heard.GetRange(first, heard.Count - first);
    }

    private static List<NoteSource> Said(About about, Stretch stretch, List<Conversation> talks)
    {
        var whose = talks.ToDictionary(talk => talk.Id, talk => talk.PersonId);
        var lines = stretch.Heard
            .Select(one => (At: one.ReceivedAt, Ours: false, one.Id, Speaker: IsOthers(one) ? Speaker.Other : Speaker.Person))
            .Concat(stretch.Said.Select(one => (At: one.CreatedAt, Ours: true, one.Id, Speaker: one.Class == SendClass.LinkWorker ? Speaker.LinkWorker : Speaker.Bot)));
        return lines.OrderBy(one => one.At).ThenBy(one => one.Id)
            .Select((one, at) => new NoteSource($"m{at + 1}", one.Ours ? KeptIn.Outbound : KeptIn.Inbound, one.Id, one.At, one.Speaker))
            .ToList();

        bool IsOthers(InboundMessage message) => about.PersonId is { } person
            && message.ConversationId is { } talk && talk != about.Case?.ConversationId
            && whose.GetValueOrDefault(talk) is { } writer && writer != person;
    }
}
