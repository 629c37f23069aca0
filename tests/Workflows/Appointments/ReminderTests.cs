using Companion.Workflows.Appointments;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Appointments;

/// <summary>Appointments from booking to whether they came, as texts on a phone.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task It_is_confirmed_when_booked_and_reminded_of_two_days_and_two_hours_before()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(20, 14));
        Assert.StartsWith("Shire Links has booked this for you: phone call with Jo on Fri 20 March, 2:30pm. Reply Y", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);

        await rig.Until(20, 18);

        Assert.Equal(["appointment.booked", "appointment.reminder", "appointment.last"], rig.Told());
        var sent = rig.Carrier.Carried.Where(text => text.Class == SendClass.Reminder).Select(text => text.SentAt ?? text.DueAt).Skip(1).Select(at => at.Local()).ToList();
        Assert.Equal([new LocalDateTime(2026, 3, 18, 14, 30), new LocalDateTime(2026, 3, 20, 12, 30)], sent.Select(at => at.With(time => new LocalTime(time.Hour, time.Minute / 10 * 10))));
        Assert.Contains(await rig.All<StaffTask>(), task => task.Kind == "Attendance");
    }

    [Fact]
    public async Task A_yes_to_the_booking_keeps_the_reminders_and_a_yes_to_a_reminder_ends_them()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));
        await rig.Text("Y");
        Assert.Equal(AppointmentStatus.Confirmed, (await rig.Find(id)).Status);

        await rig.Until(18, 15);
        await rig.Text("yes thanks");
        await rig.Until(20, 14);

        Assert.Equal(["appointment.booked", "appointment.yes", "appointment.reminder", "appointment.yes"], rig.Told());
    }

    [Fact]
    public async Task Two_replies_in_a_minute_the_last_holds_and_is_said_back()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));

        await rig.Text("Y");
        rig.Clock.Now += Duration.FromSeconds(40);
        await rig.Text("C");

        Assert.Equal(AppointmentStatus.CancelledByPerson, (await rig.Find(id)).Status);
        Assert.Equal(["appointment.booked", "appointment.yes", "appointment.no"], rig.Told());
        Assert.Contains(await rig.All<StaffTask>(), task => task.Reason == "They called off the appointment on Fri 20 March, 2:30pm.");
        await rig.Until(20, 18);
        Assert.Equal(3, rig.Told().Count);
        Assert.DoesNotContain(await rig.All<StaffTask>(), task => task.Kind == "Attendance");
    }

    [Fact]
    public async Task A_yes_after_a_no_is_told_kindly_where_it_stands_and_R_still_works()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(27, 14));
        await rig.Text("can't make it");
        await rig.Until(20, 12);

        await rig.Text("Y");
        Assert.Equal(AppointmentStatus.CancelledByPerson, (await rig.Find(id)).Status);
        Assert.StartsWith("The time on Fri 27 March, 2:30pm has been called off.", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        await rig.Text("R");
        await rig.Text("any day but Tuesday");

        Assert.Equal(AppointmentStatus.ToRebook, (await rig.Find(id)).Status);
        Assert.Contains(await rig.All<StaffTask>(), task => task.Reason.EndsWith("They wrote: any day but Tuesday", StringComparison.Ordinal));
        Assert.Single(await rig.All<StaffTask>(), task => task.Reason.StartsWith("They want another time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Yes_but_late_is_a_yes_with_a_note_to_the_link_worker()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));

        await rig.Text("yes but I'll be a bit late");

        Assert.Equal(AppointmentStatus.Confirmed, (await rig.Find(id)).Status);
        Assert.Contains(await rig.All<StaffTask>(), task => task.Reason == "They may be late for the appointment on Fri 20 March, 2:30pm.");
    }

    [Fact]
    public async Task Words_beside_an_answer_become_one_task_that_says_where_to_read_them()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));

        await rig.Text("Y can my daughter come too");
        Assert.Equal(AppointmentStatus.Confirmed, (await rig.Find(id)).Status);
        Assert.Equal("Thank you, that is agreed: Fri 20 March, 2:30pm. Somebody from Shire Links will read what else you wrote and be in touch about it.", rig.SentTo(Rig.Anna)[^1]);
        var task = Assert.Single(await rig.All<StaffTask>(), given => given.Kind == StaffTasks.Appointment);
        Assert.Equal("They said yes to the appointment on Fri 20 March, 2:30pm and wrote more. Please read it in their conversation and answer.", task.Reason);
        Assert.NotEqual(0, task.AddressId);
    }

    [Fact]
    public async Task Words_beside_a_no_join_the_task_about_it_and_the_task_does_not_repeat_them()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));

        await rig.Text("no sorry I'm in hospital");

        Assert.Equal(AppointmentStatus.CancelledByPerson, (await rig.Find(id)).Status);
        var task = Assert.Single(await rig.All<StaffTask>(), given => given.Kind == StaffTasks.Appointment);
        Assert.Equal("They called off the appointment on Fri 20 March, 2:30pm and wrote more. Please read it in their conversation and answer.", task.Reason);
    }

    [Fact]
    public async Task Words_beside_a_second_wish_for_another_time_leave_what_suited_them_standing()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(27, 14));
        await rig.Text("R");
        await rig.Text("any day but Tuesday");
        await rig.Text("can we change the appointment again, the boiler man is here");

        var task = Assert.Single(await rig.All<StaffTask>(), given => given.Kind == StaffTasks.Appointment);
        Assert.Contains("They wrote: any day but Tuesday", task.Reason, StringComparison.Ordinal);
        Assert.EndsWith("and wrote more. Please read it in their conversation and answer.", task.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_open_appointments_a_bare_answer_is_asked_about_by_day_and_time()
    {
        await using var rig = await Booked.Referred();
        var first = await rig.Book(Booked.Phone(20, 14));
        var second = await rig.Book(Booked.Phone(24, 10));

        await rig.Text("C");
        Assert.Equal("Thank you. Is that about 1 Fri 20 March, 2:30pm or 2 Tue 24 March, 10:30am? Reply 1 or 2.", rig.SentTo(Rig.Anna)[^1]);
        await rig.Text("2");

        Assert.Equal(AppointmentStatus.Booked, (await rig.Find(first)).Status);
        Assert.Equal(AppointmentStatus.CancelledByPerson, (await rig.Find(second)).Status);
    }

    [Fact]
    public async Task Moved_between_the_timer_and_the_sending_only_the_new_time_is_told()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));
        await rig.Until(18, 14);
        rig.Part<SendSwitch>().IsOn = false;
        await rig.Until(18, 14, 40);

        Assert.Equal(AppointmentChange.Moved, await rig.Move(id, Booked.Phone(20, 16)));
        rig.Part<SendSwitch>().IsOn = true;
        await rig.Until(20, 18);

        Assert.Equal(["appointment.booked", "appointment.moved", "appointment.reminder", "appointment.last"], rig.Told());
        Assert.All(rig.SentTo(Rig.Anna).Where(words => words.Contains("Fri 20 March", StringComparison.Ordinal)).Skip(1), words => Assert.Contains("4:30pm", words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Called_off_by_the_service_after_the_reminder_was_queued_it_is_told_once()
    {
        await using var rig = await Booked.Referred();
        var id = await rig.Book(Booked.Phone(20, 14));
        await rig.Until(18, 14);
        rig.Part<SendSwitch>().IsOn = false;
        await rig.Until(18, 14, 40);

        await rig.CallOff(id);
        Assert.Equal(AppointmentChange.Unchanged, await rig.CallOff(id));
        rig.Part<SendSwitch>().IsOn = true;
        await rig.Until(20, 18);

        Assert.Equal(["appointment.booked", "appointment.cancelled"], rig.Told());
        Assert.Equal(SendClass.ServiceChange, rig.Carrier.Carried[^1].Class);
    }

    [Fact]
    public async Task Called_off_before_anything_was_sent_nothing_is_told()
    {
        await using var rig = await Booked.Referred();
        rig.Part<SendSwitch>().IsOn = false;
        var id = await rig.Book(Booked.Phone(20, 14));
        await rig.CallOff(id);
        rig.Part<SendSwitch>().IsOn = true;

        await rig.Until(20, 18);

        Assert.Empty(rig.Told());
    }

    [Fact]
    public async Task A_clock_change_between_reminder_and_event_moves_neither()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(30, 14)); // Monday after the clocks went forward

        await rig.Until(30, 15);

        var due = (await rig.All<OutboundMessage>()).Where(text => text.TextKey is "appointment.reminder" or "appointment.last").OrderBy(text => text.Id).Select(text => text.CreatedAt.Local()).ToList();
        Assert.Equal([new LocalDateTime(2026, 3, 28, 14, 30), new LocalDateTime(2026, 3, 30, 12, 30)], due.Select(at => at.Date + new LocalTime(at.Hour, at.Minute / 10 * 10)));
    }

    [Fact]
    public async Task A_reminder_that_falls_in_quiet_hours_goes_the_evening_before()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(20, 9, 0));

        await rig.Until(20, 10);

        var last = Assert.Single(rig.Carrier.Carried, text => text.TextKey == "appointment.last");
        Assert.Equal(new LocalDate(2026, 3, 19), last.CreatedAt.Local().Date);
        Assert.InRange(last.CreatedAt.Local().TimeOfDay, new LocalTime(19, 45), new LocalTime(19, 59));
    }

    [Fact]
    public async Task Booked_inside_a_lead_time_that_reminder_is_skipped()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(17, 14));

        await rig.Until(17, 16);

        Assert.Equal(["appointment.booked", "appointment.last"], rig.Told());
    }

    [Fact]
    public async Task After_an_outage_one_reminder_goes_and_none_once_it_has_begun()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(20, 14));
        await rig.Book(Booked.Phone(20, 9));

        rig.Clock.Now = new LocalDateTime(2026, 3, 20, 14, 0).Instant();
        await rig.Fire();
        await rig.Until(20, 18);

        Assert.Equal(["appointment.booked", "appointment.booked", "appointment.last"], rig.Told());
        Assert.Contains("2:30pm", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_could_not_be_sent_is_never_sent_after_the_event()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(20, 14));
        await rig.Until(20, 12);
        rig.Part<SendSwitch>().IsOn = false;
        await rig.Until(20, 15);
        rig.Part<SendSwitch>().IsOn = true;
        await rig.Until(20, 18);

        Assert.DoesNotContain("appointment.last", rig.Told());
        Assert.Contains(await rig.All<OutboundMessage>(), text => text is { TextKey: "appointment.last", Status: SendStatus.Expired });
    }
}
