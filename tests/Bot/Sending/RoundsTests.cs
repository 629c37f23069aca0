using Companion.Bot.Sending;
using Companion.Bot.Tests.Channels;
using Microsoft.Extensions.Logging;

namespace Companion.Bot.Tests.Sending;

public sealed class RoundsTests
{
    [Fact]
    public async Task A_round_that_fails_is_logged_without_words_and_the_next_one_comes()
    {
        using var log = new LogBook();
        using var rounds = new Stumbling(log);
        await rounds.StartAsync(TestContext.Current.CancellationToken);

        await rounds.Third.Task.WaitAsync(TestContext.Current.CancellationToken);
        await rounds.StopAsync(CancellationToken.None);

        Assert.Contains("A round of Stumbling failed: FormatException <- InvalidOperationException", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", log.Text, StringComparison.Ordinal);
    }

    private sealed class Stumbling(ILogger log) : Rounds(TimeSpan.FromMilliseconds(1), TimeProvider.System, log)
    {
        private int rounds;

        public TaskCompletionSource Third { get; } = new();

        protected override Task<bool> Round(CancellationToken stop)
        {
            rounds++;
            if (rounds == 1)
            {
                throw new FormatException("secret words", new InvalidOperationException("more secret words"));
            }

            if (rounds == 3)
            {
                Third.SetResult();
            }

            return Task.FromResult(rounds == 2); // more waits: no pause
        }
    }
}
