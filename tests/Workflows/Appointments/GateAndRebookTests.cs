using Companion.Workflows.Appointments;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Workflows.Tests.Appointments;

/// <summary>Appointments of people who stopped texts, share a phone, are in danger or cannot be texted; and free times.</summary>
public sealed class GateAndRebookTests
{
    [Fact]
    public async Task After_STOP_REMINDERS_none_goes_but_what_the_service_changes_is_told()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));
        await rig.Text("STOP REMINDERS");
        await rig.Until(19, 12);
        Assert.Equal(["appointment.booked"], rig.Told());

        await rig.CallOff(id);

        Assert.Equal(["appointment.booked", "appointment.cancelled"], rig.Told());
    }

    [Fact]
    public async Task After_STOP_a_change_by_the_service_becomes_a_phone_task()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));
        await rig.Text("STOP");

        await rig.Move(id, Booked.Phone(20, 16));

        Assert.DoesNotContain("appointment.moved", rig.Told());
        Assert.Contains(await rig.All<StaffTask>(), task => task.Kind == "Phone");
    }

    [Fact]
    public async Task On_a_shared_phone_a_first_name_comes_before_any_detail()
    {
        await using var rig = await Booked.Referred(shared: true);
        await rig.Book(new AppointmentPlan(AppointmentKind.FaceToFace, new LocalDate(2026, 3, 20), new LocalTime(14, 30), 45, "Oak Hall", "Jo"));
        Assert.Equal("Shire Links: this is for one person on this phone. Which first name?", rig.SentTo(Rig.Anna)[^1]);

        await rig.Text("Peter");
        Assert.DoesNotContain("March", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("Oak Hall", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        await rig.Text("sam");

        Assert.Contains("Fri 20 March, 2:30pm at Oak Hall", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_red_flag_holds_a_reminder_and_a_link_worker_is_told()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(20, 14));
        await rig.Text("i want to kill myself");

        await rig.Until(18, 15);

        Assert.Equal(["appointment.booked"], rig.Told());
        Assert.Contains(await rig.All<OutboundMessage>(), text => text is { TextKey: "appointment.reminder", Status: SendStatus.Queued });
    }

    [Theory]
    [InlineData(Finding.Died)]
    [InlineData(Finding.WrongNumber)]
    public async Task Whoever_cannot_be_texted_is_phoned_instead(Finding finding)
    {
        await using var rig = await Booked.Referred();
        var (referral, address) = ((await rig.All<Case>())[0], (await rig.All<Address>())[0]);
        await rig.Part<RecordFinding>().Handle(referral.Id, new Found(address.Id, finding, "told by phone", "Jo"), TestContext.Current.CancellationToken);

        await rig.Book(Booked.Phone(20, 14));
        await rig.Until(20, 18);

        Assert.Empty(rig.Told());
        Assert.Contains(await rig.All<StaffTask>(), task => task.Kind == "Phone" && task.Reason.Contains("cannot be texted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_cannot_take_the_same_free_time()
    {
        const string Ben = "+447700900124";
        await using var rig = await Booked.Referred(service => service.Appointments.Slots = "Tue 10:00 10:30; Thu 14:00");
        await Booked.Refer(rig, Ben);
        var anna = await rig.Book(Booked.Phone(25, 14));
        var ben = await rig.Book(Booked.Phone(26, 11), who: 1);

        await rig.Text("R");
        await rig.Text("can we change it", Ben);
        Assert.Contains("1 Tue 17 March, 10am, 2 Tue 17 March, 10:30am or 3 Thu 19 March, 2pm", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        await rig.Text("2");
        await rig.Text("2", Ben);
        rig.Clock.Now += Duration.FromSeconds(5);
        await rig.Fire();

        Assert.Equal(new LocalDateTime(2026, 3, 17, 10, 30), (await rig.Find(anna)).Starts);
        Assert.Equal(AppointmentStatus.Confirmed, (await rig.Find(anna)).Status);
        Assert.Equal(AppointmentStatus.ToRebook, (await rig.Find(ben)).Status);
        Assert.StartsWith("Sorry, somebody has just taken that time.", rig.SentTo(Ben)[^1], StringComparison.Ordinal);
        await rig.Text("2", Ben);
        await rig.Fire();
        Assert.Equal(new LocalDateTime(2026, 3, 19, 14, 0), (await rig.Find(ben)).Starts);
        Assert.All((await rig.All<StaffTask>()).Where(task => task.Kind == "Appointment"), task => Assert.NotNull(task.DoneAt));
    }

    [Fact]
    public async Task Once_written_down_that_they_came_the_task_is_done()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(17, 14));
        var record = rig.Part<RecordAttendance>();
        Assert.Equal(AppointmentChange.Conflict, (await record.Handle(id, came: true, "Jo", TestContext.Current.CancellationToken)).Change);
        await rig.Until(17, 16);

        Assert.Equal(AppointmentChange.Recorded, (await record.Handle(id, came: true, "Jo", TestContext.Current.CancellationToken)).Change);

        Assert.Equal(AppointmentStatus.Attended, (await rig.Find(id)).Status);
        Assert.Equal("Jo", Assert.Single(await rig.All<StaffTask>(), task => task.Kind == "Attendance").DoneBy);
    }

    [Fact]
    public async Task Words_that_are_no_answer_pass_by_an_answered_appointment()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(20, 14));
        await rig.Text("Y");
        await rig.Text("my neighbour has a new dog");
        Assert.DoesNotContain("appointment.again", rig.Told());
    }
}
