using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Timing;
using NodaTime;
using static Companion.Workflows.Sending.SendClass;

namespace Companion.Workflows.Tests.Sending;

/// <summary>Every cell of the design's table, one condition at a time, and what holds for all classes.</summary>
public sealed class SendGateTests
{
    private static readonly ServiceSettings Service = TestService.Shire(service => (service.SpacingMinutes, service.QuietAfterTalkMinutes) = (120, 15));
    private static readonly Instant MondayNoon = new LocalDateTime(2026, 11, 23, 12, 0).Instant();
    private static readonly Instant ThreeInTheMorning = new LocalDateTime(2026, 11, 24, 3, 0).Instant();

    public static TheoryData<SendClass> EveryClass => [.. Enum.GetValues<SendClass>()];

    // Class; after STOP; quiet hours; budget spent; a worker holds it; a red flag is open. An event, where it matters, is in six hours.
    // "task" after a ruling: somebody is given a phone task.
    [Theory]
    [InlineData(SendClass.Safety, "Go", "Go", "Go", "Go", "Go")]
    [InlineData(SendClass.OnCall, "Go", "Go", "Go", "Go", "Go")]
    [InlineData(StopOrStart, "Go", "Go", "Go", "Go", "Go")]
    [InlineData(LinkWorker, "Refuse", "Go", "Go", "Go", "Go")]
    [InlineData(Help, "Go", "Go", "Go", "Later", "Later")]
    [InlineData(Reply, "Refuse", "Go", "Go", "Later", "Later")]
    [InlineData(ServiceChange, "Refuse task", "Later", "Go", "Go", "Go")]
    [InlineData(Reminder, "Refuse", "Later", "Later", "Go", "Later task")]
    [InlineData(CheckIn, "Refuse", "Later", "Later", "Later", "Later")]
    [InlineData(Nudge, "Refuse", "Later", "Later", "Later", "Later")]
    [InlineData(Offer, "Refuse", "Later", "Later", "Later", "Later")]
    [InlineData(AskToText, "Refuse", "Later", "Later", "Later", "Later")]
    [InlineData(WhileHeld, "Refuse", "Go", "Go", "Go", "Later")]
    public void A_cell_of_the_table_says_what_it_says(SendClass sendClass, string stop, string quiet, string budget, string held, string red)
    {
        Assert.Equal("Go", Ruled(sendClass, MondayNoon));
        Assert.Equal(stop, Ruled(sendClass, MondayNoon, address => address.Stopped = "Everything"));
        Assert.Equal(quiet, Ruled(sendClass, ThreeInTheMorning));
        Assert.Equal(budget, Ruled(sendClass, MondayNoon, facts: facts => facts with { CountedToday = 3 }));
        Assert.Equal(held, Ruled(sendClass, MondayNoon, address => address.Holder = "sam"));
        Assert.Equal(red, Ruled(sendClass, MondayNoon, facts: facts => facts with { RedFlagOpen = true }));
    }

    [Theory]
    [MemberData(nameof(EveryClass))]
    public void Every_class_has_a_row(SendClass sendClass) => Assert.True(GateTable.Rows.ContainsKey(sendClass));

    [Theory]
    [MemberData(nameof(EveryClass))]
    public void Died_refuses_all_but_a_link_workers_words_and_a_safety_answer(SendClass sendClass) =>
        Assert.Equal(
            sendClass is LinkWorker or SendClass.Safety ? "Go" : "Refuse",
            Ruled(sendClass, MondayNoon, address => address.Trouble = AddressTrouble.Died).Split(' ')[0]);

    [Theory]
    [MemberData(nameof(EveryClass))]
    public void Unsafe_to_text_refuses_even_safety_which_then_becomes_a_phone_task(SendClass sendClass) =>
        Assert.Equal(
            sendClass switch { LinkWorker => "Go", SendClass.Safety or ServiceChange => "Refuse task", _ => "Refuse" },
            Ruled(sendClass, MondayNoon, address => address.Trouble = AddressTrouble.UnsafeToText));

