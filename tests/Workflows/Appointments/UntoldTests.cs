using Companion.Dialogs.Understanding;
using Companion.Workflows.Appointments;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Referrals;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Appointments;

/// <summary>Appointments of which no text can tell in time: somebody phones, and no answer is awaited.</summary>
public sealed class UntoldTests
{
    [Fact]
    public async Task Booked_at_night_for_the_early_morning_somebody_phones_once()
    {
        await using var rig = await Booked.Referred();
        await rig.Until(17, 21);

        await rig.Book(Booked.Phone(18, 8, 0));
        await rig.Until(18, 7);

        Assert.Empty(rig.Told());
        Assert.Single(await Phoned(rig), task => task.Reason.Contains("Wed 18 March, 8am", StringComparison.Ordinal));
        Assert.DoesNotContain(await rig.All<Conversation>(), talk => talk is { Dialog: "appointment", ClosedAt: null });
    }

    [Fact]
    public async Task A_talk_whose_text_did_not_go_ends_in_a_turn_about_its_address_and_not_where_texts_are_claimed()
    {
        await using var rig = await Booked.Referred();
        await rig.Until(17, 21);
        await rig.Book(Booked.Phone(18, 8, 0));

        var talk = Assert.Single(await rig.All<Conversation>(), talk => talk.Dialog == "appointment");
        Assert.Null(talk.ClosedAt);
        Assert.Equal(talk.AddressId, Assert.Single(await rig.All<TimerRow>(), timer => timer.Kind == TimerKind.NotSent && timer.SubjectId == talk.Id).AddressId);
        await rig.Fire();

        Assert.Equal("not sent", Assert.Single(await rig.All<Conversation>(), talk => talk.Dialog == "appointment").CloseReason);
        Assert.DoesNotContain(await rig.All<TimerRow>(), timer => timer.Kind == TimerKind.NotSent);
    }

    [Fact]
    public async Task Moved_at_night_from_the_early_morning_it_is_told_before_the_old_time()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(18, 7, 45));
        await rig.Until(17, 21, 30);

        await rig.Move(id, Booked.Phone(25, 10));
        await rig.Until(18, 7, 40);

        Assert.Equal("appointment.moved", rig.Told()[^1]);
    }

    [Fact]
    public async Task Called_off_when_no_text_told_them_the_old_task_closes_and_somebody_phones()
    {
        await using var rig = await Booked.Referred();
        await rig.Text("STOP");
        var id = await rig.Book(Booked.Phone(20, 14));
        var before = Assert.Single(await Phoned(rig));

        await rig.CallOff(id);

        var tasks = await Phoned(rig);
        Assert.NotNull(tasks.Single(task => task.Id == before.Id).DoneAt);
        Assert.Contains("called off", Assert.Single(tasks, task => task.DoneAt is null).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_STOP_REMINDERS_no_question_waits_for_an_answer()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(20, 14));
        await rig.Text("Y");
        await rig.Text("STOP REMINDERS");

        await rig.Until(20, 13);

        Assert.DoesNotContain(await rig.All<Conversation>(), talk => talk.Dialog == "appointment" && talk.State == "Waiting" && talk.ClosedAt is null);
    }

    [Fact]
    public async Task A_reference_with_somebody_elses_number_is_refused_in_words()
    {
        await using var rig = await Booked.Referred();
        await Booked.Refer(rig, "+447700900124");
        var anna = (await rig.All<Case>()).OrderBy(one => one.Id).First();
        var find = rig.Part<FindPerson>();

        var theirs = await find.Handle("shire", anna.Reference, Number("+447700900124"), TestContext.Current.CancellationToken);
        var unknown = await find.Handle("shire", anna.Reference, Number("+447700900125"), TestContext.Current.CancellationToken);

        Assert.Equal((null, "phone"), (theirs.Whom, theirs.Field));
        Assert.StartsWith("This number is known here", theirs.Reason, StringComparison.Ordinal);
        Assert.Equal("+447700900125", unknown.Whom?.Number);
    }

    [Theory]
    [InlineData("Cancer Centre", "Jo", "place")]
    [InlineData("Oak Hall", "Debt team", "with")]
    public void A_place_or_a_name_that_tells_of_health_is_refused(string place, string with, string field) => Assert.Equal(
        field,
        new AppointmentPlan(AppointmentKind.FaceToFace, new LocalDate(2026, 3, 20), new LocalTime(14, 30), 45, place, with).Wrong(Booked.Monday)?.Field);

    private static PhoneNumber Number(string e164) => PhoneNumber.TryParse(e164, out var number) ? number : default;

    private static async Task<List<StaffTask>> Phoned(Rig rig) => [.. (await rig.All<StaffTask>()).Where(task => task.Kind == "Phone")];
}
