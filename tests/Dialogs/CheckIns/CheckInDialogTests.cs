using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Tests.Talking;

namespace Companion.Dialogs.Tests.CheckIns;

public sealed class CheckInDialogTests
{
    private static readonly Slots LastTime = Slots.Empty.With("before.satisfied", "6").With("before.anxious", "2");

    [Fact]
    public void The_four_questions_are_asked_in_their_order_one_a_text() =>
        Ons4()
            .BotSays(
                "Hello, it is Hill Town Link. We would like to ask four questions about your feelings. There are no right or wrong answers. Reply SKIP "
                + "to miss one out. Overall, how satisfied are you with your life nowadays? Reply with a number: 0 is not at all, 10 is completely.")
            .Person("about a 7 thanks")
            .Does(Scored("satisfied", 7))
            .Bot("checkin.ons4.worthwhile")
            .Person("8/10")
            .Does(Scored("worthwhile", 8))
            .Bot("checkin.ons4.happy")
            .Person("six")
            .Does(Scored("happy", 6))
            .Bot("checkin.ons4.anxious")
            .Person("2")
            .Does(Scored("anxious", 2))
            .Does(new CloseCheckIn(Whole: true))
            .Bot("checkin.thanks")
            .IsIn(CheckInState.Answered);

    [Fact]
    public void All_four_at_once_are_all_four() =>
        Ons4()
            .Bot("checkin.ons4.open")
            .Person("5 5 6 2")
            .Does(Scored("satisfied", 5))
            .Does(Scored("worthwhile", 5))
            .Does(Scored("happy", 6))
            .Does(Scored("anxious", 2))
            .Does(new CloseCheckIn(Whole: true))
            .Bot("checkin.thanks")
            .IsIn(CheckInState.Answered);

    [Fact]
    public void A_correction_changes_the_answer_before_and_asks_on() =>
        At("7")
            .Person("sorry I meant 6")
            .Does(Scored("satisfied", 6))
            .BotSays("Thank you, we have changed that to 6. Overall, to what extent do you feel that the things you do in your life are worthwhile? 0 is not at all, 10 is completely.")
            .Person("4")
            .Does(Scored("worthwhile", 4))
            .Bot("checkin.ons4.happy")
            .IsIn(CheckInState.Asking);

    [Fact]
    public void A_correction_within_a_text_is_of_the_question_asked() =>
        At("7")
            .Person("5, no 6")
            .Does(Scored("worthwhile", 6))
            .Bot("checkin.ons4.happy")
            .IsIn(CheckInState.Asking);

    [Fact]
    public void A_correction_of_a_number_that_was_asked_about_is_of_the_question_asked() =>
        At("7")
            .Person("6 or 8")
            .Bot("checkin.which")
            .Person("sorry I meant 5")
            .Does(Scored("worthwhile", 5))
            .Bot("checkin.ons4.happy")
            .IsIn(CheckInState.Asking);

    [Fact]
    public void Named_answers_go_to_the_questions_they_name() =>
        At("7", "6")
            .Person("q4 is 2")
            .Does(Scored("anxious", 2))
            .Bot("checkin.changed")
            .Person("8")
            .Does(Scored("happy", 8))
            .Does(new CloseCheckIn(Whole: true))
            .Bot("checkin.thanks")
            .IsIn(CheckInState.Answered);

    [Fact]
    public void Same_as_last_time_is_read_back_before_it_is_taken() =>
        Ons4(LastTime)
            .Bot("checkin.ons4.open")
            .Person("same as last time")
            .BotSays("Last time you said 6. Is it 6 again? Reply Y or N.")
            .Person("Y")
            .Does(Scored("satisfied", 6))
            .Bot("checkin.ons4.worthwhile")
            .Person("the same")
            .Bot("checkin.again") // there is no last time for this one
            .IsIn(CheckInState.Asking);

    [Fact]
    public void No_to_the_number_of_last_time_asks_the_question_again() =>
        Ons4(LastTime)
            .Bot("checkin.ons4.open")
            .Person("same again")
            .Bot("checkin.same")
            .Person("no")
            .Bot("checkin.ons4.satisfied")
            .Person("3")
            .Does(Scored("satisfied", 3))
            .Bot("checkin.ons4.worthwhile")
            .IsIn(CheckInState.Asking);

    [Fact]
    public void Two_numbers_are_asked_about() =>
        Ons4()
            .Bot("checkin.ons4.open")
            .Person("6 or 7")
            .BotSays("Thank you. Which number fits best, 6 or 7?")
            .Person("7")
            .Does(Scored("satisfied", 7))
            .Bot("checkin.ons4.worthwhile")
            .IsIn(CheckInState.Asking);

