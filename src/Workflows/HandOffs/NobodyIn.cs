using Companion.Dialogs.Talking;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// A hand-off waits and no worker is in. The person is told honestly when somebody will be. When nobody is back before it is due, or
/// once that is past by the next opening, whoever is on call is told in opening hours, and seniors and managers read what waits although they are
/// away; and so at each opening.
/// </summary>
public sealed class NobodyIn(WhenBack whenBack, TellOnCall tellOnCall, TellWorker tellWorker, MorningDigest digest, Outbox outbox)
{
    /// <summary>Tells whoever there is to tell.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service.</param>
    /// <param name="handOff">What waits.</param>
    /// <param name="workers">All who may take it, none of whom is in.</param>
    /// <returns>When to look again.</returns>
    public async ValueTask<Instant> Handle(Turn turn, ServiceSettings service, HandOff handOff, IReadOnlyList<Standing> workers)
    {
        var (now, back) = (turn.Now.Local(), workers.Min(one => one.NextIn));
        SayWhen(turn, service, handOff, back);
        var opens = service.NextOpen(now);
        if (opens > now)
        {
            return Earlier(back, opens.Value).Instant(); // what is not urgent is told of in opening hours
        }

        var next = NextOpening(service, now);
        var inTime = handOff.DueAt > turn.Now ? handOff.DueAt : next.Instant();
        if (!(back?.Instant() <= inTime))
        {
            await TellOthers(turn, service, handOff, workers);
            await digest.Of(turn, service, workers);
        }

        return Earlier(back, next).Instant();
    }

    private static LocalDateTime Earlier(LocalDateTime? back, LocalDateTime next) => back < next ? back.Value : next;

    // That of another day; one that never closes, or never opens, is looked at a day later.
    private static LocalDateTime NextOpening(ServiceSettings service, LocalDateTime now) =>
        (service.Open.IsAlways ? null : service.NextOpen(now.Date.PlusDays(1).AtMidnight())) ?? now.PlusDays(1);

    private async ValueTask TellOthers(Turn turn, ServiceSettings service, HandOff handOff, IReadOnlyList<Standing> workers)
    {
        if (handOff is { Urgent: true, AcknowledgedAt: not null })
        {
            return; // whoever accepted it is asked every hour
        }

        var onDuty = service.WhoIsOnCall.Where(person => person.IsOn(turn.Now.Local())).ToList();
        foreach (var person in onDuty.Count > 0 ? onDuty : service.WhoIsOnCall)
        {
            tellOnCall.Of(turn, service, handOff, person, handOff.Urgent ? "oncall.urgent" : "oncall.waits");
        }

        if (service.WhoIsOnCall.Count > 0)
        {
            return;
        }

        foreach (var away in workers)
        {
            HandOffLog.Write(turn, handOff, "Told", away.Worker.Name);
            tellWorker.Of(turn, service, handOff, away.Worker, "waits", StaffWords.Of("handoff.waits", ("reference", handOff.Reference)));
        }

        if (workers.Count == 0)
        {
            await RaiseAlert.Write(turn.Session, turn.Now, "NobodyToTell", StaffWords.Of("handoff.nobody", ("service", service.Name)));
        }
    }

    // Said once, to those who asked for a person or were promised one. At night it answers only words just received; what comes to light
    // later is said when the day begins.
    private void SayWhen(Turn turn, ServiceSettings service, HandOff handOff, LocalDateTime? back)
    {
        if (Night.Wakes(turn, service))
        {
            return;
        }

        if (!turn.IsPaused && WaitsForUs(turn, handOff))
        {
            var when = whenBack.Of(turn.Address.Language, turn.Now.Local().Date, back?.Date);
            outbox.Say(turn, service, SendClass.Reply, $"away:{handOff.Id}", new Wording("handoff.away", ("when", when)) { HandOffId = handOff.Id });
        }
    }

    // The last two were promised a person without asking for one: it is not said where somebody else may read it. Whoever referred themselves
    // was told by when they hear.
    private static bool WaitsForUs(Turn turn, HandOff handOff) => handOff.Reason switch
    {
        HandOffReason.Asked or HandOffReason.Misunderstood or HandOffReason.Withheld => true,
        HandOffReason.LowScore or HandOffReason.Under18 =>
            !handOff.ForAnother && !turn.Address.Shared && turn.People.Count <= 1,
        _ => false,
    };
}
