using Companion.Dialogs.Groups;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Tests.Talking;

namespace Companion.Dialogs.Tests.Groups;

/// <summary>An offered place is taken, declined, or runs out.</summary>
public sealed class PlaceOfferDialogTests
{
    private static readonly Slots About = Slots.Empty
        .With(GroupSlots.Group, "Tea and chat")
        .With(GroupSlots.Day, "Tue 8 Dec")
        .With(GroupSlots.Time, "10:30am")
        .With(GroupSlots.Weekday, "Tuesday")
        .With(GroupSlots.Place, "Hill Hall")
        .With(GroupSlots.By, "9am on Thu 3 Dec");

    [Fact]
    public void Yes_takes_it() => Asked()
        .Person("Yes please").Does(new TakePlace()).BotSays("You have a place in Tea and chat. We will text you the day before each time.")
        .Ends();

    [Fact]
    public void No_gives_it_to_the_next() => Asked()
        .Person("no thanks").Does(new DeclinePlace()).Bot("place.no")
        .Ends();

    [Fact]
    public void Silence_lets_it_run_out_without_a_word_and_a_late_yes_goes_back_on_the_list() => Asked()
        .Silence().Does(new LapsePlace()).IsIn(PlaceOfferState.Lapsed)
        .Person("Y").Does(new WaitAgain()).Bot("place.late")
        .Ends();

    [Fact]
    public void A_late_no_ends_it() => Asked()
        .Silence().Does(new LapsePlace())
        .Person("no").Bot("place.no")
        .Ends();

    [Fact]
    public void The_place_is_told_before_they_decide() => Asked()
        .Person("where is it?").BotSays("Tea and chat is at Hill Hall. Reply Y to take the place or N if not.")
        .IsIn(PlaceOfferState.Asking);

    [Fact]
    public void Unclear_words_lead_to_a_person_and_the_place_is_kept_meanwhile() => Asked()
        .Person("purple").Bot("place.again")
        .Person("purple").Bot("place.again.offer")
        .Person("purple").Does(new OpenHandOff(HandOffReason.Misunderstood)).Bot("place.lost")
        .Ends();

    [Fact]
    public void Long_words_about_a_day_leave_a_session_to_answer_first()
    {
        var dialog = new PlaceOfferDialog();
        var place = dialog.Begin(About, Town.Says("")).Place;
        Assert.Equal(Fit.Clear, dialog.Fits(place, Town.Says("N")));
        Assert.Equal(Fit.Possible, dialog.Fits(place, Town.Says("I can't come on Tuesday after all")));
    }

    private static Transcript Asked() => Transcript.Of(new PlaceOfferDialog(), About).Bot("place.ask");
}
