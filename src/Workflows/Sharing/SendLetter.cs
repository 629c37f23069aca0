using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Sharing;

/// <summary>What came of writing down that a letter left.</summary>
public enum SentOutcome
{
    WrittenDown,
    NoSuchLetter,

    /// <summary>It left before; that stays as it was written down.</summary>
    AlreadySent,

    /// <summary>This way is none for whom it is addressed to.</summary>
    WrongWay,

    /// <summary>The person took back that their GP is told, after it was approved.</summary>
    ConsentTakenBack,
}

/// <summary>A letter in somebody's hands: it is downloaded, and it leaves. Companion sends none itself.</summary>
public sealed class SendLetter(ReadCaseRecord read, IStore store, IClock clock)
{
    /// <summary>The ways that a letter may leave by.</summary>
    public static IReadOnlyList<Way> Ways(Recipient to) => to switch
    {
        Recipient.Gp => [Way.NhsMail, Way.Mesh, Way.Post],
        Recipient.Referrer => [Way.NhsMail, Way.Post, Way.ByHand],
        _ => [Way.ByHand, Way.Post],
    };

    /// <summary>A letter's words for download, which is written down; null when the service has no such letter, or consent was taken back.</summary>
    public async Task<string?> Download(string serviceId, long letterId, string by)
    {
        if (await Find(serviceId, letterId) is not { } letter || await IsTakenBack(letter))
        {
            return null;
        }

        return await store.Write(
            session =>
            {
                var now = clock.GetCurrentInstant();
                session.Insert(SharingEvent.Of(session, serviceId, letter.CaseId, now, by, SharingKind.Downloaded, $"{letter.Recipient}", letter.Id));
                return ValueTask.FromResult(letter.Words);
            },
            CancellationToken.None);
    }

    /// <summary>Writes down that a letter left, by whom and which way.</summary>
    public async Task<SentOutcome> Handle(string serviceId, long letterId, Way way, string by)
    {
        if (await Find(serviceId, letterId) is not { } found)
        {
            return SentOutcome.NoSuchLetter;
        }

        if (!Ways(found.Recipient).Contains(way))
        {
            return SentOutcome.WrongWay;
        }

        if (await IsTakenBack(found))
        {
            return SentOutcome.ConsentTakenBack;
        }

        return await store.Write(
            async session =>
            {
                var letter = (await session.Query<Letter>("WHERE \"Id\" = @p0" + session.Lock, letterId)).Single();
                if (letter.SentAt is not null)
                {
                    return SentOutcome.AlreadySent;
                }

                (letter.SentAt, letter.SentBy, letter.Way) = (clock.GetCurrentInstant(), by, way);
                session.Update(letter);
                session.Insert(SharingEvent.Of(session, serviceId, letter.CaseId, letter.SentAt.Value, by, SharingKind.Sent, $"{way}", letter.Id));
                return SentOutcome.WrittenDown;
            },
            CancellationToken.None);
    }

    /// <summary>A letter of a service; null when it has none of this id.</summary>
    public async Task<Letter?> Find(string serviceId, long letterId)
    {
        await using var db = store.Read();
        return await db.Letters.SingleOrDefaultAsync(letter => letter.Id == letterId && letter.ServiceId == serviceId);
    }

    /// <summary>True when it may not leave any more, and has not: the person took back what it rests on.</summary>
    public async Task<bool> IsTakenBack(Letter letter) =>
        letter.SentAt is null
        && await read.Handle(letter.ServiceId, letter.CaseId, CancellationToken.None) is { } record
        && DraftLetter.Refuses(record, letter.Recipient) is not null;
}
