using Companion.Dialogs.Appointments;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Tests.Talking;
using Companion.Dialogs.Words;
using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Appointments;

/// <summary>What is said to people about an appointment, and what they can answer.</summary>
public sealed class AppointmentDialogTests
{
    private const string LongestServiceOfTheSample = "Shire Links";

    private static readonly Slots PhoneCall = Slots.Empty
        .With(AppointmentSlots.Id, "7").With(AppointmentSlots.Step, AppointmentSteps.Reminder).With(AppointmentSlots.Kind, "phone")
        .With(AppointmentSlots.When, "Tue 3 March, 10:30am").With(AppointmentSlots.Day, "Tuesday").With(AppointmentSlots.With, "Jo")
        .With(AppointmentSlots.Link, "https://example.org/l/1");

    private static readonly Slots Offering = PhoneCall
        .With(AppointmentSlots.Offer(1), "Wed 4 March, 10am").With(AppointmentSlots.OfferAt(1), "2026-03-04T10:00")
        .With(AppointmentSlots.Offer(2), "Thu 5 March, 2pm").With(AppointmentSlots.OfferAt(2), "2026-03-05T14:00");

    [Fact]
    public void Yes_then_no_the_last_holds_and_is_said_back() => Begin(PhoneCall)
        .BotSays("Hill Town Link reminder: phone call with Jo on Tue 3 March, 10:30am. Reply Y if that's OK, C if not, R for another time.")
        .Person("Y")
        .Does(new AnswerAppointment(AppointmentAnswer.Coming))
        .Bot("appointment.yes")
        .Person("Tuesday is no good, I can't make it")
        .Does(new AnswerAppointment(AppointmentAnswer.NotComing))
        .Bot("appointment.no")
        .Person("C")
        .Bot("appointment.stands.off")
        .Person("Y")
        .Bot("appointment.stands.off")
        .IsIn(AppointmentState.Listening);

    [Theory]
    [InlineData("Y", AppointmentAnswer.Coming)]
    [InlineData("Tuesday is fine", AppointmentAnswer.Coming)]
    [InlineData("yes but late", AppointmentAnswer.ComingLate)]
    [InlineData("running 10 mins late", AppointmentAnswer.ComingLate)]
    [InlineData("yes and I won't be late", AppointmentAnswer.Coming)]
    [InlineData("N", AppointmentAnswer.NotComing)]
    [InlineData("cancel", AppointmentAnswer.NotComing)]
    [InlineData("ancel", AppointmentAnswer.NotComing)]
    [InlineData("can't make it sorry", AppointmentAnswer.NotComing)]
    [InlineData("R", AppointmentAnswer.AnotherTime)]
    public void Answers_are_heard_in_the_ways_people_give_them(string words, AppointmentAnswer answer)
    {
        var dialog = new AppointmentDialog();
        var step = dialog.Hear(dialog.Begin(PhoneCall, Town.Says("")).Place, Town.Says(words));
        Assert.Equal(answer, Assert.Single(step.Effects.OfType<AnswerAppointment>()).Answer);
    }

    [Theory]
    [InlineData("yes but is it wheelchair accessible?", AppointmentAnswer.Coming, "appointment.yes")]
    [InlineData("Y can my daughter come too", AppointmentAnswer.Coming, "appointment.yes")]
    [InlineData("yes fine. do I need to bring my tablets", AppointmentAnswer.Coming, "appointment.yes")]
    [InlineData("running 10 mins late, the dog is poorly", AppointmentAnswer.ComingLate, "appointment.yes.late")]
    [InlineData("no sorry I'm in hospital", AppointmentAnswer.NotComing, "appointment.no")]
    [InlineData("N my electric has gone off", AppointmentAnswer.NotComing, "appointment.no")]
    public void Words_beside_an_answer_are_passed_on_and_the_answer_counts(string words, AppointmentAnswer answer, string key) => Begin(PhoneCall)
        .Bot("appointment.reminder")
        .Person(words)
        .Does(new AnswerAppointment(answer, More: true))
        .Bot(key + ".more")
        .IsIn(AppointmentState.Listening);

    [Fact]
    public void Words_beside_a_wish_for_another_time_are_passed_on_too() => Begin(PhoneCall)
        .Bot("appointment.reminder")
        .Person("R the boiler man is here")
        .Does(new AnswerAppointment(AppointmentAnswer.AnotherTime, More: true))
        .BotSays("No problem, we will find another time. Somebody will read what else you wrote. Which days or times suit you? Use your own words.")
        .IsIn(AppointmentState.AskingWhen);

