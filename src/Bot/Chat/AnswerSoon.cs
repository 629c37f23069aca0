using Companion.Bot.Sending;
using Companion.Workflows.Conversations;

namespace Companion.Bot.Chat;

/// <summary>Waits a moment for the answer to words just received, so that a page without JavaScript shows it at once.</summary>
public sealed class AnswerSoon(ReadChat read, SenderBell bell, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(25);

    /// <summary>Rings the sender and returns when nothing to the address is on its way any more, or after five seconds.</summary>
    public async Task Wait(long addressId, CancellationToken cancel)
    {
        bell.Ring();
        var began = time.GetTimestamp();
        while (await read.IsAnswering(addressId, cancel) && time.GetElapsedTime(began) < Longest)
        {
            await Task.Delay(Step, time, cancel);
        }
    }
}
