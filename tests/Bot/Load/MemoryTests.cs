using Companion.Tests.Support.Load;

namespace Companion.Bot.Tests.Load;

public sealed class MemoryTests
{
    private const int AtOnce = 16;
    private const long Megabyte = 1 << 20;

    /// <summary>What ten thousand turns kept for ever would come to is many times this; what a collector holds back for later is less.</summary>
    private const long Slack = 96 * Megabyte;

    [Fact]
    public async Task Ten_thousand_turns_leave_resident_memory_flat()
    {
        var folder = Directory.CreateTempSubdirectory("companion-memory-").FullName;
        await using var twilio = await AcceptingTwilio.Start();
        await using var bot = await BotProcess.Companion(twilio, new Dictionary<string, string> { ["Storage:Folder"] = folder });

        await Turns(bot, 0, 2_000);
        var early = bot.Resident;
        await Turns(bot, 2_000, 10_000);
        var late = bot.Resident;

        Assert.True(late - early < Slack, $"After 2,000 turns {early / Megabyte} MB were resident, after 10,000 {late / Megabyte} MB.");
    }

    private static Task Turns(BotProcess bot, int from, int to)
    {
        var texter = new Texter(bot.Http, bot.Http);
        var people = Enumerable.Range(from / SelfReferral.Texts.Count, (to - from) / SelfReferral.Texts.Count);
        return Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, cancel) =>
        {
            for (var at = 0; at < SelfReferral.Texts.Count; at++)
            {
                await texter.Send(new SignedText(KillRun.Sid(person, at), SelfReferral.Number(person), SelfReferral.Texts[at]), cancel);
            }
        });
    }
}