    [Fact]
    public void Words_beside_an_answer_that_cannot_be_any_more_still_reach_somebody() => Begin(PhoneCall)
        .Bot("appointment.reminder")
        .Person("C")
        .Does(new AnswerAppointment(AppointmentAnswer.NotComing))
        .Bot("appointment.no")
        .Person("yes but I need a hearing loop")
        .Does(new AnswerAppointment(AppointmentAnswer.NotComing, More: true))
        .Bot("appointment.stands.off")
        .Bot("appointment.more")
        .IsIn(AppointmentState.Listening);

    [Theory]
    [InlineData("Yes that's fine thank you, see you on Tuesday")]
    [InlineData("Yes please love x")]
    [InlineData("no thank you")]
    [InlineData("Can't make it, sorry. Sheila")]
    [InlineData("cancle my appt ta")]
    [InlineData("no worries I'll be there")]
    [InlineData("yes but running a bit late, stuck in traffic")]
    [InlineData("Yes thanks Jean")]
    public void An_answer_and_no_more_passes_nothing_on(string words)
    {
        var dialog = new AppointmentDialog();
        var step = dialog.Hear(dialog.Begin(PhoneCall, Town.Says("")).Place, Town.Says(words));
        Assert.False(Assert.Single(step.Effects.OfType<AnswerAppointment>()).More);
    }

    [Fact]
    public void Asked_for_another_time_their_own_words_are_kept() => Begin(PhoneCall)
        .Bot("appointment.reminder")
        .Person("R")
        .Does(new AnswerAppointment(AppointmentAnswer.AnotherTime))
        .Bot("appointment.when")
        .Person("any day but Tuesday")
        .Does(new AnswerAppointment(AppointmentAnswer.AnotherTime, "any day but Tuesday"))
        .Bot("appointment.rebook")
        .Person("Y")
        .Bot("appointment.stands.another")
        .IsIn(AppointmentState.Listening);

    [Fact]
    public void Free_times_are_offered_and_one_is_taken() => Begin(Offering)
        .Bot("appointment.reminder")
        .Person("R")
        .Does(new AnswerAppointment(AppointmentAnswer.AnotherTime))
        .BotSays("No problem. Which suits you, 1 Wed 4 March, 10am or 2 Thu 5 March, 2pm? Reply 1 or 2, or tell us what suits you.")
        .Person("2")
        .Does(new TakeFreeTime("2026-03-05T14:00"))
        .BotSays("Thank you. One moment, we are booking Thu 5 March, 2pm.")
        .IsIn(AppointmentState.Listening);

    [Fact]
    public void Asked_with_a_day_at_once_their_words_are_kept_and_nothing_is_offered() => Begin(Offering)
        .Bot("appointment.reminder")
        .Person("can we change it to Friday afternoon")
        .Does(new AnswerAppointment(AppointmentAnswer.AnotherTime, "can we change it to Friday afternoon"))
        .Bot("appointment.rebook")
        .Person("can we change it")
        .Does(new AnswerAppointment(AppointmentAnswer.AnotherTime))
        .Bot("appointment.offer.two")
        .IsIn(AppointmentState.Choosing);

    [Fact]
    public void A_bare_number_is_no_answer_to_an_appointment() => Begin(PhoneCall)
        .Bot("appointment.reminder")
        .Person("2")
        .Bot("appointment.again")
        .Person("1")
        .Bot("appointment.again.offer")
        .IsIn(AppointmentState.Waiting);

    [Fact]
    public void Thanks_are_thanked_for_and_change_nothing() => Begin(PhoneCall)
        .Bot("appointment.reminder")
        .Person("cheers")
        .Bot("appointment.thanks")
        .IsIn(AppointmentState.Waiting)
        .Person("R")
        .Does(new AnswerAppointment(AppointmentAnswer.AnotherTime))
        .Bot("appointment.when")
        .Person("thanks")
        .Bot("appointment.thanks")
        .Person("Mondays")
        .Does(new AnswerAppointment(AppointmentAnswer.AnotherTime, "Mondays"))
        .Bot("appointment.rebook")
        .Person("ok see you")
        .Bot("appointment.thanks")
        .IsIn(AppointmentState.Listening);

