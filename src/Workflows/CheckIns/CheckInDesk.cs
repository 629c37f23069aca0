using System.Globalization;
using Companion.Dialogs.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.CheckIns;

/// <summary>Keeps what was answered at check-ins; what is low, and what is missing, becomes a task for the link worker.</summary>
public sealed class CheckInDesk(Outbox outbox)
{
    /// <summary>The slot with the id of the check-in.</summary>
    internal const string IdSlot = "check-in";

    /// <summary>The slot that is there once a low answer was passed on.</summary>
    private const string LowSlot = "low";

    /// <summary>Keeps an answer. The first low one becomes a task for the link worker, with a caring reply.</summary>
    public void Record(EffectContext context, ItemAnswer answer)
    {
        var (turn, conversation) = (context.Turn, context.Conversation);
        turn.Insert(new CheckInScore
        {
            Id = turn.Session.NextId(),
            ServiceId = context.Service.Key,
            CheckInId = IdOf(conversation),
            Item = answer.Item,
            Score = answer.Score,
            Missing = answer.Missing,
            Mode = turn.Address.LastChannel == Channel.WebChat ? "chat" : "text",
            MessageId = context.Message?.Id,
            RecordedAt = turn.Now,
        });
        if (!conversation.Slots.Has(LowSlot) && IsLow(InstrumentOf(conversation).Items.First(item => item.Key == answer.Item), answer.Score, context.Service))
        {
            conversation.Slots = conversation.Slots.With(LowSlot, answer.Item);
            turn.Update(conversation);
            Task(turn, context.Service, "task.checkin.low");
            outbox.Say(
                turn,
                context.Service,
                SendClass.Reply,
                $"{conversation.Id}:low",
                new Wording("checkin.low") { ConversationId = conversation.Id, InReplyTo = context.Message?.Id });
        }
    }

    /// <summary>The check-in is over; one without any answer becomes a task to phone.</summary>
    public static void Close(EffectContext context, bool whole)
    {
        var status = Ended(context.Turn, context.Conversation, whole, whole ? null : StaffWords.Of("checkin.unanswered"));
        if (status == CheckInStatus.Missed)
        {
            Task(context.Turn, context.Service, "task.checkin.missed");
        }
    }

    /// <summary>Ends the check-in of a talk that ended without its own words, for example by STOP; other talks are none of ours.</summary>
    public static void Stopped(Turn turn, Conversation talk)
    {
        if (talk.Dialog == CheckInDialog.Key && talk.Slots.Has(IdSlot))
        {
            Ended(turn, talk, whole: false, StaffWords.Of("checkin.stopped"));
        }
    }

    // What was answered is kept, whatever ended it.
    private static CheckInStatus Ended(Turn turn, Conversation talk, bool whole, string? reason)
    {
        var answered = InstrumentOf(talk).Items.Any(item => talk.Slots.Has(CheckInSlots.Score(item.Key)) || talk.Slots.Has(CheckInSlots.Missing(item.Key)));
        var status = whole ? CheckInStatus.Complete : answered ? CheckInStatus.Partial : CheckInStatus.Missed;
        turn.Session.Execute(
            "UPDATE \"CheckIns\" SET \"Status\" = @p1, \"Reason\" = @p2, \"EndedAt\" = @p3 WHERE \"Id\" = @p0",
            IdOf(talk),
            status.ToString(),
            reason,
            turn.Now.ToUnixTimeTicks());
        return status;
    }

    private static Instrument InstrumentOf(Conversation talk) => Instrument.Of(talk.Slots[CheckInSlots.Instrument] ?? Instrument.Ons4.Key);

    private static void Task(Turn turn, ServiceSettings service, string why) => StaffTasks.Give(
        turn.Session, StaffTasks.CheckIn, new TaskAbout(service.Key, turn.Address.Id), StaffWords.Of(why), turn.Now, WorkingTime.EndOfNextOpenDay(service, turn.Now, 1));

    /// <summary>A low score that a person wrote down becomes the same task.</summary>
    internal static void PassOnLow(Turn turn, ServiceSettings service, IEnumerable<(InstrumentItem Item, int? Score)> entered)
    {
        if (entered.Any(one => IsLow(one.Item, one.Score, service)))
        {
            Task(turn, service, "task.checkin.low");
        }
    }

    private static bool IsLow(InstrumentItem item, int? score, ServiceSettings service) =>
        score is { } given && (item.HigherIsBetter ? given : InstrumentItem.Highest - given) <= service.CheckIns.LowAt;

    private static long IdOf(Conversation conversation) => long.Parse(conversation.Slots[IdSlot]!, CultureInfo.InvariantCulture);
}
