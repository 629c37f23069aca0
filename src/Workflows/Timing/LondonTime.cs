using NodaTime;
using NodaTime.TimeZones;

namespace Companion.Workflows.Timing;

/// <summary>Local time of the people we serve. A plan stays local; it becomes an instant only when a timer is armed.</summary>
public static class LondonTime
{
    /// <summary>Europe/London.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    // 01:30 on the night clocks go forward does not exist: the time an hour on. On the night they go back: the first of the two.
    private static readonly ZoneLocalMappingResolver Resolve =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>The local time at an instant.</summary>
    public static LocalDateTime Local(this Instant at) => at.InZone(Zone).LocalDateTime;

    /// <summary>The instant of a local time.</summary>
    public static Instant Instant(this LocalDateTime local) => Zone.ResolveLocal(local, Resolve).ToInstant();
}
