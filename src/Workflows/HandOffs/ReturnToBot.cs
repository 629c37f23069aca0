using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>Whoever holds a conversation gives it back to the bot, which goes on where it was.</summary>
public sealed class ReturnToBot(IStore store, ServiceBook services, Outbox outbox, Talk talk, IClock clock)
{
    /// <summary>Gives it back; the reason why not, in words for staff, or null when it was done.</summary>
    /// <remarks>A red flag has to be cleared with an outcome first: only a person ends that pause, and says what they found.</remarks>
    public async Task<string?> Handle(Hold hold, CancellationToken cancel)
    {
        string? whyNot = StaffWords.Of("reply.not-held");
        await HandOffTurn.Run(store, clock, hold.HandOffId, async (turn, handOff) =>
        {
            whyNot = !Holding.Is(handOff, hold) ? StaffWords.Of("reply.not-held")
                : turn.HandOffs.Find(one => one.Reason == HandOffReason.RedFlag) is { } red ? StaffWords.Of("return.red-flag", ("reference", red.Reference))
                : turn.HandOffs.Exists(one => one.OwnerId is not null && one.Reason is HandOffReason.Review or HandOffReason.NotThem or HandOffReason.Under18) ? StaffWords.Of("return.close-first")
                : null;
            if (whyNot is null)
            {
                await Return(turn, handOff);
            }
        }, cancel);
        return whyNot;
    }

    private async ValueTask Return(Turn turn, HandOff handOff)
    {
        var (service, by) = (services.Of(handOff.ServiceId), handOff.Owner!);
        HandOffLog.Write(turn, handOff, "Returned", by);
        foreach (var own in turn.HandOffs.Where(one => one.OwnerId is not null).ToList())
        {
            await ClearHandOff.Clear(turn, own, new Clearing(by, StaffWords.Of("return.outcome")));
        }

        var asked = turn.Open.Find(talk.Asks);
        var last = asked is null ? [] : await turn.Session.Query<OutboundMessage>("WHERE \"ConversationId\" = @p0 ORDER BY \"Id\" DESC LIMIT 1", asked.Id);
        var say = last is [{ Class: SendClass.Reply, SentAt: not null } question]
            ? new Wording("handoff.back.question", ("question", question.Words)) { ConversationId = asked!.Id, HandOffId = handOff.Id }
            : new Wording("handoff.back") { HandOffId = handOff.Id };
        outbox.Say(turn, service, Night.Wakes(turn, service) ? SendClass.Nudge : SendClass.Reply, $"back:{handOff.Id}:{handOff.Fence}", say);
    }
}
