using Companion.Bot.Dev;
using Companion.Bot.Tests.Hosting;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Tests.Dev;

public sealed class MoveClockTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_becomes_due_on_the_way_happens_at_its_own_time()
    {
        await using var app = await CompanionApp.Start(settings: ["--Services:sample:OnCall:1:Hours=always"]);
        await app.Text("+447700900001", "i want to kill myself");
        await app.Part<MoveClock>().By(Duration.FromMinutes(61), Cancel); // real time runs on while it moves

        var handOff = (await app.All<HandOff>()).Single();
        var minutes = (await app.All<HandOffEvent>())
            .Where(happened => happened.Kind == "Told")
            .Select(happened => (int)Math.Round((happened.At - handOff.OpenedAt).TotalMinutes))
            .Distinct()
            .Order();
        Assert.Equal([0, 5, 15, 30, 45, 60], minutes);
    }

    [Fact]
    public async Task The_next_thing_is_the_earliest_of_timers_and_texts_that_wait()
    {
        await using var app = await CompanionApp.Start();
        var (moving, clock) = (app.Part<MoveClock>(), app.Part<CompanionClock>());
        Assert.Null(await moving.Next(Cancel));
        Assert.False(await moving.ToNext(Cancel));

        app.Part<SendSwitch>().IsOn = false;
        await app.Text("+447700900001", "i want to kill myself");
        var first = (await app.All<TimerRow>()).Min(timer => timer.DueAt);
        Assert.Equal(first, await moving.Next(Cancel));
        Assert.True(await moving.ToNext(Cancel));
        Assert.True(clock.GetCurrentInstant() >= first);
        Assert.DoesNotContain(await app.All<TimerRow>(), timer => timer.DueAt <= first);
    }

    [Fact]
    public async Task A_clock_that_was_moved_is_moved_again_after_a_restart()
    {
        await using var app = await CompanionApp.Start();
        await app.Part<MoveClock>().By(Duration.FromDays(3), Cancel);
        var moved = app.Part<CompanionClock>().Moved;
        var fresh = new CompanionClock(app.Part<TimeProvider>());
        new MoveClock(fresh, app.Part<Workflows.Storage.IStore>(), app.Part<RunToRest>(), app.Part<Bot.Hosting.StorageSettings>()).Restore();
        Assert.Equal(moved, fresh.Moved);
        Assert.True(moved >= Duration.FromDays(2));
    }
}
