using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Sharing;

/// <summary>What came of approving a letter.</summary>
public enum LetterOutcome
{
    Approved,
    NoSuchReferral,

    /// <summary>The record no longer allows it: see <see cref="LetterRefusal"/>.</summary>
    Refused,

    /// <summary>Nothing stands in it.</summary>
    Empty,

    /// <summary>It is longer than a letter.</summary>
    TooLong,

    /// <summary>Nobody wrote down that the person agrees, or that they can keep it safe.</summary>
    NotAgreed,

    /// <summary>It touches on risk or safeguarding, and nobody said that it is meant to.</summary>
    TouchesRisk,
}

/// <summary>A letter as a person approves it.</summary>
/// <param name="To">Whom it is for.</param>
/// <param name="Words">Its words, as that person read them whole.</param>
/// <param name="Agreed">How it is known that the person agrees, where the record alone does not say it.</param>
/// <param name="NamesRisks">True when it is meant to name risks or safeguarding.</param>
/// <param name="By">Who approves it.</param>
public sealed record LetterForm(Recipient To, string Words, string? Agreed, bool NamesRisks, string By);

/// <summary>
/// A person approves a letter. What the draft was allowed to hold is looked at again here: consent may have been taken back meanwhile, and
/// words may have been put in.
/// </summary>
public sealed class ApproveLetter(ReadCaseRecord read, Delicate delicate, IStore store, IClock clock)
{
    /// <summary>The most letters of a letter.</summary>
    public const int Longest = 20_000;

    /// <summary>Keeps the letter, or says why not. The same letter approved twice is kept once.</summary>
    public async Task<(LetterOutcome Outcome, Letter? Letter)> Handle(string serviceId, long caseId, LetterForm form, CancellationToken cancel)
    {
        if (await read.Handle(serviceId, caseId, cancel) is not { } record)
        {
            return (LetterOutcome.NoSuchReferral, null);
        }

        if (Wrong(record, form) is { } wrong)
        {
            return (wrong, null);
        }

        var letter = new Letter
        {
            ServiceId = serviceId,
            CaseId = caseId,
            Recipient = form.To,
            AddressedTo = DraftLetter.Addressed(record, form.To),
            Words = Tidy(form.Words),
            Agreed = string.IsNullOrWhiteSpace(form.Agreed) ? Basis(form.To) : form.Agreed.Trim(),
            NamesRisks = form.NamesRisks || form.To == Recipient.Gp,
            ApprovedAt = clock.GetCurrentInstant(),
            ApprovedBy = form.By,
        };
        return (LetterOutcome.Approved, await store.Write(session => Keep(session, letter), CancellationToken.None));
    }

    private LetterOutcome? Wrong(CaseRecord record, LetterForm form) => form switch
    {
        _ when DraftLetter.Refuses(record, form.To) is not null => LetterOutcome.Refused,
        _ when string.IsNullOrWhiteSpace(form.Words) => LetterOutcome.Empty,
        { Words.Length: > Longest } => LetterOutcome.TooLong,
        _ when AsksWhetherAgreed(record, form.To) && string.IsNullOrWhiteSpace(form.Agreed) => LetterOutcome.NotAgreed,
        { To: not Recipient.Gp, NamesRisks: false } when Touches(form.Words) => LetterOutcome.TouchesRisk,
        _ => null,
    };

    /// <summary>True where the record alone does not say that the person agrees: to a referrer, or on paper that others may find.</summary>
    public static bool AsksWhetherAgreed(CaseRecord record, Recipient to) =>
        to == Recipient.Referrer || (to == Recipient.Person && record.OthersMayRead);

    private static string Basis(Recipient to) => Staff.StaffWords.Of(to == Recipient.Gp ? "sharing.letter.basis.gp" : "sharing.letter.basis.person");

    private bool Touches(string words) => words.Split('\n').Any(line => !PlainCopy.IsFixed(line.Trim()) && delicate.Touches(line));

    private static async ValueTask<Letter> Keep(Session session, Letter letter)
    {
        var before = await session.Query<Letter>("WHERE \"CaseId\" = @p0" + session.Lock, letter.CaseId);
        var again = before.Where(one => one.SentAt is null && one.Recipient == letter.Recipient && one.ApprovedBy == letter.ApprovedBy);
        if (again.FirstOrDefault(one => one.Words == letter.Words) is { } same)
        {
            return same;
        }

        letter.Id = session.NextId();
        session.Insert(letter);
        session.Insert(SharingEvent.Of(
            session, letter.ServiceId, letter.CaseId, letter.ApprovedAt, letter.ApprovedBy, SharingKind.Approved, $"{letter.Recipient}", letter.Id));
        return letter;
    }

    private static string Tidy(string words) => words.ReplaceLineEndings("\n").Trim() + "\n";
}
