using Companion.Dialogs.Groups;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Tests.Talking;
using Companion.Dialogs.Words;
using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Groups;

/// <summary>What is said about a session, and what becomes of it.</summary>
public sealed class SessionDialogTests
{
    private static readonly Slots About = Slots.Empty
        .With(GroupSlots.Group, "Tea and chat")
        .With(GroupSlots.Day, "Tue 8 Dec")
        .With(GroupSlots.Time, "10:30am")
        .With(GroupSlots.Weekday, "Tuesday")
        .With(GroupSlots.Place, "Hill Hall, Mill Lane");

    [Theory]
    [InlineData("Y")]
    [InlineData("yes please")]
    [InlineData("I'll be there")]
    [InlineData("Tuesday is fine")]
    [InlineData("see you tuesday")]
    public void Yes_in_any_wording_is_coming(string words) => Asked()
        .Person(words)
        .Does(new TellComing(true))
        .BotSays("Thank you. See you on Tue 8 Dec at 10:30am.")
        .IsIn(SessionState.Listening);

    [Theory]
    [InlineData("N")]
    [InlineData("sorry can't make it")]
    [InlineData("cancel")]
    [InlineData("not this week")]
    public void No_is_not_coming_this_once_and_keeps_the_place(string words) => Asked()
        .Person(words)
        .Does(new TellComing(false))
        .Bot("session.no")
        .IsIn(SessionState.Listening);

    [Fact]
    public void A_change_of_mind_is_heard_until_it_is_over() => Asked()
        .Person("Y").Does(new TellComing(true)).Bot("session.yes")
        .Person("sorry I can't come after all").Does(new TellComing(false)).Bot("session.no")
        .Person("thanks").Bot("session.thanks")
        .Silence()
        .Ends();

    [Theory]
    [InlineData("I don't want to come any more")]
    [InlineData("please take me off the list")]
    [InlineData("I want to leave the group")]
    [InlineData("not coming anymore")]
    public void Leaving_for_good_is_asked_about_first(string words) => Asked()
        .Person(words).BotSays("Do you want to leave Tea and chat for good? Reply Y or N.")
        .IsIn(SessionState.AskingToLeave)
        .Person("Y").Does(new LeaveTheGroup()).Bot("session.left")
        .Ends();

    [Fact]
    public void Staying_after_all_is_asked_again_whether_they_come() => Asked()
        .Person("I want to leave").Bot("session.leave")
        .Person("no").Bot("session.stays")
        .Person("ok").Does(new TellComing(true)).Bot("session.yes")
        .IsIn(SessionState.Listening);

    [Theory]
    [InlineData("can I bring my sister", 1)]
    [InlineData("yes, and can I bring two friends", 2)]
    [InlineData("is it ok if my carer comes", 1)]
    public void Guests_are_asked_for_and_whoever_brings_them_comes(string words, int guests) => Asked()
        .Person(words)
        .Does(new TellComing(true))
        .Does(new BringGuests(guests))
        .IsIn(SessionState.Asking);

    [Fact]
    public void The_way_is_told_with_what_is_known_of_transport() => Transcript
        .Of(new SessionDialog(), About.With(GroupSlots.Transport, "Bus 7 stops outside, step free."))
        .Bot("session.ask")
        .Person("where is it").BotSays("Tea and chat is at Hill Hall, Mill Lane, at 10:30am. Bus 7 stops outside, step free.")
        .Person("N").Does(new TellComing(false)).Bot("session.no")
        .IsIn(SessionState.Listening);

    [Theory]
    [InlineData("running late sorry")]
    [InlineData("the bus is late, be there in 10")]
    public void Running_late_is_passed_on(string words) => Asked()
        .Person(words)
        .Does(new TellComing(true))
        .Does(new TellRunningLate())
        .Bot("session.late")
        .IsIn(SessionState.Listening);

    [Fact]
    public void Unclear_words_are_asked_again_then_a_person_is_offered_then_one_is_brought() => Asked()
        .Person("purple").Bot("session.again")
        .Person("purple").Bot("session.again.offer")
        .Person("purple").Does(new OpenHandOff(HandOffReason.Misunderstood)).Bot("session.lost")
        .Ends();

    [Fact]
    public void On_a_phone_that_others_read_nothing_is_told_before_the_first_name_fits()
    {
        var talk = Transcript.Of(new SessionDialog(), About.With(GroupSlots.FirstName, "Anna"));
        talk.BotSays("Hill Town Link: we have a message for somebody on this phone. Reply with your first name to read it.")
            .Person("Y").Bot("session.name.again")
            .Person("It's Anna").BotSays("Hill Town Link: Tea and chat is on Tue 8 Dec at 10:30am. Reply Y if you are coming, N if not. Reply WHERE for the place.")
            .Person("Y").Does(new TellComing(true)).Bot("session.yes")
            .IsIn(SessionState.Listening);
    }

