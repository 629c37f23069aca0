using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Tests.Appointments;
using NodaTime;

namespace Companion.Workflows.Tests.Receiving;

/// <summary>An appointment is open for weeks beside every other question: it takes no answers that are not for it.</summary>
public sealed class OtherQuestionTests
{
    [Fact]
    public async Task A_booking_that_nobody_answered_keeps_no_check_in_from_being_asked()
    {
        await using var rig = await BookedAndAsked(answerTheBooking: false);

        Assert.Equal(CheckInStatus.Offered, (await rig.All<CheckIn>()).Single().Status);
    }

    [Theory]
    [InlineData("not really", false)]
    [InlineData("no", true)]
    [InlineData("not at all", false)]
    public async Task A_no_after_how_satisfied_are_you_is_asked_about_and_calls_nothing_off(string words, bool answered)
    {
        await using var rig = await BookedAndAsked(answered);

        await rig.Text(words);

        Assert.StartsWith("Thank you. Is that about 1 ", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        Assert.NotEqual(AppointmentStatus.CancelledByPerson, (await rig.All<Appointment>()).Single().Status);
    }

    [Fact]
    public async Task A_number_is_for_the_check_in_and_C_is_for_the_appointment()
    {
        await using var rig = await BookedAndAsked(answerTheBooking: true);

        await rig.Text("7");
        await rig.Text("C");

        Assert.Equal(7, (await rig.All<CheckInScore>()).Single().Score);
        Assert.Equal(AppointmentStatus.CancelledByPerson, (await rig.All<Appointment>()).Single().Status);
    }

    [Theory]
    [InlineData("no I am not ok")]
    [InlineData("not good today to be honest")]
    public async Task What_only_listens_is_not_called_off_by_words_about_something_else(string words)
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(27, 14));
        await rig.Text("Y");

        await rig.Text(words);

        Assert.Equal(AppointmentStatus.Confirmed, (await rig.All<Appointment>()).Single().Status);
    }

    // Booked for the end of next week; the baseline is asked in the afternoon of the first day.
    private static async Task<Rig> BookedAndAsked(bool answerTheBooking)
    {
        var rig = await Booked.Referred(service => service.CheckIns.Weeks = "0");
        await rig.Book(Booked.Phone(27, 14));
        if (answerTheBooking)
        {
            await rig.Text("Y");
        }

        await rig.Play(rig.Clock.Now + Duration.FromHours(8));
        Assert.Contains(rig.Carrier.Carried, text => text.TextKey == "checkin.ons4.open");
        return rig;
    }
}
