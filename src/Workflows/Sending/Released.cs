using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Sending;

/// <summary>How much a service begins by itself on one local day, where it releases its schedules step by step.</summary>
public static class Released
{
    /// <summary>Why no more is begun today, in words for staff; null when this one may be begun, which is then counted.</summary>
    public static async ValueTask<string?> NotToday(Turn turn, ServiceSettings service, SendClass sendClass)
    {
        var most = service.Release.MostOf(sendClass);
        return most is 0 || await turn.Session.TryCount(new DayCount(service.Key, turn.Now.Local().Date, sendClass), most)
            ? null
            : StaffWords.Of("gate.released", ("most", $"{most}"));
    }
}
