using Companion.Dialogs.Consent;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Consent;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using static Companion.Workflows.CheckIns.CheckInStatus;

namespace Companion.Workflows.Tests.CheckIns;

/// <summary>Why a check-in went unanswered, and the next best way to ask.</summary>
public sealed class UnansweredTests
{
    [Theory]
    [InlineData(Missed, "It was not answered to the end.", WhyUnanswered.NoReply, NextChannel.Phone)]
    [InlineData(Partial, "It was not answered to the end.", WhyUnanswered.Part, NextChannel.WebChatLink)]
    [InlineData(NotOffered, "They are too young, or their age is not known.", WhyUnanswered.TooYoung, NextChannel.NothingTooYoung)]
    [InlineData(NotOffered, "Somebody else referred them, and gave no number of theirs.", WhyUnanswered.ReferredByOther, NextChannel.InPerson)]
    [InlineData(NotOffered, "They wrote in web chat; there is no number to text.", WhyUnanswered.NoNumber, NextChannel.InPerson)]
    [InlineData(NotOffered, "Other people read this phone; please ask in person.", WhyUnanswered.SharedPhone, NextChannel.InPerson)]
    [InlineData(NotOffered, "The number has not been agreed for texts.", WhyUnanswered.NotAgreed, NextChannel.Phone)]
    [InlineData(NotOffered, "They were asked after another referral.", WhyUnanswered.AskedLately, NextChannel.NothingAskedLately)]
    [InlineData(NotOffered, "The address is marked: WrongNumber.", WhyUnanswered.WasMarked, NextChannel.Phone)]
    [InlineData(NotOffered, "The person stopped these texts.", WhyUnanswered.Stopped, NextChannel.Phone)] // and started them again since
    [InlineData(Missed, "A red flag is open: a person has to clear it.", WhyUnanswered.RedFlag, NextChannel.Phone)]
    [InlineData(Missed, "Its window closed before it could be asked.", WhyUnanswered.TooLate, NextChannel.Phone)]
    [InlineData(NotOffered, "words of another release", WhyUnanswered.Other, NextChannel.Phone)]
    [InlineData(NotOffered, null, WhyUnanswered.Other, NextChannel.Phone)]
    public void Each_reason_has_its_next_channel(CheckInStatus status, string? reason, WhyUnanswered why, NextChannel next) =>
        Assert.Equal(new Unanswered(why, next), Of(status, reason, Somebody()));

    [Theory]
    [InlineData(AddressTrouble.Died, WhyUnanswered.Died, NextChannel.NothingTheyDied)]
    [InlineData(AddressTrouble.WrongNumber, WhyUnanswered.WrongNumber, NextChannel.InPerson)]
    [InlineData(AddressTrouble.MovedAway, WhyUnanswered.MovedAway, NextChannel.InPerson)]
    [InlineData(AddressTrouble.UnsafeToText, WhyUnanswered.UnsafeToText, NextChannel.InPerson)]
    [InlineData(AddressTrouble.WrongNumber | AddressTrouble.Died, WhyUnanswered.Died, NextChannel.NothingTheyDied)]
    public void What_the_number_is_marked_as_comes_first(AddressTrouble trouble, WhyUnanswered why, NextChannel next)
    {
        var address = Somebody();
        address.Trouble = trouble;

        Assert.Equal(new Unanswered(why, next), Of(Missed, "It was not answered to the end.", address));
    }

    [Theory]
    [InlineData(ConsentTopic.Everything)]
    [InlineData(ConsentTopic.CheckIns)]
    public void Who_asked_us_to_stop_is_left_in_peace(ConsentTopic topic)
    {
        var address = Somebody();
        Stops.Set(address, topic, stopped: true);

        Assert.Equal(new Unanswered(WhyUnanswered.Stopped, NextChannel.NothingTheyStopped), Of(Partial, "It was not answered to the end.", address));
    }

    [Fact]
    public void Who_stopped_reminders_may_still_be_phoned_about_a_check_in()
    {
        var address = Somebody();
        Stops.Set(address, ConsentTopic.Reminders, stopped: true);

        Assert.Equal(NextChannel.Phone, Of(Missed, "It was not answered to the end.", address).Next);
    }

    [Theory]
    [InlineData(WhyUnanswered.Undelivered, SendStatus.Undelivered)]
    [InlineData(WhyUnanswered.Undelivered, SendStatus.Refused, SendStatus.Expired)]
    [InlineData(WhyUnanswered.NoReply, SendStatus.Delivered, SendStatus.Undelivered)]
    [InlineData(WhyUnanswered.NoReply, SendStatus.Sent)]
    public void A_silence_after_texts_that_got_nowhere_is_no_silence(WhyUnanswered why, params SendStatus[] texts) => Assert.Equal(
        new Unanswered(why, NextChannel.Phone), Unanswered.Of(Wave(Missed, "It was not answered to the end."), Somebody(), texts));

    private static Unanswered Of(CheckInStatus status, string? reason, Address address) => Unanswered.Of(Wave(status, reason), address, []);

    private static CheckIn Wave(CheckInStatus status, string? reason) => new() { ServiceId = "shire", Instrument = "ons4", Status = status, Reason = reason };

    private static Address Somebody() => new() { ServiceId = "shire", Value = Rig.Anna };
}
