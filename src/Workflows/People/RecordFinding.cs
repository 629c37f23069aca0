using Companion.Dialogs.Consent;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.People;

/// <summary>
/// Staff write down what became of an address of the person of a referral, or that the person agreed to texts. The gate does the rest:
/// a marked address gets nothing but a link worker's own words. That somebody died holds for every address they alone are reached at.
/// </summary>
public sealed class RecordFinding(IStore store, IClock clock)
{
    private const string Open = "Open";
    private const string Died = "Died";

    /// <summary>Writes it down, with what follows from it.</summary>
    /// <returns>Recorded, or why it makes no sense; then nothing was written.</returns>
    public async Task<FindingOutcome> Handle(long caseId, Found found, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.Cases.SingleOrDefaultAsync(referral => referral.Id == caseId, cancel) is not { } referral)
        {
            return FindingOutcome.NotTheirs;
        }

        var outcome = FindingOutcome.NotTheirs;
        foreach (var address in (await Reached.At(db, referral, cancel)).Where(address => found.What == Finding.Died || address.Id == found.AddressId))
        {
            var one = await store.Turn(
                TurnRequest.About(address.ServiceId, address.Id, clock.GetCurrentInstant()),
                turn => Record(turn, referral, found),
                cancel);
            outcome = outcome == FindingOutcome.Recorded ? outcome : one;
        }

        return outcome;
    }

    private static async ValueTask<FindingOutcome> Record(Turn turn, Case referral, Found found)
    {
        var outcome = FindingRules.Check(turn, found.What);
        if (outcome != FindingOutcome.Recorded)
        {
            return outcome;
        }

        turn.Insert(new AddressFinding
        {
            Id = turn.Session.NextId(),
            ServiceId = turn.Address.ServiceId,
            AddressId = turn.Address.Id,
            PersonId = referral.PersonId,
            At = turn.Now,
            What = found.What,
            How = found.How,
            By = found.By,
        });
        await Doubting.Settle(turn, found.By, found.How);
        switch (found.What)
        {
            case Finding.AgreedToTexts:
                Agree(turn, referral, found);
                break;
            case Finding.NothingWrong:
                Reopen(turn, referral);
                break;
            default:
                Mark(turn, referral, found.What);
                break;
        }

        return outcome;
    }

    private static void Agree(Turn turn, Case referral, Found found)
    {
        (turn.Address.Textable, turn.Address.TextableNote) = (Textable.StaffRecorded, found.How);
        turn.Update(turn.Address);
        ConsentLedger.Write(turn, ConsentTopic.TextingThisNumber, ConsentChange.Agreed, ConsentBasis.Consent, found.By);
        var asked = turn.Open.Find(open => open.Dialog == "textable");
        ClaimNumber.Agreed(turn, asked, referral.PersonId);
        if (asked is not null)
        {
            Talk.Drop(turn, asked, "agreed"); // it would ask what is known by now
        }
    }

    private static void Reopen(Turn turn, Case referral)
    {
        var hadDied = turn.Address.Is(AddressTrouble.Died);

        // The gravest mark is lifted by itself: whoever says that a number is right after all may know nothing of who reads it.
        turn.Address.Trouble = turn.Address.IsUnsafe && turn.Address.Trouble != AddressTrouble.UnsafeToText ? AddressTrouble.UnsafeToText : null;
        turn.Update(turn.Address);
        if (hadDied)
        {
            Cases(turn, referral, from: Died, to: Open);
        }
    }

    private static void Mark(Turn turn, Case referral, Finding what)
    {
        // Others who are reached here live on: only what is the person's own ends.
        var isShared = what == Finding.Died && turn.People.Any(person => person.Id != referral.PersonId);
        if (!isShared && FindingRules.TroubleOf(what) is { } mark)
        {
            turn.Address.Mark(mark);
            turn.Update(turn.Address);
        }

        if (what == Finding.Died)
        {
            Cases(turn, referral, from: Open, to: Died);
            NothingToCome(turn, referral.PersonId);
        }

        if (FindingRules.Ends(what) is { } reason)
        {
            End(turn, reason, isShared ? referral.PersonId : null);
        }
    }

    // Appointments and places in groups end with them; on a phone that others read too, nothing more comes of these.
    private static void NothingToCome(Turn turn, long person)
    {
        foreach (var rows in (string[])["Appointments", "GroupMembers"])
        {
            turn.Session.Execute($"DELETE FROM \"Timers\" WHERE \"SubjectId\" IN (SELECT \"Id\" FROM \"{rows}\" WHERE \"PersonId\" = @p0)", person);
        }

        turn.Session.Execute(
            "UPDATE \"Appointments\" SET \"Status\" = 'CancelledByService' WHERE \"PersonId\" = @p0 AND \"Status\" IN ('Booked', 'Confirmed', 'ToRebook')", person);
        turn.Session.Execute(
            "UPDATE \"GroupMembers\" SET \"Status\" = 'Left' WHERE \"PersonId\" = @p0 AND \"Status\" IN ('Joined', 'Waiting', 'Offered')", person);
    }

    private static void Cases(Turn turn, Case referral, string from, string to) => turn.Session.Execute(
        "UPDATE \"Cases\" SET \"Status\" = @p2 WHERE \"PersonId\" = @p0 AND \"Status\" = @p1", referral.PersonId, from, to);

    // What is open about danger stays open, whoever is there now: only a person clears that.
    private static void End(Turn turn, string reason, long? onlyOf)
    {
        foreach (var talk in turn.Open.Where(open => !SafetyDesk.MayTalkWhilePaused(open) && (onlyOf is null || open.PersonId == onlyOf)).ToList())
        {
            Talk.Drop(turn, talk, reason);
        }
    }
}

/// <summary>What a member of staff found out.</summary>
/// <param name="AddressId">Of which address; who died is so at all of them.</param>
/// <param name="What">What.</param>
/// <param name="How">When and how they know, in their words.</param>
/// <param name="By">Who.</param>
public sealed record Found(long AddressId, Finding What, string How, string By);
