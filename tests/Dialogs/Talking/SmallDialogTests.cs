using Companion.Dialogs.Choosing;
using Companion.Dialogs.Consent;
using Companion.Dialogs.Returning;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Words;

namespace Companion.Dialogs.Tests.Talking;

public sealed class SmallDialogTests
{
    private static readonly Slots AboutSuicide = Slots.Empty.With("kind", "Suicide");

    [Theory]
    [InlineData("yes")]
    [InlineData("i dont know")]
    [InlineData("no but i wish i was")]
    [InlineData("no i am not ok")]
    [InlineData("no i cant")]
    [InlineData("no not really")]
    [InlineData("no? yes")]
    [InlineData("?")]
    [InlineData("\U0001F44D")]
    public void A_caring_question_takes_everything_but_a_clear_no_as_danger(string words) =>
        Transcript.Of(new CaringQuestionDialog(), AboutSuicide)
            .Bot("safety.question.suicide")
            .Person(words)
            .Does(new AnswerCaringQuestion(InDanger: true))
            .Ends();

    [Theory]
    [InlineData("no")]
    [InlineData("No thank you")]
    [InlineData("nope")]
    [InlineData("No, I'm not. Thanks x")]
    [InlineData("no im fine thank you")]
    public void A_clear_no_keeps_it_visible(string words) =>
        Transcript.Of(new CaringQuestionDialog(), AboutSuicide.With("third-party", "yes"))
            .Bot("safety.question.suicide.other")
            .Person(words)
            .Does(new AnswerCaringQuestion(InDanger: false))
            .Bot("safety.stood-down")
            .Ends();

    [Fact]
    public void A_caring_question_without_an_answer_is_looked_at_by_a_person() =>
        Transcript.Of(new CaringQuestionDialog(), AboutSuicide)
            .Bot("safety.question.suicide")
            .Silence()
            .Does(new OpenHandOff(HandOffReason.Review))
            .Ends();

    [Theory]
    [InlineData("1", true)]
    [InlineData("yes", true)]
    [InlineData("2", false)]
    [InlineData("who is this", false)]
    [InlineData("1 or 2", false)]
    public void Only_a_clear_one_makes_it_safe_to_text_and_nothing_is_said(string words, bool safe) =>
        Transcript.Of(new SafeToTextDialog())
            .Person(words)
            .Does(new AnswerSafeToText(safe))
            .Ends();

    [Fact]
    public void Silence_after_safe_to_text_stays_silent() => Transcript.Of(new SafeToTextDialog()).Silence().Ends();

    [Fact]
    public void A_likely_stop_is_asked_about_and_a_yes_stops_the_topic_meant() =>
        Transcript.Of(new StopQuestionDialog(), Slots.Empty.With("topic", "Reminders"))
            .Bot("consent.stop-question.ask")
            .Person("what")
            .Bot("consent.stop-question.again")
            .Person("1")
            .Does(new ChangeTexts(ConsentTopic.Reminders, Stopped: true))
            .Bot("consent.stop.reminders")
            .Ends();

    [Fact]
    public void A_no_to_the_stop_question_changes_nothing() =>
        Transcript.Of(new StopQuestionDialog()).Bot("consent.stop-question.ask").Person("2").Bot("consent.stop-question.no").Ends();

    [Fact]
    public void Silence_after_the_stop_question_changes_nothing() =>
        Transcript.Of(new StopQuestionDialog()).Bot("consent.stop-question.ask").Silence().Ends();

    [Fact]
    public void A_third_answer_that_is_not_clear_brings_a_person() =>
        Transcript.Of(new StopQuestionDialog())
            .Bot("consent.stop-question.ask")
            .Person("hm")
            .Bot("consent.stop-question.again")
            .Person("hmm")
            .Bot("consent.stop-question.again")
            .Person("hmmm")
            .Does(new OpenHandOff(HandOffReason.Misunderstood))
            .Bot("consent.question.person")
            .IsIn(StopQuestionState.Asking);

