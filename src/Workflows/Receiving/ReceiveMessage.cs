using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Safety;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Telemetry;
using NodaTime;

namespace Companion.Workflows.Receiving;

/// <summary>
/// One inbound message from arrival to rest: heard for danger, then for consent, given to whoever holds the conversation or to the
/// dialog it answers, and stored with every consequence, outgoing words included, in a single transaction.
/// </summary>
public sealed class ReceiveMessage(
    IStore store,
    ServiceBook services,
    Hearing hearing,
    Answering answering,
    PassOn passOn,
    RaiseAlert alerts,
    CompanionMeter meter,
    IClock clock)
{
    /// <summary>
    /// Receives one message. When this returns, everything is durable; when it throws, nothing happened. A mistake of ours in answering
    /// takes neither the words nor the danger in them: the turn is taken again, heard, and handed to a person.
    /// </summary>
    public async Task<Receipt> Handle(Incoming incoming, CancellationToken cancel)
    {
        var request = new TurnRequest(
            incoming.ServiceId, incoming.Channel, incoming.From, incoming.AddressId, incoming.ProviderId, clock.GetCurrentInstant());
        using var measured = meter.Begin(incoming.Channel);
        try
        {
            var receipt = await Take(request, incoming, Answer, cancel);
            measured.Outcome = receipt.IsDuplicate ? "duplicate" : "taken";
            return receipt;
        }
        catch (Exception mistake) when (Mistake.IsOurs(mistake))
        {
            meter.Failed("message");
            var receipt = await HandOver(request, incoming, cancel);
            await alerts.Handle("TurnFailed", $"A message could not be answered ({mistake.GetType().Name}); a person was given it to read.", cancel);
            measured.Outcome = "handed_over";
            return receipt;
        }
    }

    // Where the mistake is in hearing consent itself, the words still reach a person.
    private async Task<Receipt> HandOver(TurnRequest request, Incoming incoming, CancellationToken cancel)
    {
        try
        {
            return await Take(request, incoming, RecordAndPassOn, cancel);
        }
        catch (Exception mistake) when (Mistake.IsOurs(mistake))
        {
            return await Take(request, incoming, PassOn, cancel);
        }
    }

    private Task<Receipt> Take(
        TurnRequest request, Incoming incoming, Func<Turn, ServiceSettings, InboundMessage, Incoming, bool, ValueTask> answer, CancellationToken cancel) =>
        store.TurnAndTell(request, turn => Decide(turn, incoming, answer), cancel);

    private async ValueTask<Receipt> Decide(Turn turn, Incoming incoming, Func<Turn, ServiceSettings, InboundMessage, Incoming, bool, ValueTask> answer)
    {
        if (turn.IsDuplicate)
        {
            return new Receipt(IsDuplicate: true, 0, turn.Address.Id); // providers repeat a webhook they think we missed
        }

        var service = services.Of(turn.Address.ServiceId);
        var message = Keep(turn, incoming);
        Mark(turn, incoming);
        var danger = hearing.Danger(turn, service, message, canAnswer: !incoming.CannotBeAnswered);
        await answer(turn, service, message, incoming, danger);
        hearing.AwaitWhetherSafe(turn, service, message);
        Holding.Heard(turn, service, message.Id);
        return new Receipt(IsDuplicate: false, message.Id, turn.Address.Id);
    }

    private async ValueTask Answer(Turn turn, ServiceSettings service, InboundMessage message, Incoming incoming, bool danger)
    {
        var consent = hearing.Consent(turn, service, message, incoming, danger);
        if (!danger && !consent && !incoming.CannotBeAnswered)
        {
            await answering.Answer(turn, service, message);
        }
    }

    private ValueTask RecordAndPassOn(Turn turn, ServiceSettings service, InboundMessage message, Incoming incoming, bool danger)
    {
        hearing.RecordConsent(turn, service, message, incoming);
        return PassOn(turn, service, message, incoming, danger);
    }

    private ValueTask PassOn(Turn turn, ServiceSettings service, InboundMessage message, Incoming incoming, bool danger)
    {
        if (!danger)
        {
            passOn.ToAPerson(turn, service, message, canAnswer: !incoming.CannotBeAnswered);
        }

        return ValueTask.CompletedTask;
    }

    private static InboundMessage Keep(Turn turn, Incoming incoming) => turn.Insert(new InboundMessage
    {
        Id = turn.Session.NextId(),
        ServiceId = turn.Address.ServiceId,
        AddressId = turn.Address.Id,
        Channel = incoming.Channel,
        ProviderId = incoming.ProviderId,
        Words = incoming.Clean(),
        ReceivedAt = turn.Now,
        Attachments = incoming.Attachments,
    });

    // A number that writes to us may be answered, and answers go back the way the words came.
    private static void Mark(Turn turn, Incoming incoming)
    {
        var address = turn.Address;
        (address.LastHeardAt, address.LastChannel) = (turn.Now, incoming.Channel);
        if (address.Textable is Textable.Claimed or Textable.PhoneOnly)
        {
            address.Textable = Textable.Wrote;
        }

        turn.Update(address);
    }
}
