using Companion.Dialogs.Consent;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Consent;
using Companion.Workflows.Referrals;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.People;

/// <summary>
/// Staff write down that a person has another number, and that they agreed to be texted there. What is planned goes to it from then on; the
/// number before is marked as not theirs any more.
/// </summary>
public sealed class ChangeNumber(IStore store, RecordFinding findings, IClock clock)
{
    /// <summary>Writes it down.</summary>
    /// <param name="caseId">The case of the person.</param>
    /// <param name="number">The new number, as it was typed.</param>
    /// <param name="how">When and how the person gave it and agreed, in the words of staff.</param>
    /// <param name="by">Who writes it down.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<NumberOutcome> Handle(long caseId, string number, string how, string by, CancellationToken cancel)
    {
        if (!PhoneNumber.TryParse(number, out var parsed))
        {
            return NumberOutcome.NotANumber;
        }

        if (!parsed.CanBeTexted)
        {
            return NumberOutcome.Landline;
        }

        await using var db = store.Read();
        if (await db.Cases.SingleOrDefaultAsync(one => one.Id == caseId, cancel) is not { } referral)
        {
            return NumberOutcome.NoSuchReferral;
        }

        var before = (await Reached.At(db, referral, cancel))
            .Where(address => address.Channel == Channel.Sms && address.Value != parsed.E164 && !address.Is(AddressTrouble.WrongNumber))
            .Select(address => address.Id)
            .ToList();
        var outcome = await store.Turn(
            new TurnRequest(referral.ServiceId, Channel.Sms, parsed.E164, null, null, clock.GetCurrentInstant()),
            turn => ValueTask.FromResult(Take(turn, referral, how, by)),
            cancel);
        if (outcome == NumberOutcome.Recorded)
        {
            foreach (var old in before)
            {
                await findings.Handle(caseId, new Found(old, Finding.WrongNumber, how, by), cancel);
            }
        }

        return outcome;
    }

    private static NumberOutcome Take(Turn turn, Case referral, string how, string by)
    {
        if (turn.Address.Trouble is not null)
        {
            return NumberOutcome.Marked;
        }

        if (turn.Address.ProviderBlocked || Stops.Has(turn.Address, ConsentTopic.Everything))
        {
            return NumberOutcome.Stopped;
        }

        if (turn.Address.Textable is Textable.Claimed or Textable.Declined)
        {
            (turn.Address.Textable, turn.Address.TextableNote) = (Textable.StaffRecorded, how);
            turn.Update(turn.Address);
            ConsentLedger.Write(turn, ConsentTopic.TextingThisNumber, ConsentChange.Agreed, ConsentBasis.Consent, by);
        }

        if (turn.People.All(person => person.Id != referral.PersonId))
        {
            Addresses.Link(turn, referral.PersonId);
        }

        turn.Session.Execute("UPDATE \"Cases\" SET \"Phone\" = @p1 WHERE \"PersonId\" = @p0", referral.PersonId, turn.Address.Value);
        turn.Session.Execute(
            "UPDATE \"CheckIns\" SET \"AddressId\" = @p1, \"Status\" = 'Planned' WHERE \"PersonId\" = @p0 AND \"Status\" IN ('Planned', 'Waiting')",
            referral.PersonId,
            turn.Address.Id);
        foreach (var rows in (string[])["Appointments", "GroupMembers"])
        {
            turn.Session.Execute($"UPDATE \"{rows}\" SET \"AddressId\" = @p1 WHERE \"PersonId\" = @p0", referral.PersonId, turn.Address.Id);
            turn.Session.Execute(
                $"UPDATE \"Timers\" SET \"AddressId\" = @p1 WHERE \"SubjectId\" IN (SELECT \"Id\" FROM \"{rows}\" WHERE \"PersonId\" = @p0)",
                referral.PersonId,
                turn.Address.Id);
        }

        return NumberOutcome.Recorded;
    }
}

/// <summary>Whether a new number was written down, or why not.</summary>
public enum NumberOutcome
{
    Recorded,
    NoSuchReferral,

    /// <summary>It is no UK phone number.</summary>
    NotANumber,

    /// <summary>A landline takes no texts.</summary>
    Landline,

    /// <summary>Whoever has it stopped all texts: only their own START takes that back.</summary>
    Stopped,

    /// <summary>It is marked as one not to text.</summary>
    Marked,
}
