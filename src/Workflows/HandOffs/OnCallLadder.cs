using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// Reaching a human being about an urgent hand-off, in elapsed minutes, day and night: the first on call at once, the next after
/// five minutes each, everybody after fifteen and every fifteen from then on, until somebody acknowledges; and again when an alarm
/// comes after that. By text, call and e-mail, carrying only a reference.
/// </summary>
public sealed class OnCallLadder(TellOnCall tell) : ITimed
{
    private static readonly Duration Step = Duration.FromMinutes(5);
    private static readonly Duration Everybody = Duration.FromMinutes(15);

    /// <inheritdoc/>
    public TimerKind Kind => TimerKind.ClimbLadder;

    /// <inheritdoc/>
    public ValueTask Fire(Turn turn, ServiceSettings service, TimerRow timer)
    {
        if (turn.HandOffs.Find(h => h.Id == timer.SubjectId && h.Rung == timer.ArmedFor) is { } handOff)
        {
            Climb(turn, service, handOff);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Whether the ladder has come to its end, where everybody is told again every quarter of an hour.</summary>
    public static bool TellsEverybody(HandOff handOff) => Step * (handOff.Rung - 1) >= Everybody;

    /// <summary>Tells the first, and arms the climb.</summary>
    public void Start(Turn turn, ServiceSettings service, HandOff handOff)
    {
        Begin(turn, handOff);
        Climb(turn, service, handOff);
    }

    /// <summary>Arms the ladder anew: its first rung is climbed as soon as timers fire.</summary>
    public static void StartAtOnce(Turn turn, HandOff handOff)
    {
        Begin(turn, handOff);
        turn.Update(handOff);
        Arm(turn, handOff, turn.Now);
    }

    /// <summary>Tells whoever had accepted that there is more, and arms the climb: only accepting it again stops that.</summary>
    public void StartWith(Turn turn, ServiceSettings service, HandOff handOff, OnCallSettings holder)
    {
        Begin(turn, handOff);
        handOff.Rung = 1;
        Tell(turn, service, handOff, holder, "oncall.more");
        Arm(turn, handOff, turn.Now + Step);
    }

    /// <summary>Tells whoever is next and arms the following climb; does nothing once somebody acknowledged or cleared it.</summary>
    public void Climb(Turn turn, ServiceSettings service, HandOff handOff)
    {
        if (handOff.AcknowledgedAt is not null || handOff.ClearedAt is not null)
        {
            return;
        }

        var onCall = OnCallNow(service, turn.Now);
        handOff.Rung += onCall.Count == 0 ? 0 : 1;
        var everybody = TellsEverybody(handOff);
        // At a change of shift the list is another one: who comes next is whoever on it has not been told.
        var told = everybody ? onCall : onCall.Where(person => !WasTold(handOff, person)).Take(1).ToList();
        foreach (var person in told)
        {
            Tell(turn, service, handOff, person, handOff.CouldNotBeTexted ? "oncall.phone" : "oncall.urgent");
        }

        turn.Update(handOff);
        // With nobody on (signed off as uncovered) it is looked at again every quarter of an hour until somebody is.
        Arm(turn, handOff, turn.Now + (everybody || onCall.Count == 0 ? Everybody : Step));
    }

    /// <summary>Tells those who were told before and are still on duty, or else the first who is.</summary>
    public void TellAgain(Turn turn, ServiceSettings service, HandOff handOff, string key)
    {
        var onCall = OnCallNow(service, turn.Now);
        var before = onCall.Where(person => WasTold(handOff, person)).ToList();
        foreach (var person in before.Count == 0 ? onCall.Take(1) : before)
        {
            Tell(turn, service, handOff, person, key);
        }
    }

    /// <summary>
    /// Whoever accepted it, while they are on call; null when it was somebody else: an acceptance carries whatever name was given with it, which
    /// may be nobody's on the list, or of somebody who went home since.
    /// </summary>
    public static OnCallSettings? HolderOf(Turn turn, ServiceSettings service, HandOff handOff) =>
        OnCallNow(service, turn.Now).Find(person => person.Name == handOff.AcknowledgedBy);

    /// <summary>Tells one person on call, and remembers it.</summary>
    public void Tell(Turn turn, ServiceSettings service, HandOff handOff, OnCallSettings person, string key)
    {
        handOff.Told = WasTold(handOff, person) ? handOff.Told : $"{handOff.Told}{person.Name}\n";
        turn.Update(handOff);
        tell.Of(turn, service, handOff, person, key);
    }

    private static void Begin(Turn turn, HandOff handOff)
    {
        (handOff.Rung, handOff.Told) = (0, null);
        (handOff.AcknowledgedAt, handOff.AcknowledgedBy) = (null, null);
        (handOff.StillAsked, handOff.StillAskedAt) = (0, null);
        turn.Session.Execute(
            "DELETE FROM \"Timers\" WHERE \"SubjectId\" = @p0 AND \"Kind\" = @p1", handOff.Id, nameof(TimerKind.ClimbLadder));
    }

    private static bool WasTold(HandOff handOff, OnCallSettings person) =>
        handOff.Told?.Split('\n').Contains(person.Name, StringComparer.Ordinal) == true;

    private static List<OnCallSettings> OnCallNow(ServiceSettings service, Instant now) =>
        service.WhoIsOnCall.Where(person => person.IsOn(now.Local())).ToList();

    private static void Arm(Turn turn, HandOff handOff, Instant due) => turn.Insert(new TimerRow
    {
        Id = turn.Session.NextId(),
        ServiceId = handOff.ServiceId,
        Kind = TimerKind.ClimbLadder,
        DueAt = due,
        AddressId = handOff.AddressId,
        SubjectId = handOff.Id,
        ArmedFor = handOff.Rung,
    });
}
