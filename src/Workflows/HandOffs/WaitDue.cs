using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// A hand-off waits for an owner: the worker who fits best is told, then a colleague, then seniors, then managers, and then it begins
/// again. Of what is urgent and accepted, whoever accepted it is asked as well.
/// </summary>
public sealed class WaitDue(TellWorker tell, AskWhetherDone ask, NobodyIn nobody, MorningDigest digest, WaysToTell ways) : ITimed
{
    private static readonly Duration WhileItClimbs = Duration.FromMinutes(15);

    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.Wait;

    /// <inheritdoc/>
    public async ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.HandOffs.Find(one => one.Id == timer.SubjectId && one.Fence == timer.ArmedFor && one.OwnerId is null) is not { } handOff)
        {
            return;
        }

        if (handOff is { Urgent: true, AcknowledgedAt: null } && !service.NobodyReads(turn.Now))
        {
            Holding.Await(turn, handOff, turn.Now + WhileItClimbs); // the ladder tells people
            return;
        }

        var now = turn.Now.Local();
        var workers = await Rota.Of(turn.Session, service, turn.Now);
        var order = Routing.Order(workers.Where(one => ways.Reach(service, one.Worker)), await Wants(turn, handOff));
        var here = order.Where(one => one.IsIn(now)).ToList();
        if (handOff is { Urgent: true, AcknowledgedAt: not null } && !ask.Of(turn, service, handOff, here.Select(one => one.Worker)))
        {
            Holding.Await(turn, handOff, turn.Now); // the ladder climbs again, and where nobody is on call workers are told
            return;
        }

        if (here.Count > 0)
        {
            TellNext(turn, service, handOff, here);
            await digest.Of(turn, service, order.Where(one => one.NextIn?.Date == now.Date));
        }
        else
        {
            Await(turn, handOff, await nobody.Handle(turn, service, handOff, order));
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
        Await(turn, handOff, WorkingTime.After(service, turn.Now, Duration.FromMinutes(service.HandOffs.NextToldAfterMinutes)));
    }

    // Of what is urgent whoever accepted it is asked in between, by day and night.
    private static void Await(Turn turn, HandOff handOff, Instant due) =>
        Holding.Await(
            turn, handOff, handOff is { Urgent: true, AcknowledgedAt: not null } ? Instant.Min(due, AskWhetherDone.NextAt(handOff)) : due);

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
