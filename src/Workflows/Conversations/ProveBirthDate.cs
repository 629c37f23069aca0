using Companion.Dialogs.Referrals;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Conversations;

/// <summary>What became of a date of birth given in a joined browser.</summary>
public enum Proof
{
    /// <summary>It was right: earlier words are shown.</summary>
    Right,

    /// <summary>It was wrong; another try is left.</summary>
    Wrong,

    /// <summary>No more tries.</summary>
    Refused,
}

/// <summary>The person gives their date of birth in a browser that a link joined to their phone.</summary>
public sealed class ProveBirthDate(IStore store, IClock clock)
{
    /// <summary>Compares, and counts what is wrong.</summary>
    public async Task<Proof> Handle(long sessionId, LocalDate born, CancellationToken cancel)
    {
        await using var db = store.Read();
        var found = await db.ChatSessions.SingleAsync(s => s.Id == sessionId, cancel);
        return await store.Turn(
            TurnRequest.About(found.ServiceId, found.AddressId, clock.GetCurrentInstant()),
            async turn => Compare(turn, (await turn.Session.Query<ChatSession>("WHERE \"Id\" = @p0", sessionId)).Single(), born),
            cancel);
    }

    private static Proof Compare(Turn turn, ChatSession session, LocalDate born)
    {
        if (session.IsRefused)
        {
            return Proof.Refused;
        }

        turn.Update(session);
        if (BirthDates.Known(turn).Where(known => known.Date == born).Take(1).ToList() is [var right])
        {
            (session.ProvenAt, session.PersonId) = (turn.Now, right.PersonId);
            return Proof.Right;
        }

        session.FailedProofs++;
        return session.IsRefused ? Proof.Refused : Proof.Wrong;
    }
}

/// <summary>The dates of birth that are known on a number.</summary>
internal static class BirthDates
{
    /// <summary>Of its people, and of a referral that is still being written.</summary>
    public static IEnumerable<(LocalDate Date, long? PersonId)> Known(Turn turn) => turn.People
        .Where(person => person.BirthDate is not null)
        .Select(person => (person.BirthDate!.Value, (long?)person.Id))
        .Concat(turn.Open
            .Select(conversation => LocalDatePattern.Iso.Parse(conversation.Slots[ReferralSlots.DateOfBirth] ?? ""))
            .Where(read => read.Success)
            .Select(read => (read.Value, (long?)null)));
}
