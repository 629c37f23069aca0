using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Referrals;

/// <summary>
/// Turns a finished referral into a person and a case, with the tier, the cohort and the reasons of triage. What it leads to (a claimed
/// number to ask, a hand-off, a private question for a link worker) becomes rows of the same turn.
/// </summary>
public sealed class ReferralDesk(Triage triage, HandOffDesk desk)
{
    // Below every range of the triage table.
    private const int UnknownAge = -1;

    /// <summary>What is known before the first question: that a chat has no number, and whoever is certainly the one who writes.</summary>
    public static Slots Known(Turn turn)
    {
        var known = Slots.Empty.With(ReferralSlots.NumberUnknown, turn.Address.Channel == Channel.WebChat ? "yes" : null);
        return turn.Writer is not { } person || turn.Address.Shared ? known : With(known, person);
    }

    private static Slots With(Slots known, Person person) => known
        .With(ReferralSlots.Name, person.Name.Length == 0 ? null : person.Name)
        .With(ReferralSlots.FirstName, person.GivenName)
        .With(ReferralSlots.FamilyName, person.FamilyName)
        .With(ReferralSlots.DateOfBirth, person.BirthDate is { } born ? LocalDatePattern.Iso.Format(born) : null)
        .With(ReferralSlots.NhsNumber, person.NhsNumber);

    /// <summary>Submits what a conversation gathered, and says what the person is told.</summary>
    public Submitted Submit(EffectContext context)
    {
        var (turn, slots) = (context.Turn, context.Conversation.Slots);
        var born = BirthDate(slots);
        var age = born is { } date ? Age(date, turn.Now) : UnknownAge;
        var triaged = triage.Decide(slots, age);
        var person = Remember(turn, slots, born);
        context.Conversation.PersonId = person.Id;
        HandOffDesk.Known(turn, context.Conversation);
        var referral = turn.Insert(CaseFrom.Slots(slots, context, person, triaged, turn.Session.NextId()));
        Follow(context, referral, triaged);
        if (context.Service.CheckIns.DayZero == DayZero.Referral)
        {
            CheckInPlan.Enrol(turn, context.Service, referral, slots, turn.Now.Local().Date);
        }

        return new Submitted(
            Key(slots, triaged),
            [("first", slots[ReferralSlots.PreferredName] ?? person.GivenName ?? ""), ("reference", referral.Reference), ("by", Spoken(referral.HearBackBy))]);
    }

    private static int Age(LocalDate born, Instant now) => Period.Between(born, now.Local().Date, PeriodUnits.Years).Years;

    private static LocalDate? BirthDate(Slots slots) =>
        LocalDatePattern.Iso.Parse(slots[ReferralSlots.DateOfBirth] ?? "") is { Success: true } read ? read.Value : null;

    // Somebody who wrote for themselves is reached here; somebody written about is not, until they agree at their own number.
    private static Person Remember(Turn turn, Slots slots, LocalDate? born)
    {
        var isSelf = IsSelf(slots);
        var (given, family) = (slots[ReferralSlots.FirstName] ?? slots[ReferralSlots.Name], slots[ReferralSlots.FamilyName]);
        var known = isSelf ? turn.People.FirstOrDefault(p => p.BirthDate == born && Same(p.FamilyName, family) && Same(p.GivenName, given)) : null;
        if (known is not null)
        {
            // A row that learned nothing is not written: somebody with two numbers may be telling us more by the other one this moment.
            if (known.NhsNumber is null && slots[ReferralSlots.NhsNumber] is { } number)
            {
                known.NhsNumber = number;
                turn.Update(known);
            }

            return known;
        }

        var person = turn.Insert(new Person
        {
            Id = turn.Session.NextId(),
            ServiceId = turn.Address.ServiceId,
            GivenName = given,
            FamilyName = family,
            BirthDate = born,
            NhsNumber = slots[ReferralSlots.NhsNumber],
            CreatedAt = turn.Now,
        });
        if (isSelf)
        {
            Addresses.Link(turn, person.Id);
        }

        return person;
    }

    private static bool IsSelf(Slots slots) => slots[ReferralSlots.For] is null or "me";

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Key(Slots slots, TriageResult triaged) => slots[ReferralSlots.For] switch
    {
        "someone" => "referral.done.theirs",
        "patient" => "referral.done.professional",
        _ => triaged.Tier switch
        {
            Tier.Signpost => "referral.done.signpost",
            Tier.EnhancedSupport => "referral.done.enhanced",
            Tier.UrgentPerson => "referral.done.urgent",
            _ => "referral.done.linkworker",
        },
    };

    // "Wednesday 6 August", as the NHS service manual writes dates.
    private static string Spoken(Instant at) => at.Local().Date.ToString("dddd d MMMM", System.Globalization.CultureInfo.InvariantCulture);

    private void Follow(EffectContext context, Case referral, TriageResult triaged)
    {
        var turn = context.Turn;
        if (triaged.Tier is Tier.EnhancedSupport or Tier.UrgentPerson)
        {
            desk.Ordinary(turn, context.Service, HandOffReason.Complex, context.Conversation);
        }

        if (referral.Phone is not null && context.Conversation.Slots[ReferralSlots.PatientPhone] is not null)
        {
            turn.Insert(new TimerRow
            {
                Id = turn.Session.NextId(),
                ServiceId = referral.ServiceId,
                Kind = TimerKind.ClaimNumber,
                DueAt = turn.Now,
                AddressId = turn.Address.Id,
                SubjectId = referral.Id,
            });
        }

        if (context.Conversation.Slots[ReferralSlots.PrivateTask] is not null)
        {
            StaffTasks.Give(
                turn.Session,
                StaffTasks.PrivateQuestion,
                new TaskAbout(referral.ServiceId, turn.Address.Id),
                StaffWords.Of("task.private", ("reference", referral.Reference)),
                turn.Now,
                referral.HearBackBy);
        }
    }
}

/// <summary>What the person is told.</summary>
/// <param name="DoneKey">The key of the text.</param>
/// <param name="Words">Values for its placeholders.</param>
public sealed record Submitted(string DoneKey, IReadOnlyList<(string Name, string Value)> Words);
