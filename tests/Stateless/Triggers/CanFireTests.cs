namespace Stateless.Tests;

public sealed class CanFireTests
{
    [Fact]
    public void A_known_trigger_can_be_fired_and_nothing_stands_in_the_way()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B).PermitIf(Trigger.Y, State.C, () => true, "open");

        Assert.True(machine.CanFire(Trigger.X));
        Assert.True(machine.CanFire(Trigger.X, out var unmet));
        Assert.Empty(unmet);
        Assert.True(machine.CanFire(Trigger.Y, out unmet));
        Assert.Empty(unmet);
    }

    [Fact]
    public void An_unknown_trigger_cannot_and_has_no_conditions()
    {
        var machine = Machines.In(State.A);

        Assert.False(machine.CanFire(Trigger.X));
        Assert.False(machine.CanFire(Trigger.X, out var unmet));
        Assert.Null(unmet);
    }

    [Fact]
    public void What_stands_in_the_way_is_named()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        var two = machine.SetTriggerParameters<int, int>(Trigger.Y);
        machine.Configure(State.A)
            .PermitIf(one, State.B, i => i > 1, "more than one")
            .PermitIf(two, State.C, (i, j) => i < j, "in order");

        Assert.False(machine.CanFire(one, 1, out var unmet));
        Assert.Equal(["more than one"], unmet);
        Assert.True(machine.CanFire(one, 2, out unmet));
        Assert.Empty(unmet);
        Assert.False(machine.CanFire(two, 2, 1, out unmet));
        Assert.Equal(["in order"], unmet);
    }

    [Fact]
    public void Ignored_and_internal_triggers_can_be_fired()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Ignore(Trigger.X).InternalTransition(Trigger.Y, () => { });

        Assert.True(machine.CanFire(Trigger.X));
        Assert.True(machine.CanFire(Trigger.Y));
    }

    [Fact]
    public void Without_arguments_a_guard_sees_default_values()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        machine.Configure(State.A).PermitIf(one, State.B, i => i == 0);

        Assert.True(machine.CanFire(Trigger.X));
        Assert.False(machine.CanFire(one, 1));
    }

    [Fact]
    public void Asking_runs_no_action()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        var diary = machine.Diary();

        machine.CanFire(Trigger.X);

        Assert.Empty(diary);
        Assert.Equal(State.A, machine.State);
    }
}