    [Theory]
    [MemberData(nameof(EveryClass))]
    public void A_claimed_number_gets_only_the_neutral_question(SendClass sendClass) =>
        Assert.Equal(sendClass == AskToText ? "Go" : "Refuse", Ruled(sendClass, MondayNoon, address => address.Textable = Textable.Claimed));

    [Fact]
    public void A_reply_after_STOP_goes_when_the_person_began_the_conversation_after_it() =>
        Assert.Equal("Go", Ruled(Reply, MondayNoon, address => address.Stopped = "Everything", facts => facts with { AskedForIt = true }));

    [Fact]
    public void Stopping_reminders_stops_reminders_and_nothing_else()
    {
        Assert.Equal("Refuse", Ruled(Reminder, MondayNoon, address => address.Stopped = "Reminders"));
        Assert.Equal("Go", Ruled(CheckIn, MondayNoon, address => address.Stopped = "Reminders"));
    }

    [Fact]
    public void The_providers_block_holds_whatever_our_ledger_says_except_that_safety_is_tried()
    {
        Assert.Equal("Go", Ruled(SendClass.Safety, MondayNoon, address => address.ProviderBlocked = true));
        Assert.Equal("Refuse", Ruled(Reply, MondayNoon, address => address.ProviderBlocked = true));
        Assert.Equal("Refuse task", Ruled(ServiceChange, MondayNoon, address => address.ProviderBlocked = true));
    }

    [Fact]
    public void A_change_for_this_day_goes_from_seven_though_quiet_lasts_till_eight()
    {
        var row = Row(ServiceChange, ThreeInTheMorning);
        var ruling = SendGate.Decide(row, Facts(), Service, ThreeInTheMorning);

        Assert.Equal(new LocalDateTime(2026, 11, 24, 7, 0), ruling.Again!.Value.Local());
        Assert.Equal("Go", Ruled(ServiceChange, new LocalDateTime(2026, 11, 24, 7, 0).Instant()));
    }

    [Fact]
    public void A_reminder_that_could_only_go_in_quiet_hours_is_refused_not_sent_at_night()
    {
        var row = Row(Reminder, ThreeInTheMorning);
        row.EventAt = new LocalDateTime(2026, 11, 24, 7, 30).Instant();

        Assert.Equal(Ruling.Refuse, SendGate.Decide(row, Facts(), Service, ThreeInTheMorning).Ruling);
    }

    [Fact]
    public void A_check_in_waits_for_the_hours_in_which_people_are_asked_how_they_are()
    {
        var (evening, sunday) = (new LocalDateTime(2026, 11, 23, 18, 30).Instant(), new LocalDateTime(2026, 11, 22, 12, 0).Instant());

        Assert.Equal(new LocalDateTime(2026, 11, 24, 10, 0), SendGate.Decide(Row(CheckIn, evening), Facts(), Service, evening).Again!.Value.Local());
        Assert.Equal(new LocalDateTime(2026, 11, 23, 10, 0), SendGate.Decide(Row(CheckIn, sunday), Facts(), Service, sunday).Again!.Value.Local());
        Assert.Equal("Go", Ruled(Nudge, evening));
    }

    // Class; the conversation the last counted text, an hour ago, belonged to; the words came so many minutes ago; what becomes of it.
    [Theory]
    [InlineData(CheckIn, 7, 60, "Later")]
    [InlineData(CheckIn, 9, 60, "Go")]
    [InlineData(Reminder, 7, 60, "Later")]
    [InlineData(Reply, 7, 1, "Go")]
    [InlineData(ServiceChange, 7, 1, "Go")]
    [InlineData(CheckIn, 9, 5, "Later")]
    [InlineData(Reminder, 9, 5, "Later")]
    public void What_is_planned_does_not_crowd_upon_other_texts_or_break_into_a_talk(SendClass sendClass, long lastOf, int heardMinutesAgo, string ruling) =>
        Assert.Equal(ruling, Ruled(
            sendClass,
            MondayNoon,
            address => address.LastHeardAt = MondayNoon - Duration.FromMinutes(heardMinutesAgo),
            facts => facts with { CountedToday = 1, CountedLast = (MondayNoon - Duration.FromHours(1), lastOf) },
            row => row.ConversationId = 9));

