using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>With what somebody acts on a conversation they hold: who they are, and the number they took it with.</summary>
/// <param name="HandOffId">The hand-off.</param>
/// <param name="WorkerId">The worker.</param>
/// <param name="Fence">The hand-off's <see cref="HandOff.Fence"/> when they took it.</param>
public readonly record struct Hold(long HandOffId, long WorkerId, int Fence);

/// <summary>
/// Who holds a conversation, as rows of a turn. One address has one holder, who owns all its open hand-offs; taking and giving back count the
/// fence, so that whoever lost it acts on nothing.
/// </summary>
internal static class Holding
{
    private static readonly Duration UrgentAct = Duration.FromMinutes(10);
    private static readonly Duration UrgentHold = Duration.FromHours(1);
    private static readonly Duration UrgentGrace = Duration.FromMinutes(5);

    /// <summary>The hand-off by which this address is held, the urgent one before others; null while the bot talks.</summary>
    public static HandOff? Of(Turn turn) => turn.HandOffs.Where(handOff => handOff is { OwnerId: not null, ClearedAt: null }).MaxBy(handOff => handOff.Urgent);

    /// <summary>True when this is what the hand-off is held with.</summary>
    public static bool Is(HandOff handOff, Hold hold) =>
        handOff.ClearedAt is null && handOff.OwnerId == hold.WorkerId && handOff.Fence == hold.Fence;

    /// <summary>Arms the telling of workers about a hand-off that waits; what was armed before counts no longer, or all would be told twice.</summary>
    public static void Await(Turn turn, HandOff handOff, Instant due)
    {
        Disarm(turn, handOff, TimerKind.Wait);
        Arm(turn, handOff, TimerKind.Wait, due);
    }

    /// <summary>A worker takes every open hand-off of the address: the bot is silent from now on.</summary>
    public static void Take(Turn turn, ServiceSettings service, Worker worker)
    {
        foreach (var handOff in turn.HandOffs.Where(one => one.ClearedAt is null))
        {
            Own(turn, handOff, worker.Id, worker.Name);
            SetActBy(turn, handOff, Soon(service, handOff, turn.Now));
            HandOffLog.Write(turn, handOff, "PickedUp", worker.Name);
        }

        turn.Address.Holder = worker.Name;
        turn.Update(turn.Address);
    }

    /// <summary>One that was opened while the conversation is held is the holder's. An urgent one is opened for them, and asks for something soon.</summary>
    public static void Join(Turn turn, ServiceSettings service, HandOff opened, HandOff held)
    {
        Own(turn, opened, held.OwnerId!.Value, held.Owner!);
        SetActBy(turn, opened, opened.Urgent ? Soon(service, opened, turn.Now) : held.ActBy ?? turn.Now);
        if (opened.Urgent)
        {
            Posts.Open(turn, opened);
            Posts.Tell(turn, opened, opened.OwnerId, $"joined:{opened.Fence}", StaffWords.Of("handoff.joined", ("reference", opened.Reference)));
        }
    }

    /// <summary>The conversation goes back to the bot; hand-offs that are still open wait for another owner.</summary>
    public static void Release(Turn turn)
    {
        foreach (var handOff in turn.HandOffs.Where(one => one.OwnerId is not null))
        {
            Disown(turn, handOff);
            if (handOff.ClearedAt is null)
            {
                Await(turn, handOff, turn.Now);
            }
        }

        turn.Address.Holder = null;
        turn.Update(turn.Address);
    }

    /// <summary>Once the last of them is cleared nobody holds the address any longer.</summary>
    public static void Cleared(Turn turn, HandOff handOff)
    {
        if (handOff.OwnerId is null)
        {
            return;
        }

        Disown(turn, handOff);
        if (Of(turn) is null)
        {
            turn.Address.Holder = null;
            turn.Update(turn.Address);
        }
    }

    /// <summary>The holder has done something: now it is the person's turn.</summary>
    public static void Acted(Turn turn, ServiceSettings service)
    {
        foreach (var handOff in turn.HandOffs.Where(one => one.OwnerId is not null))
        {
            handOff.RemindedAt = null;
            SetActBy(turn, handOff, handOff.Urgent
                ? turn.Now + UrgentHold
                : WorkingTime.EndOfNextOpenDay(service, turn.Now, service.HandOffs.DaysHeldWithoutAWord));
        }
    }

    /// <summary>The person has written to the holder, who now has to do something soon.</summary>
    public static void Heard(Turn turn, ServiceSettings service, long messageId)
    {
        if (Of(turn) is not { } held)
        {
            return;
        }

        Posts.Heard(turn, held, messageId);
        foreach (var handOff in turn.HandOffs.Where(one => one.OwnerId is not null))
        {
            var by = Soon(service, handOff, turn.Now);
            if (handOff.RemindedAt is null && !(handOff.ActBy <= by))
            {
                SetActBy(turn, handOff, by);
            }
        }
    }

    /// <summary>The owner was reminded: the time they have left.</summary>
    public static void Reminded(Turn turn, ServiceSettings service, HandOff handOff)
    {
        handOff.RemindedAt = turn.Now;
        SetActBy(turn, handOff, handOff.Urgent
            ? turn.Now + UrgentGrace
            : WorkingTime.After(service, turn.Now, Duration.FromMinutes(service.HandOffs.GraceMinutes)));
    }

    private static Instant Soon(ServiceSettings service, HandOff handOff, Instant now) => handOff.Urgent
        ? now + UrgentAct
        : WorkingTime.After(service, now, Duration.FromMinutes(service.HandOffs.AnswerWithinMinutes));

    private static void SetActBy(Turn turn, HandOff handOff, Instant by)
    {
        handOff.ActBy = by;
        turn.Update(handOff);
        Arm(turn, handOff, TimerKind.Hold, by);
    }

    private static void Own(Turn turn, HandOff handOff, long ownerId, string owner)
    {
        (handOff.OwnerId, handOff.Owner, handOff.RemindedAt) = (ownerId, owner, null);
        handOff.Fence++;
        turn.Update(handOff);
        Disarm(turn, handOff, TimerKind.Wait);
    }

    private static void Disown(Turn turn, HandOff handOff)
    {
        (handOff.OwnerId, handOff.Owner, handOff.ActBy, handOff.RemindedAt) = (null, null, null, null);
        handOff.Fence++;
        turn.Update(handOff);
        Disarm(turn, handOff, TimerKind.Hold);
    }

    private static void Arm(Turn turn, HandOff handOff, TimerKind kind, Instant due) => turn.Insert(new TimerRow
    {
        Id = turn.Session.NextId(),
        ServiceId = handOff.ServiceId,
        Kind = kind,
        DueAt = due,
        AddressId = handOff.AddressId,
        SubjectId = handOff.Id,
        ArmedFor = handOff.Fence,
    });

    private static void Disarm(Turn turn, HandOff handOff, TimerKind kind) =>
        turn.Session.Execute("DELETE FROM \"Timers\" WHERE \"SubjectId\" = @p0 AND \"Kind\" = @p1", handOff.Id, kind.ToString());
}
