using Companion.Workflows.Storage;

namespace Companion.Workflows.CheckIns;

/// <summary>What the person themselves gave at the wave that was asked before; what somebody else said for them is not theirs.</summary>
internal static class WaveBefore
{
    private const string Given =
        """
        WHERE "Mode" <> 'proxy' AND "CheckInId" = (
            SELECT "Id" FROM "CheckIns" WHERE "CaseId" = @p0 AND "Instrument" = @p1 AND "Week" < @p2 AND "OfferedAt" IS NOT NULL ORDER BY "Week" DESC LIMIT 1)
        ORDER BY "RecordedAt", "Id"
        """;

    /// <summary>The newest score of each item that has one.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, int>> Of(Session session, CheckIn wave) =>
        (await session.Query<CheckInScore>(Given, wave.CaseId, wave.Instrument, wave.Week))
            .GroupBy(answer => answer.Item, (_, answers) => answers.Last())
            .Where(answer => answer.Score is not null)
            .ToDictionary(answer => answer.Item, answer => answer.Score!.Value);
}
