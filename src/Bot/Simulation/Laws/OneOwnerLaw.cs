using Companion.Workflows.HandOffs;
using Companion.Workflows.Timing;

namespace Companion.Bot.Simulation.Laws;

/// <summary>
/// Law 6: a hand-off has one owner at a time; none is ever without somebody who will be told. Who held it is pieced together from its log.
/// </summary>
internal static class OneOwnerLaw
{
    public static Law Check(Evidence evidence)
    {
        var law = new Law();
        var events = evidence.Events.ToLookup(one => one.HandOffId);
        var timers = evidence.Timers.Where(timer => timer.Kind is TimerKind.Wait or TimerKind.ClimbLadder or TimerKind.Hold).ToLookup(timer => timer.SubjectId);
        foreach (var handOff in evidence.HandOffs)
        {
            OneAtATime(law, handOff, events[handOff.Id]);
            if (handOff.ClearedAt is null)
            {
                law.Holds(timers[handOff.Id].Any(), "nobody will ever be told of it again", $"hand-off {handOff.Id}", handOff.OpenedAt);
                law.Holds(
                    evidence.Addresses.Find(address => address.Id == handOff.AddressId)!.Holder == handOff.Owner,
                    "its owner is not the holder of the conversation",
                    $"hand-off {handOff.Id}");
            }
        }

        return law;
    }

    private static void OneAtATime(Law law, HandOff handOff, IEnumerable<HandOffEvent> events)
    {
        string? owner = null;
        foreach (var happened in events.Where(one => one.Kind is "PickedUp" or "Lapsed" or "Returned" or "Cleared"))
        {
            if (happened.Kind == "PickedUp")
            {
                law.Holds(owner is null, $"{happened.Detail} took what {owner} held", $"hand-off {handOff.Id}", happened.At);
            }

            owner = happened.Kind == "PickedUp" ? happened.Detail : null;
        }
    }
}