    [Fact]
    public void A_claimed_number_is_asked_one_neutral_question()
    {
        Transcript.Of(new TextableDialog())
            .BotSays("Hello from Hill Town Link. Is it OK to text you here? Reply Y or N.")
            .Person("Y")
            .Does(new RecordConsent(ConsentTopic.TextingThisNumber, Agreed: true, "consent.textable.ask"))
            .Bot("consent.textable.yes")
            .Ends();
        Transcript.Of(new TextableDialog())
            .Bot("consent.textable.ask")
            .Person("wrong number mate")
            .Does(new RecordConsent(ConsentTopic.TextingThisNumber, Agreed: false, "consent.textable.ask"))
            .Bot("consent.textable.no")
            .Ends();
    }

    [Fact]
    public void Words_that_fit_two_questions_are_asked_about_and_given_to_the_one_chosen() =>
        Transcript.Of(new WhichDialog(), WhichDialog.About("yes", [("referral", "12", null), ("stop-question", "15", null)]), "yes")
            .BotSays("Thank you. Is that about 1 the help you want or 2 stopping our texts? Reply 1 or 2.")
            .Person("2 please")
            .Does(new GiveWords("15", "yes"))
            .Ends();

    [Fact]
    public void Three_questions_are_asked_about_in_one_text() =>
        Transcript.Of(new WhichDialog(), WhichDialog.About("yes", [("referral", "12", null), ("stop-question", "15", null), ("textable", "17", null)]), "yes")
            .BotSays("Thank you. Is that about 1 the help you want, 2 stopping our texts or 3 texts to this phone? Reply 1, 2 or 3.")
            .Person("three")
            .Does(new GiveWords("17", "yes"))
            .Ends();

    [Theory]
    [InlineData("3")]
    [InlineData("yes")]
    [InlineData("what do you mean")]
    public void What_is_no_number_of_the_list_ends_the_question_without_a_word(string words) =>
        Transcript.Of(new WhichDialog(), WhichDialog.About("yes", [("referral", "12", null), ("stop-question", "15", null)]), "yes")
            .Bot("which.ask")
            .Person(words)
            .Holds("closed.reason", "unanswered")
            .Ends();

    [Fact]
    public void Silence_after_it_leaves_the_open_questions_to_ask_again() =>
        Transcript.Of(new WhichDialog(), WhichDialog.About("yes", [("referral", "12", null), ("stop-question", "15", null)]), "yes")
            .Bot("which.ask")
            .Silence()
            .Ends();

    [Fact]
    public void Every_dialog_has_a_short_name_to_be_asked_about_by()
    {
        var unnamed = ShippedDialogs.Book().Names.Where(name => !TextBook.Shipped.Has("en", "which.name." + name));
        Assert.Equal(["caring", "safe-to-text"], unnamed.Order()); // these go before every other question
    }

    [Fact]
    public void On_a_shared_phone_a_first_name_is_asked_before_words_go_to_a_person() =>
        Transcript.Of(new ReturningDialog(), Slots.Empty.With("shared", "yes"))
            .Bot("returning.ask")
            .Person("1")
            .BotSays("Thank you. More than one person may use this phone. What is your first name?")
            .Person("??")
            .Bot("returning.name.again")
            .Person("its Ann Lee")
            .Does(new OpenHandOff(HandOffReason.Asked))
            .Bot("returning.passed")
            .Holds("name.first", "Ann")
            .Ends();

    [Fact]
    public void Whoever_does_not_say_who_they_are_reaches_a_person_all_the_same() =>
        Transcript.Of(new ReturningDialog(), Slots.Empty.With("shared", "yes"))
            .Bot("returning.ask")
            .Person("1")
            .Bot("returning.name")
            .Silence()
            .Does(new OpenHandOff(HandOffReason.Asked))
            .Bot("returning.passed")
            .Holds("name.first", null)
            .Ends();
}
