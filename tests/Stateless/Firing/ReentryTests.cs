namespace Stateless.Tests;

public sealed class ReentryTests
{
    [Fact]
    public void Reentry_leaves_and_enters_the_state()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).PermitReentry(Trigger.X);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(["exit A (A-X-A)", "moved A-A", "enter A (A-X-A)", "completed A-A"], diary);
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void Reentry_leaves_the_superstate_alone()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).SubstateOf(State.B).PermitReentry(Trigger.X);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(["exit A (A-X-A)", "moved A-A", "enter A (A-X-A)", "completed A-A"], diary);
    }

    [Fact]
    public void Reentry_of_a_superstate_leaves_the_substate_and_ends_in_the_superstate()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.B).PermitReentry(Trigger.X);
        machine.Configure(State.A).SubstateOf(State.B);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(
            ["exit A (A-X-B)", "exit B (B-X-B)", "moved B-B", "enter B (B-X-B)", "completed B-B"], diary);
        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void Reentry_runs_the_entry_actions_of_its_trigger()
    {
        var machine = Machines.In(State.A);
        var ran = 0;
        machine.Configure(State.A)
            .OnEntryFrom(Trigger.X, () => ran++)
            .OnEntryFrom(Trigger.Y, () => ran += 10)
            .PermitReentry(Trigger.X)
            .Ignore(Trigger.Y);

        machine.Fire(Trigger.X);
        machine.Fire(Trigger.Y);

        Assert.Equal(1, ran);
    }

    [Fact]
    public void Reentry_may_be_guarded()
    {
        var machine = Machines.In(State.A);
        var open = false;
        machine.Configure(State.A)
            .PermitReentryIf(Trigger.X, () => open, "open")
            .PermitReentryIf(Trigger.Y, Tuple.Create<Func<bool>, string>(() => open, "open"));
        var diary = machine.Diary();

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));
        Assert.False(machine.CanFire(Trigger.Y));
        Assert.Empty(diary);
        open = true;
        machine.Fire(Trigger.X);
        machine.Fire(Trigger.Y);

        Assert.Equal(8, diary.Count);
    }

    [Fact]
    public void Guarded_reentry_may_depend_on_arguments()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        var two = machine.SetTriggerParameters<int, int>(Trigger.Y);
        var three = machine.SetTriggerParameters<int, int, int>(Trigger.Z);
        machine.Configure(State.A)
            .PermitReentryIf(one, i => i == 3)
            .PermitReentryIf(two, (i, j) => i == j)
            .PermitReentryIf(three, (i, j, k) => i + j == k);

        machine.Fire(one, 3);
        machine.Fire(two, 3, 3);
        machine.Fire(three, 1, 2, 3);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(one, 2));
        Assert.Throws<InvalidOperationException>(() => machine.Fire(two, 2, 3));
        Assert.Throws<InvalidOperationException>(() => machine.Fire(three, 1, 1, 1));
    }
}
