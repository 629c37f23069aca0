using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>What staff or a timer do at night wakes nobody: only whoever has just written is answered then.</summary>
internal static class Night
{
    private static readonly Duration JustReceived = Duration.FromMinutes(15);

    /// <summary>True when a text now would wake the person.</summary>
    public static bool Wakes(Turn turn, ServiceSettings service) =>
        service.Quiet.Contains(turn.Now.Local().TimeOfDay) && !(turn.Address.LastHeardAt >= turn.Now - JustReceived);
}
