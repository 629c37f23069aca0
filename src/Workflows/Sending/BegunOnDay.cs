using NodaTime;

namespace Companion.Workflows.Sending;

/// <summary>How many check-ins or offers a service began on a local day; one row for each class. Counted only where a release is set.</summary>
public sealed class BegunOnDay
{
    /// <summary>Counts one more (@p0: the id of a new row, @p1 to @p3: which day's), unless there are @p4 already; then no row changes.</summary>
    internal const string Up =
        """
        INSERT INTO "BegunOnDays" ("Id", "Begun", "Class", "Day", "ServiceId") VALUES (@p0, 1, @p1, @p2, @p3)
        ON CONFLICT ("ServiceId", "Day", "Class") DO UPDATE SET "Begun" = "BegunOnDays"."Begun" + 1 WHERE "BegunOnDays"."Begun" < @p4
        """;

    /// <summary>The row of a service (@p0), a day (@p1) and a class (@p2).</summary>
    internal const string Of = "WHERE \"ServiceId\" = @p0 AND \"Day\" = @p1 AND \"Class\" = @p2";

    public long Id { get; set; }

    public required string ServiceId { get; set; }

    public LocalDate Day { get; set; }

    public SendClass Class { get; set; }

    public int Begun { get; set; }
}

/// <summary>What is counted: what a service begins of a class on a local day.</summary>
public readonly record struct DayCount(string ServiceId, LocalDate Day, SendClass Class);
