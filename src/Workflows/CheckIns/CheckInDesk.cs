using System.Globalization;
using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
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
public sealed class CheckInDesk(Outbox outbox, HandOffDesk handOffs) : IDesk
{
    /// <summary>The slot with the id of the check-in.</summary>
    internal const string IdSlot = "check-in";

    /// <summary>The slot that is there once a low answer was passed on.</summary>
    private const string LowSlot = "low";

    /// <inheritdoc/>
    public bool CarryOut(EffectContext context, Effect effect)
    {
        switch (effect)
        {
            case RecordScore score:
                Record(context, score.Answer);
                return true;
            case CloseCheckIn close:
                Close(context, close.Whole);
                return true;
            default:
                return false;
        }
    }

    // The first low answer, or much worse one, becomes a task for the link worker, with a caring reply.
    private void Record(EffectContext context, ItemAnswer answer)
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
        var item = InstrumentOf(conversation).Items.First(item => item.Key == answer.Item);
        if (answer.Score is { } score && !conversation.Slots.Has(LowSlot) && TaskOf(item, score, conversation.Slots.Number(CheckInSlots.Before(item.Key)), context.Service) is { } why)
        {
            conversation.Slots = conversation.Slots.With(LowSlot, answer.Item);
            turn.Update(conversation);
            var handOff = handOffs.Ordinary(turn, context.Service, HandOffReason.LowScore, conversation);
            Task(turn, context.Service, why, handOff.Id);
            outbox.Say(
                turn,
                context.Service,
                SendClass.Reply,
                $"{conversation.Id}:low",
                new Wording("checkin.low") { ConversationId = conversation.Id, InReplyTo = context.Message?.Id });
        }
    }

    // One without any answer becomes a task to phone.
    private static void Close(EffectContext context, bool whole)
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
            Ended(turn, talk, whole: false, StaffWords.Of("gate.stopped"));
        }
    }

    // What was answered is kept, whatever ended it.
    private static CheckInStatus Ended(Turn turn, Conversation talk, bool whole, string? reason)
    {
        var answered = InstrumentOf(talk).Items.Any(item => talk.Slots.Has(CheckInSlots.Score(item.Key)) || talk.Slots.Has(CheckInSlots.Missing(item.Key)));
        var status = whole ? CheckInStatus.Complete : answered ? CheckInStatus.Partial : CheckInStatus.Missed;
        turn.Session.Execute(
            "UPDATE \"CheckIns\" SET \"Status\" = @p1, \"Reason\" = @p2, \"EndedAt\" = @p3 WHERE \"Id\" = @p0 AND \"Status\" = 'Offered'",
            IdOf(talk),
            status.ToString(),
            reason,
            turn.Now.ToUnixTimeTicks());
        return status;
    }

    private static Instrument InstrumentOf(Conversation talk) => Instrument.Of(talk.Slots[CheckInSlots.Instrument] ?? Instrument.Ons4.Key);

    /// <summary>Gives the link worker a task about a check-in, due at the end of the next working day.</summary>
    internal static void Task(Turn turn, ServiceSettings service, string why, long? handOff = null) => StaffTasks.Give(
        turn.Session, StaffTasks.CheckIn, new TaskAbout(service.Key, turn.Address.Id, handOff), StaffWords.Of(why), turn.Now, WorkingTime.EndOfNextOpenDay(service, turn.Now, 1));

    /// <summary>The task a score gives the link worker: it is low, or much worse than that of the wave before; null for none.</summary>
    internal static string? TaskOf(InstrumentItem item, int score, int? before, ServiceSettings service)
    {
        var (well, wellBefore) = (item.Goodness(score), before is { } last ? item.Goodness(last) : (int?)null);
        return well <= service.CheckIns.LowAt ? "task.checkin.low"
            : wellBefore - well >= service.CheckIns.WorseBy ? "task.checkin.worse"
            : null;
    }

    /// <summary>A low or much worse score that staff wrote down becomes the same task.</summary>
    internal static void PassOn(Turn turn, ServiceSettings service, IEnumerable<(InstrumentItem Item, int? Score, int? Before)> entered)
    {
        var why = entered.Select(one => one.Score is { } score ? TaskOf(one.Item, score, one.Before, service) : null).FirstOrDefault(found => found is not null);
        if (why is not null)
        {
            Task(turn, service, why);
        }
    }

    private static long IdOf(Conversation conversation) => long.Parse(conversation.Slots[IdSlot]!, CultureInfo.InvariantCulture);
}
