using System.Globalization;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// Whoever accepted an urgent hand-off that nobody has picked up or closed is asked every hour whether it is done. Accepting it again is an
/// answer; after two questions without one, or when they are not on duty any longer, the ladder begins again, so that another human being hears.
/// </summary>
public sealed class AskWhetherDone(TellOnCall tell, TellWorker tellWorker, OnCallLadder ladder)
{
    /// <summary>After so many questions without an answer somebody else is told.</summary>
    internal const int MostInVain = 2;

    private static readonly Duration Every = Duration.FromHours(1);

    /// <summary>When they are to be asked next.</summary>
    public static Instant NextAt(HandOff handOff) => (handOff.StillAskedAt ?? handOff.AcknowledgedAt!.Value) + Every;

    /// <summary>Asks, when it is time.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service.</param>
    /// <param name="handOff">Urgent, accepted, and nobody's.</param>
    /// <param name="here">The workers who are in.</param>
    /// <returns>False when the ladder climbs again instead, which tells people from now on.</returns>
    public bool Of(Turn turn, ServiceSettings service, HandOff handOff, IEnumerable<Worker> here)
    {
        if (NextAt(handOff) > turn.Now)
        {
            return true;
        }

        var onCall = OnCallLadder.HolderOf(turn, service, handOff);
        var worker = here.FirstOrDefault(one => one.Name == handOff.AcknowledgedBy);
        if (handOff.StillAsked >= MostInVain || (onCall is null && worker is null))
        {
            HandOffLog.Write(turn, handOff, "Unanswered", handOff.AcknowledgedBy);
            ladder.Start(turn, service, handOff);
            return false;
        }

        var ago = Ago(turn.Now - handOff.AcknowledgedAt!.Value);
        (handOff.StillAsked, handOff.StillAskedAt) = (handOff.StillAsked + 1, turn.Now);
        turn.Update(handOff);
        if (onCall is not null)
        {
            tell.Of(turn, service, handOff, onCall, "oncall.still", ("ago", ago));
        }
        else
        {
            HandOffLog.Write(turn, handOff, "Told", worker!.Name);
            tellWorker.Of(turn, service, handOff, worker, "still", StaffWords.Of("handoff.still", ("reference", handOff.Reference), ("ago", ago)));
        }

        return true;
    }

    private static string Ago(Duration since) => Math.Round(since.TotalHours) is > 1 and var hours
        ? StaffWords.Of("ago.hours", ("hours", hours.ToString(CultureInfo.InvariantCulture)))
        : StaffWords.Of("ago.hour");
}