    [Fact]
    public void Somebody_else_on_the_phone_is_told_nothing_and_a_person_looks() => Transcript
        .Of(new SessionDialog(), About.With(GroupSlots.FirstName, "Anna"))
        .Bot("session.name")
        .Person("Ben").Bot("session.name.again")
        .Person("Ben").Bot("session.name.again")
        .Person("Ben").Does(new OpenHandOff(HandOffReason.Misunderstood)).Bot("session.lost")
        .Ends();

    [Theory]
    [InlineData("I need help with my rent", Fit.None)]
    [InlineData("I can't come on Thursday", Fit.None)]
    [InlineData("I can't come on Tuesday", Fit.Clear)]
    [InlineData("N", Fit.Clear)]
    [InlineData("where is it", Fit.Clear)]
    [InlineData("can I bring my sister", Fit.Clear)]
    [InlineData("can my sister come too", Fit.Clear)]
    [InlineData("running late", Fit.Clear)]
    [InlineData("I can't come", Fit.Clear)]
    [InlineData("not coming tomorrow", Fit.Clear)]
    [InlineData("no thanks", Fit.Clear)]
    [InlineData("I had a row with my husband and feel low", Fit.None)]
    [InlineData("row with my husband again", Fit.None)]
    [InlineData("Can my doctor see these texts?", Fit.None)]
    [InlineData("my bus is late again and I cant stop crying", Fit.None)]
    [InlineData("my address has changed", Fit.None)]
    [InlineData("my benefits are delayed", Fit.None)]
    [InlineData("no I am not ok", Fit.None)]
    [InlineData("not good today", Fit.None)]
    [InlineData("no not really", Fit.None)]
    public void Once_answered_only_clear_words_about_it_are_taken(string words, Fit fit)
    {
        var dialog = new SessionDialog();
        var place = dialog.Hear(dialog.Begin(About, Town.Says("")).Place, Town.Says("Y")).Place;
        Assert.False(dialog.Asks(place));
        Assert.Equal(fit, dialog.Fits(place, Town.Says(words)));
    }

    [Theory]
    [InlineData("I had a row with my husband and feel low")]
    [InlineData("Can my doctor see these texts?")]
    [InlineData("my bus is late again and I cant stop crying")]
    [InlineData("my address has changed")]
    public void What_is_about_something_else_is_no_answer(string words) => Asked().Person(words).Bot("session.again").IsIn(SessionState.Asking);

    [Fact]
    public void A_whole_talk_is_as_it_was() => Golden.Matches(
        "tests/Dialogs/Groups/Transcripts/session.txt",
        Transcript.Play(new Known(About.With(GroupSlots.Transport, "Step free.")), "", "hm", "where is it?", "Y", "can I bring my sister?", "running late", "dont want to come any more", "Y"));

    [Fact]
    public void Every_reminder_and_change_is_one_segment_with_the_longest_names_that_are_allowed()
    {
        foreach (var key in (string[])["session.ask", "session.name", "session.off", "session.off.shared", "session.moved.shared", "session.yes", "session.no"])
        {
            foreach (var (day, time) in from month in Enumerable.Range(1, 12) from time in (string[])["10:30am", "12:45pm", "midday"] select (Month(month), time))
            {
                var text = TextBook.Shipped.Render(
                    "en", key, [("service", new string('S', 20)), ("group", new string('G', 20)), ("day", day), ("time", time), ("phone", "01632 960 100")]);
                Assert.DoesNotContain('{', text);
                Assert.True(Gsm7.Fits(text) && Gsm7.Segments(text) == 1, $"{text.Length}: {text}");
            }
        }
    }

    private static string Month(int month) => new NodaTime.LocalDate(2027, month, 28).ToString("ddd d MMM", System.Globalization.CultureInfo.InvariantCulture);

    private static Transcript Asked() => Transcript.Of(new SessionDialog(), About).Bot("session.ask");

    /// <summary>The dialog with what it knows when it begins.</summary>
    private sealed class Known(Slots slots) : IDialog
    {
        private readonly SessionDialog dialog = new();

        public string Name => dialog.Name;

        public int Version => dialog.Version;

        public string Diagram => dialog.Diagram;

        public Step Begin(Slots none, Utterance said) => dialog.Begin(slots, said);

        public Step Hear(Place place, Utterance said) => dialog.Hear(place, said);

        public Step Silence(Place place, Utterance said) => dialog.Silence(place, said);

        public Fit Fits(Place place, Utterance said) => dialog.Fits(place, said);

        public bool Asks(Place place) => dialog.Asks(place);
    }
}
