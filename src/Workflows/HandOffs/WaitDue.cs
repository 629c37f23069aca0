using System.Globalization;
using Companion.Dialogs.Talking;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// A hand-off waits for an owner: the worker who fits best is told, then a colleague, then seniors, then managers, and then it begins
/// again. When nobody is in, the person is told honestly when somebody will be, and whoever is on call hears that what is urgent still is open.
/// </summary>
public sealed class WaitDue(TellWorker tell, AskWhetherDone ask, StaffMail mail, MorningDigest digest, Outbox outbox) : ITimed
{
    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.Wait;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.HandOffs.Find(one => one.Id == timer.SubjectId && one.Fence == timer.ArmedFor && one.OwnerId is null) is not { } handOff)
        {
            return;
        }

        if (handOff is { Urgent: true, AcknowledgedAt: null })
        {
            return; // the ladder climbs
        }

        var now = turn.Now.Local();
        var order = Routing.Order(await Rota.Of(turn.Session, service, turn.Now), await Wants(turn, handOff));
        var here = order.Where(one => one.IsIn(now)).ToList();
        if (handOff.Urgent && !ask.Of(turn, service, handOff, here.Select(one => one.Worker)))
        {
            return; // the ladder climbs again
        }

        if (here.Count > 0)
        {
            TellNext(turn, service, handOff, here);
            await digest.Of(turn, service, here);
        }
        else if (order.Count == 0 && service.NextOpen(now) == now)
        {
            TellOnCall(turn, service, handOff);
        }
        else
        {
            var back = (order.Count > 0 ? order.Min(one => one.NextIn) : service.NextOpen(now)) ?? now.PlusDays(1);
            SayWhen(turn, service, handOff, back);
            Await(turn, handOff, back.Instant());
        }
    }

    private void TellNext(Turn turn, ServiceSettings service, HandOff handOff, List<Standing> here)
    {
        var next = here.Find(one => !WasTold(handOff, one.Worker));
        if (next is null)
        {
            handOff.WorkersTold = null; // everybody who is in knows: it begins again
            next = here[0];
        }

        HandOffLog.Write(turn, handOff, "Told", next.Worker.Name);
        handOff.WorkersTold += next.Worker.Name + "\n";
        turn.Update(handOff);
        tell.Of(turn, service, handOff, next.Worker, "waits", StaffWords.Of("handoff.waits", ("reference", handOff.Reference)));
        AwaitNext(turn, service, handOff);
    }

    private static void AwaitNext(Turn turn, ServiceSettings service, HandOff handOff) =>
        Await(turn, handOff, WorkingTime.After(service, turn.Now, Duration.FromMinutes(service.HandOffs.NextToldAfterMinutes)));

    // Of what is urgent whoever accepted it is asked in between, by day and night.
    private static void Await(Turn turn, HandOff handOff, Instant due) =>
        Holding.Await(turn, handOff, handOff.Urgent ? Instant.Min(due, AskWhetherDone.NextAt(handOff)) : due);

    // Nobody works for the service as far as is known: those on call read of it while it is open.
    private void TellOnCall(Turn turn, ServiceSettings service, HandOff handOff)
    {
        var words = StaffWords.Of("handoff.waits", ("reference", handOff.Reference));
        foreach (var person in service.WhoIsOnCall)
        {
            mail.To(turn, service, person.Email, $"{handOff.Id}:nobody:{turn.Now.ToUnixTimeSeconds()}", $"{service.NeutralName}: {words}", handOff);
        }

        AwaitNext(turn, service, handOff);
    }

    // Said once, to those who asked for a person or were promised one, and to nobody whose phone others may read.
    private void SayWhen(Turn turn, ServiceSettings service, HandOff handOff, LocalDateTime back)
    {
        if (handOff.Reason is HandOffReason.Asked or HandOffReason.Misunderstood or HandOffReason.Withheld && !turn.IsPaused)
        {
            outbox.Say(
                turn,
                service,
                SendClass.Reply,
                $"away:{handOff.Id}",
                new Wording("handoff.away", ("when", When(turn.Now.Local(), back))) { HandOffId = handOff.Id });
        }
    }

    private static string When(LocalDateTime now, LocalDateTime back) => back.Date == now.Date ? "today"
        : back.Date == now.Date.PlusDays(1) ? "tomorrow"
        : $"on {back.Date.ToString("dddd d MMMM", CultureInfo.InvariantCulture)}";

    private static async ValueTask<Wanted> Wants(Turn turn, HandOff handOff)
    {
        var referral = (await turn.Session.Query<Case>("WHERE \"AddressId\" = @p0 ORDER BY \"Id\" DESC LIMIT 1", handOff.AddressId)).SingleOrDefault();
        return new Wanted(
            turn.Address.Language,
            referral?.Postcode?.Split(' ')[0],
            referral?.Needs.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);
    }

    private static bool WasTold(HandOff handOff, Worker worker) => handOff.WorkersTold?.Split('\n').Contains(worker.Name, StringComparer.Ordinal) == true;
}
