using Companion.Workflows.People;
using Companion.Workflows.Sending;
using NodaTime;

namespace Companion.Bot.Simulation;

/// <summary>
/// The SMS provider: accepts, times out before or after accepting, is busy, refuses who opted out, and sends receipts late, twice and
/// out of order. It outlives every process of Companion and tells the truth when asked.
/// </summary>
internal sealed class SimulatedNetwork(Diary diary, Chance chance, bool faults, bool blocksAfterStop, IWorld world) : ICarrier
{
    private const int OptedOut = 21610;
    private const int Unreachable = 30003;

    private readonly Dictionary<long, Delivery.Taken> accepted = [];
    private readonly HashSet<string> blocked = [];
    private int texts;

    public bool Carries(Channel channel) => true;

    public Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel)
    {
        var bad = faults ? chance.Share() : 1;
        var answer = bad < 0.02 ? new Delivery.NotNow("429", bad < 0.01 ? Duration.FromSeconds(3) : null)
            : bad < 0.03 ? new Delivery.Unclear("It timed out before it was accepted.")
            : blocked.Contains(message.To) ? new Delivery.Refused(OptedOut, "The person opted out.")
            : Accept(message);
        Write(message, answer);
        if (answer is Delivery.Taken && bad < 0.05)
        {
            answer = new Delivery.Unclear("It timed out after it was accepted.");
        }

        return bad is >= 0.05 and < 0.055 ? throw new SimulatedCrash() : Task.FromResult(answer);
    }

    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) => Task.FromResult<Delivery?>(
        faults && chance.Is(0.1) ? null
        : accepted.TryGetValue(message.Id, out var taken) ? taken
        : new Delivery.NotNow("The provider never had it."));

    /// <summary>The network sees what a person texts, and blocks or unblocks the pair.</summary>
    public void Sees(string from, Meaning meaning)
    {
        if (meaning == Meaning.Stop && blocksAfterStop)
        {
            blocked.Add(from);
        }
        else if (meaning == Meaning.Start)
        {
            blocked.Remove(from);
        }
    }

    private Delivery Accept(OutboundMessage message)
    {
        var taken = new Delivery.Taken($"SM{++texts:x8}");
        accepted[message.Id] = taken;
        PlanReceipts(message, taken.ProviderId);
        return taken;
    }

    private void PlanReceipts(OutboundMessage message, string id)
    {
        var (sent, end) = (chance.Seconds(1, 5), chance.Seconds(3, 30));
        Delivery outcome = new Delivery.Taken(id, SendStatus.Delivered);
        if (faults && chance.Is(0.02))
        {
            outcome = new Delivery.Refused(Unreachable, "The phone could not be reached.") { ProviderId = id };
        }

        if (faults && chance.Is(0.03))
        {
            end += Duration.FromMinutes(20); // and out of order, or as good as never
        }

        world.Receipt(world.Now + sent, message.Id, new Delivery.Taken(id, SendStatus.Sent));
        world.Receipt(world.Now + end, message.Id, outcome);
        if (faults && chance.Is(0.05))
        {
            world.Receipt(world.Now + end + chance.Seconds(0, 60), message.Id, outcome);
        }

        if (outcome is Delivery.Taken)
        {
            world.Arrive(world.Now + end, message);
        }
    }

    private void Write(OutboundMessage message, Delivery answer)
    {
        diary.Handed.Add(new Handing(
            message.Id,
            message.Class,
            message.Channel,
            message.To,
            message.AddressId,
            message.ConversationId,
            message.HandOffId,
            world.Now,
            answer is Delivery.Taken));
        diary.Line(world.Now, $"{message.Id} to {message.To} {answer.GetType().Name}", message.Words);
    }
}
