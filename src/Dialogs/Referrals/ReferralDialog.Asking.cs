using Companion.Dialogs.Referrals.Questions;
using Companion.Dialogs.Talking;
using Stateless;
using static Companion.Dialogs.Referrals.ReferralTrigger;

namespace Companion.Dialogs.Referrals;

/// <summary>What happens on arriving at a question and on leaving it.</summary>
public sealed partial class ReferralDialog
{
    private void Arrive(ReferralState state)
    {
        var question = ReferralQuestions.All[state];
        var isWanted = wanted == state;
        wanted = null;
        if (isWanted && heard.Trigger is Denied)
        {
            Say(question.Again(Said), question.AgainWords(Said, Slots));
        }
        else if (!isWanted && question.IsStep && Slots.Has(ReferralSlots.Pending(question.Fills[0])))
        {
            TakeEarly(question);
        }
        else if (!isWanted && question.IsSettled(Slots))
        {
            Pass(question);
        }
        else
        {
            Put(question, state);
        }
    }

    private void Put(Question question, ReferralState state)
    {
        if (question.IsStep)
        {
            var trail = Trail.Where(before => before != state).Append(state);
            Slots = Slots.With(ReferralSlots.Trail, string.Join(',', trail));
        }

        Say(question.Ask(Slots), question.Words(Said, Slots));
    }

    /// <summary>Answered along with an earlier question.</summary>
    private void TakeEarly(Question question)
    {
        var waiting = question.Fills.Select(slot => (slot, Slots[ReferralSlots.Pending(slot)])).ToList();
        heard = question.Accept(waiting, Said, confirmed: false);
        Machine.Fire(heard.Trigger);
    }

    private void Pass(Question question)
    {
        if (question.PassesBy(Slots) && !Slots.Has(question.Fills[0]))
        {
            Set(question.Unasked);
        }

        Machine.Fire(Passed);
    }

    // "I am lonely since my move" needs no "what would you like help with?" later, only a read-back.
    private void KeepOpening()
    {
        if (Commands.Read(Said.Plain) is Command.Person or Command.PhoneMe)
        {
            HandOver(HandOffReason.Asked, "referral.person");
        }

        var needs = HelpQuestion.Read(Said.Words);
        if (HelpQuestion.Spoken(HelpQuestion.Joined(needs)).Count > 0)
        {
            Set([
                (ReferralSlots.Pending(ReferralSlots.HelpWords), Said.Words.Trim()),
                (ReferralSlots.Pending(ReferralSlots.Needs), HelpQuestion.Joined(needs)),
            ]);
        }
    }

    private void Leave(ReferralState state, StateMachine<ReferralState, ReferralTrigger>.Transition move)
    {
        var question = ReferralQuestions.All[state];
        wanted = move.Trigger is Denied or Back or Change ? move.Destination : null;
        switch (move.Trigger)
        {
            case Passed or Back or Change or GaveUp or ReferralTrigger.Silence:
                return;
            case Unsure or Several:
                Set(heard.Values.Select(one => (IsAside(one.Slot) ? one.Slot : ReferralSlots.Pending(one.Slot), one.Value)));
                break;
            case Denied:
                Forget(question);
                Set(heard.Values);
                break;
            default:
                Forget(question);
                Set([(ReferralSlots.Skipped(question.Name), null), (ReferralSlots.ToldWrong, null), .. heard.Values]);
                break;
        }

        if (heard.Effect is { } effect)
        {
            Do(effect);
        }
    }

    private void Forget(Question question) => Set(question.Fills.Select(slot => (ReferralSlots.Pending(slot), (string?)null)));

    private void Set(IEnumerable<(string Slot, string? Value)> values)
    {
        foreach (var (slot, value) in values)
        {
            Slots = Slots.With(slot, value);
        }
    }

    // Values for another question wait already; the dialog's own notes never do.
    private static bool IsAside(string slot) =>
        ReferralSlots.PendingFor(slot) is not null || slot == ReferralSlots.Offered || slot == ReferralSlots.PrivateTask;

    private IEnumerable<ReferralState> Trail => (Slots[ReferralSlots.Trail] ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(Enum.Parse<ReferralState>);

    private ReferralState? Before(ReferralState state)
    {
        var before = Trail.Where(one => one != state).ToList();
        return before.Count == 0 ? null : before[^1];
    }
}