    [Fact]
    public void What_is_missed_out_is_kept_as_missing_with_its_reason() =>
        Ons4()
            .Bot("checkin.ons4.open")
            .Person("skip")
            .Does(new RecordScore(new ItemAnswer("satisfied", null, "declined")))
            .Bot("checkin.ons4.worthwhile")
            .Person("don't know")
            .Does(new RecordScore(new ItemAnswer("worthwhile", null, "unknown")))
            .Bot("checkin.ons4.happy")
            .IsIn(CheckInState.Asking);

    [Fact]
    public void Three_misunderstandings_bring_a_person_and_keep_what_was_answered() =>
        At("7")
            .Person("the weather is nice")
            .Bot("checkin.again")
            .Person("very")
            .Bot("checkin.again.offer")
            .Person("hmm")
            .Does(new OpenHandOff(HandOffReason.Misunderstood))
            .Does(new CloseCheckIn(Whole: false))
            .Bot("checkin.lost")
            .IsIn(CheckInState.Ended);

    [Fact]
    public void Silence_is_nudged_twice_and_an_answer_stops_the_nudges() =>
        At("7")
            .Silence()
            .BotSays("Hello again from Hill Town Link. You can still answer, it helps us to help. Overall, to what extent do you feel that the things you do in your life are worthwhile? 0 is not at all, 10 is completely.")
            .Person("5")
            .Does(Scored("worthwhile", 5))
            .Bot("checkin.ons4.happy")
            .Silence()
            .Bot("checkin.nudge") // the second of the two there are
            .Silence()
            .Does(new CloseCheckIn(Whole: false))
            .IsIn(CheckInState.Ended);

    [Fact]
    public void Who_asks_for_a_person_gets_one_and_may_still_answer() =>
        At("7")
            .Person("can I talk to a person")
            .Does(new OpenHandOff(HandOffReason.Asked))
            .Bot("checkin.person")
            .Person("8")
            .Does(Scored("worthwhile", 8))
            .Bot("checkin.ons4.happy")
            .IsIn(CheckInState.Asking);

    [Fact]
    public void The_last_answer_too_can_be_changed_and_other_words_are_not_for_it() =>
        At("7", "6", "8", "2")
            .IsIn(CheckInState.Answered)
            .Person("sorry I meant 6")
            .Does(Scored("anxious", 6))
            .BotSays("Thank you, we have changed that to 6.")
            .Person("q1 is 4")
            .Does(Scored("satisfied", 4))
            .Bot("checkin.changed.last")
            .Person("thanks, see you")
            .IsIn(CheckInState.Answered)
            .Silence()
            .IsIn(CheckInState.Ended);

    [Fact]
    public void Nobody_is_nudged_after_the_last_day_of_the_window() =>
        Ons4(Slots.Empty.With(CheckInSlots.LastDay, "2020-01-31"))
            .Bot("checkin.ons4.open")
            .Silence()
            .Does(new CloseCheckIn(Whole: false))
            .IsIn(CheckInState.Ended);

    [Fact]
    public void What_they_need_help_with_goes_to_a_person_and_the_question_waits() =>
        At("7")
            .Person("I can't pay my rent this month")
            .Does(new OpenHandOff(HandOffReason.Asked))
            .Bot("checkin.passed-on")
            .Person("5")
            .Does(Scored("worthwhile", 5))
            .Bot("checkin.ons4.happy")
            .IsIn(CheckInState.Asking);

    [Theory]
    [InlineData("not now", "checkin.later")]
    [InlineData("I'm on holiday", "checkin.later")]
    [InlineData("why do you ask", "checkin.why")]
    public void Who_cannot_answer_now_or_wonders_why_is_answered_and_may_still_answer(string words, string answered) =>
        At("7")
            .Person(words)
            .Bot(answered)
            .Person("5")
            .Does(Scored("worthwhile", 5))
            .Bot("checkin.ons4.happy")
            .IsIn(CheckInState.Asking);

    [Fact]
    public void A_number_off_the_scale_of_the_questionnaire_is_asked_again() =>
        Ons4(Slots.Empty.With(CheckInSlots.Instrument, "areas"))
            .Bot("checkin.areas.open")
            .Person("7")
            .BotSays("Sorry, we need a number from 1 to 5. How positive do you feel these days? 1 is not at all, 5 is very. You can also reply SKIP.")
            .Person("4")
            .Does(Scored("feeling", 4))
            .Bot("checkin.areas.lifestyle")
            .IsIn(CheckInState.Asking);

    private static Transcript Ons4(Slots? known = null) => Transcript.Of(new CheckInDialog(), known);

    private static Transcript At(params string[] answers) => Transcript.At(new CheckInDialog(), answers);

    private static RecordScore Scored(string item, int score) => new(new ItemAnswer(item, score));
}