    [Fact]
    public void Questions_get_the_details_again() => Begin(PhoneCall)
        .Bot("appointment.reminder")
        .Person("what time is it again?")
        .BotSays("Here it is again: phone call with Jo on Tue 3 March, 10:30am. To ask us more, phone 01632 960 001.")
        .Person("calendar")
        .BotSays("Here is the link for your calendar: https://example.org/l/1")
        .IsIn(AppointmentState.Waiting);

    [Fact]
    public void What_is_not_understood_is_asked_again_then_offers_a_person_then_brings_one_and_still_listens() => Begin(PhoneCall)
        .Bot("appointment.reminder")
        .Person("purple")
        .Bot("appointment.again")
        .Person("purple")
        .Bot("appointment.again.offer")
        .Person("purple")
        .Does(new OpenHandOff(HandOffReason.Misunderstood))
        .Bot("appointment.lost")
        .Person("Y")
        .Does(new AnswerAppointment(AppointmentAnswer.Coming))
        .Bot("appointment.yes")
        .Silence()
        .Ends();

    [Fact]
    public void On_a_shared_phone_a_wrong_name_learns_nothing_and_three_bring_a_person() => Begin(PhoneCall.With(AppointmentSlots.Names, "Samantha|Sam"))
        .BotSays("Hill Town Link: this is for one person on this phone. Which first name?")
        .Person("Peter")
        .BotSays("Thank you. This is for somebody else. They can reply with their first name.")
        .Person("Paul")
        .Bot("appointment.name.other")
        .Person("Mary")
        .Does(new OpenHandOff(HandOffReason.Misunderstood))
        .Bot("appointment.name.lost")
        .Ends();

    [Fact]
    public void On_a_shared_phone_the_right_name_gets_the_details() => Begin(PhoneCall.With(AppointmentSlots.Names, "Samantha|Sam"))
        .Bot("appointment.name")
        .Person("it's sam")
        .Bot("appointment.reminder")
        .IsIn(AppointmentState.Waiting);

    [Fact]
    public void Called_off_by_the_service_it_is_only_told() => Begin(PhoneCall.With(AppointmentSlots.Step, AppointmentSteps.Cancelled))
        .BotSays("Sorry, Hill Town Link has to call off this phone call on Tue 3 March, 10:30am. We will be in touch. You can phone 01632 960 001.")
        .Ends();

    // Only the confirmation is longer: it carries the link to the calendar, once.
    [Theory]
    [InlineData("appointment.reminder")]
    [InlineData("appointment.reminder.place")]
    [InlineData("appointment.last")]
    [InlineData("appointment.last.place")]
    [InlineData("appointment.moved")]
    [InlineData("appointment.moved.place")]
    [InlineData("appointment.cancelled")]
    [InlineData("appointment.name")]
    [InlineData("appointment.yes")]
    [InlineData("appointment.no")]
    [InlineData("appointment.yes.more")]
    [InlineData("appointment.no.more")]
    public void Every_reminder_is_one_text_with_the_longest_values(string key)
    {
        foreach (var kind in new[] { "phone", "place", "home", "video" })
        {
            var words = TextBook.Shipped.Render(
                "en",
                key,
                [
                    ("service", LongestServiceOfTheSample), ("phone", "01632 960 100"), ("what", "@appointment.kind." + kind), ("with", new string('j', 20)),
                    ("when", "Wed 30 September, 10:30am"), ("place", new string('p', 36)),
                ]);
            Assert.True(Gsm7.Fits(words) && Gsm7.Segments(words) == 1, $"{words.Length} letters: {words}");
        }
    }

    [Fact]
    public void An_answered_appointment_only_listens()
    {
        var dialog = new AppointmentDialog();
        var answered = dialog.Hear(dialog.Begin(PhoneCall, Town.Says("")).Place, Town.Says("Y")).Place;
        Assert.False(dialog.Asks(answered));
        Assert.Equal(Fit.Clear, dialog.Fits(answered, Town.Says("sorry I have to cancel")));
        Assert.Equal(Fit.None, dialog.Fits(answered, Town.Says("my neighbour has a dog")));
        Assert.Equal(Fit.None, dialog.Fits(answered, Town.Says("7")));
    }

    [Fact]
    public void A_whole_talk_about_an_appointment() => Golden.Matches(
        "tests/Dialogs/Appointments/Transcripts/rebooked.txt",
        Transcript.PlayKnowing(new AppointmentDialog(), Offering, "", "where is it", "blue", "Y", "actually I can't make it", "R", "2", "R", "mornings suit me best", "thanks", ""));

    private static Transcript Begin(Slots known) => Transcript.Of(new AppointmentDialog(), known);
}
