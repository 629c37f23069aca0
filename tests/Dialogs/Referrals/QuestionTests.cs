using Companion.Dialogs.Referrals;
using Companion.Dialogs.Referrals.Questions;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Tests.Talking;
using Companion.Dialogs.Words;

namespace Companion.Dialogs.Tests.Referrals;

public sealed class QuestionTests
{
    // What the dialog, or the workflow that submits, says beside the questions.
    private static readonly string[] BesideTheQuestions =
    [
        "referral.why", "referral.commands", "referral.person", "referral.withheld", "referral.unclear.offer", "referral.unclear.person",
        "referral.nudge", "referral.young", "referral.young.theirs", "referral.goodbye", "referral.done.signpost", "referral.done.linkworker",
        "referral.done.enhanced", "referral.done.urgent", "referral.done.theirs", "referral.done.professional",
    ];

    [Fact]
    public void Every_text_a_question_can_ask_for_is_there_and_no_other()
    {
        var needed = ReferralQuestions.All.Values.SelectMany(Keys).Concat(BesideTheQuestions).ToHashSet();
        var there = TextBook.Shipped.Keys("en").Where(key => key.StartsWith("referral.", StringComparison.Ordinal)).ToHashSet();
        Assert.Empty(needed.Except(there));
        Assert.Empty(there.Except(needed));
    }

    [Fact]
    public void Every_state_that_waits_for_words_has_its_question() => Assert.Equal(
        Enum.GetValues<ReferralState>().Except([ReferralState.Resting, ReferralState.Open, ReferralState.Ended]).Order(),
        ReferralQuestions.All.Keys.Order());

    [Fact]
    public void No_slot_is_filled_by_two_questions_that_are_both_steps()
    {
        var filled = ReferralQuestions.All.Values.Where(question => question.IsStep).SelectMany(question => question.Fills.Take(1));
        Assert.Equal(filled.Distinct().Count() + 1, filled.Count()); // the carer's and the professional's name are one
    }

    private static IEnumerable<string> Keys(Question question)
    {
        foreach (var whom in new[] { "me", "someone", "patient" })
        {
            var slots = Slots.Empty.With(ReferralSlots.For, whom);
            yield return question.Ask(slots);
            yield return question.Ask(slots.With(ReferralSlots.NumberUnknown, "yes"));
            yield return question.Ask(slots.With(ReferralSlots.DateOfBirth, "1954-03-12").With(ReferralSlots.SurgeryCode, "A99001"));
            yield return question.Ask(slots.With(ReferralSlots.Pending(ReferralSlots.SurgeryCode), SurgeryQuestion.CodeNotKnown));
        }

        yield return question.Why;
        foreach (var again in AgainOf(question))
        {
            yield return again;
        }

        foreach (var fault in question.Faults)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> AgainOf(Question question) => question is NotAgreedQuestion or OutOfAreaQuestion or PausedQuestion
        ? [] // everything is an answer there
        : [question.Again(Town.Says("")), question.Again(Town.Says("") with { Service = Town.Service with { Surgeries = [] } })];
}
