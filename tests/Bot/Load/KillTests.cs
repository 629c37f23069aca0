using Companion.Tests.Support;
using Companion.Tests.Support.Load;

namespace Companion.Bot.Tests.Load;

public sealed class KillTests
{
    [Fact]
    public async Task Of_two_companions_on_one_database_one_is_killed_and_nothing_is_lost_or_doubled()
    {
        var report = await KillRun.With(PostgresServer.NewDatabase(), people: 60, TestContext.Current.CancellationToken);

        Assert.Empty(report.Wrong);
        Assert.Equal(60 * SelfReferral.Texts.Count, report.Texts);
        Assert.NotEqual(0, report.SentAgain);
    }
}