    [Fact]
    public void A_reminder_that_would_wait_past_its_event_goes() =>
        Assert.Equal("Go", Ruled(
            Reminder,
            MondayNoon,
            facts: facts => facts with { CountedToday = 1, CountedLast = (MondayNoon - Duration.FromMinutes(1), 7) },
            row: row => row.EventAt = MondayNoon + Duration.FromMinutes(90)));

    [Theory]
    [MemberData(nameof(EveryClass))]
    public void Where_it_may_be_the_wrong_number_all_that_was_planned_waits_and_answers_go(SendClass sendClass) =>
        Assert.Equal(
            sendClass is Reminder or ServiceChange ? "Later task" : SendGate.Counts(sendClass) ? "Later" : "Go",
            Ruled(sendClass, MondayNoon, facts: facts => facts with { InDoubt = true }));

    [Fact]
    public void Late_words_expire_with_a_reason()
    {
        var row = Row(Reply, MondayNoon);
        row.ExpiresAt = MondayNoon - Duration.FromSeconds(1);

        Assert.Equal(Ruling.Expire, SendGate.Decide(row, Facts(), Service, MondayNoon).Ruling);
    }

    [Fact]
    public void WhatsApp_more_than_a_day_after_the_persons_last_words_is_refused_with_that_reason()
    {
        var row = Row(Reply, MondayNoon);
        row.To = "whatsapp:+447700900123";
        var facts = Facts();
        facts.Address!.LastHeardAt = MondayNoon - Duration.FromHours(25);

        var ruling = SendGate.Decide(row, facts, Service, MondayNoon);

        Assert.Equal(Ruling.Refuse, ruling.Ruling);
        Assert.Contains("template", ruling.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-28T21:00", "2026-03-29T08:00")] // the night the clocks go forward
    [InlineData("2026-10-24T23:00", "2026-10-25T08:00")] // and the night they go back
    public void Quiet_hours_end_at_eight_local_time_across_a_clock_change(string at, string end)
    {
        var now = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-ddTHH:mm").Parse(at).Value.Instant();
        var ruling = SendGate.Decide(Row(Nudge, now), Facts(), Service, now);

        Assert.Equal(end, ruling.Again!.Value.Local().ToString("yyyy-MM-ddTHH:mm", null));
    }

    private static string Ruled(SendClass sendClass, Instant now, Action<Address>? address = null, Func<GateFacts, GateFacts>? facts = null, Action<OutboundMessage>? row = null)
    {
        var (known, text) = (Facts(), Row(sendClass, now));
        address?.Invoke(known.Address!);
        row?.Invoke(text);
        var ruling = SendGate.Decide(text, facts?.Invoke(known) ?? known, Service, now);
        return ruling.Ruling + (ruling.Task ? " task" : "");
    }

    private static GateFacts Facts() => new(
        new Address { Id = 1, ServiceId = "shire", Value = Rig.Anna, Textable = Textable.Wrote, CreatedAt = MondayNoon, LastHeardAt = MondayNoon - Duration.FromHours(1) });

    private static OutboundMessage Row(SendClass sendClass, Instant now) => new()
    {
        Id = 1,
        ServiceId = "shire",
        AddressId = 1,
        Channel = Channel.Sms,
        To = Rig.Anna,
        Class = sendClass,
        SendKey = "k",
        TextKey = "t",
        Words = "words",
        CreatedAt = now,
        DueAt = now,
        ExpiresAt = now + Duration.FromDays(1),
        EventAt = now + Duration.FromHours(6),
    };
}
