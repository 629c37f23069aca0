using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>What came of a reply.</summary>
public enum Replied
{
    /// <summary>It is on its way.</summary>
    Sent,

    /// <summary>It was said before: once is enough.</summary>
    Already,

    /// <summary>Nothing was sent: they do not hold the conversation, or no longer.</summary>
    NotHeld,

    /// <summary>Nothing was sent: the person may not be texted, see the reason.</summary>
    Refused,

    /// <summary>Nothing was sent yet: it is the middle of the night there. Said once more, with that in mind, it goes.</summary>
    AskFirst,

    /// <summary>Nothing was sent: there are no words, or too many.</summary>
    BadWords,
}

/// <summary>What came of a reply.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">Why not, in words for staff; empty when it was sent.</param>
/// <param name="HandOff">The hand-off as it is now; null when there is none.</param>
/// <param name="To">To whom it went, by initials and reference: "A.B. 7K2M9P".</param>
public sealed record ReplyResult(Replied Outcome, string Reason, HandOff? HandOff, string To);

/// <summary>A link worker's own words to the person whose conversation they hold: an explicit act, bound to one hand-off.</summary>
public sealed class ReplyToPerson(IStore store, ServiceBook services, Outbox outbox, IClock clock)
{
    /// <summary>The longest reply, in characters.</summary>
    public const int Longest = 1_400;

    /// <summary>Sends it, or says at once why not.</summary>
    /// <param name="hold">With what they hold the conversation.</param>
    /// <param name="words">Their words; the person also reads who writes.</param>
    /// <param name="key">Of this act: the same key is one reply, however often it comes.</param>
    /// <param name="evenAtNight">True when they know that it is late where the person is.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<ReplyResult> Handle(Hold hold, string words, string key, bool evenAtNight, CancellationToken cancel)
    {
        var result = new ReplyResult(Replied.NotHeld, StaffWords.Of("reply.not-held"), null, "");
        await HandOffTurn.Run(store, clock, hold.HandOffId, async (turn, handOff) => result = await Say(turn, handOff, hold, new Reply(words.Trim(), key, evenAtNight)), cancel);
        return result;
    }

    private async ValueTask<ReplyResult> Say(Turn turn, HandOff handOff, Hold hold, Reply reply)
    {
        var (service, to) = (services.Of(handOff.ServiceId), Initials.Of(handOff, turn.Address, turn.People));
        var purpose = $"worker:{handOff.Id}:{reply.Key}";
        if ((await turn.Session.Query<OutboundMessage>("WHERE \"SendKey\" = @p0", $"{turn.Address.Id}:{purpose}")).Count > 0)
        {
            return new ReplyResult(Replied.Already, "", handOff, to);
        }

        if (!Holding.Is(handOff, hold) || await Rota.Find(turn.Session, handOff.ServiceId, hold.WorkerId) is not { } worker)
        {
            return new ReplyResult(
                Replied.NotHeld,
                handOff.Owner is { } other && handOff.OwnerId != hold.WorkerId ? StaffWords.Of("reply.held-by", ("who", other)) : StaffWords.Of("reply.not-held"),
                handOff,
                to);
        }

        if (reply.Words.Length is 0 or > Longest)
        {
            return new ReplyResult(Replied.BadWords, StaffWords.Of(reply.Words.Length == 0 ? "reply.empty" : "reply.long", ("most", $"{Longest}")), handOff, to);
        }

        if (await WhyNot(turn, service, reply) is { } not)
        {
            return new ReplyResult(not.Outcome, not.Reason, handOff, to);
        }

        outbox.Say(turn, service, SendClass.LinkWorker, purpose, new Wording(SpokenAs(worker.Role), ("worker", worker.ShownName), ("words", reply.Words)) { HandOffId = handOff.Id });
        HandOffLog.Write(turn, handOff, "Replied", worker.Name);
        Holding.Acted(turn, service);
        return new ReplyResult(Replied.Sent, "", handOff, to);
    }

    private static async ValueTask<(Replied Outcome, string Reason)?> WhyNot(Turn turn, ServiceSettings service, Reply reply)
    {
        var ruling = await GateLook.Foresee(turn, service, SendClass.LinkWorker);
        return ruling.Ruling == Ruling.Refuse ? (Replied.Refused, ruling.Reason)
            : !reply.EvenAtNight && service.Quiet.Contains(turn.Now.Local().TimeOfDay) ? (Replied.AskFirst, StaffWords.Of("reply.night", ("time", $"{turn.Now.Local().TimeOfDay:HH:mm}")))
            : null;
    }

    private static string SpokenAs(WorkerRole role) => role switch
    {
        WorkerRole.Senior => "handoff.worker.senior",
        WorkerRole.Manager => "handoff.worker.manager",
        _ => "handoff.worker",
    };

    private readonly record struct Reply(string Words, string Key, bool EvenAtNight);
}
