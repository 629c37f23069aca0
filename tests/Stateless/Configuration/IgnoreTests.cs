namespace Stateless.Tests;

public sealed class IgnoreTests
{
    [Fact]
    public void An_ignored_trigger_does_nothing()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Ignore(Trigger.X);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(State.A, machine.State);
        Assert.Empty(diary);
    }

    [Fact]
    public void What_a_superstate_ignores_its_substates_ignore()
    {
        var machine = Machines.In(State.B);
        machine.Configure(State.A).Ignore(Trigger.X);
        machine.Configure(State.B).SubstateOf(State.A);

        machine.Fire(Trigger.X);

        Assert.Equal(State.B, machine.State);
    }

    [Theory]
    [InlineData(true, State.B)]
    [InlineData(false, State.C)]
    public void A_substate_ignores_what_its_superstate_permits_if_the_guard_holds(bool ignore, State expected)
    {
        var machine = Machines.In(State.B);
        machine.Configure(State.A).Permit(Trigger.X, State.C);
        machine.Configure(State.B).SubstateOf(State.A).IgnoreIf(Trigger.X, () => ignore);

        machine.Fire(Trigger.X);

        Assert.Equal(expected, machine.State);
    }

    [Fact]
    public void Ignoring_may_depend_on_arguments()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        var two = machine.SetTriggerParameters<int, int>(Trigger.Y);
        var three = machine.SetTriggerParameters<int, int, int>(Trigger.Z);
        machine.Configure(State.A)
            .IgnoreIf(one, i => i == 1)
            .IgnoreIf(two, (i, j) => i == j)
            .IgnoreIf(three, Tuple.Create<Func<int, int, int, bool>, string>((i, j, k) => i + j == k, "sum"));

        machine.Fire(one, 1);
        machine.Fire(two, 2, 2);
        machine.Fire(three, 1, 1, 2);
        Assert.Throws<InvalidOperationException>(() => machine.Fire(one, 2));
        Assert.Throws<InvalidOperationException>(() => machine.Fire(two, 1, 2));
        Assert.Throws<InvalidOperationException>(() => machine.Fire(three, 1, 1, 3));
    }

    [Fact]
    public void Ignoring_may_depend_on_several_conditions()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).IgnoreIf(
            Trigger.X,
            Tuple.Create<Func<bool>, string>(() => true, "fine"),
            Tuple.Create<Func<bool>, string>(() => false, "not today"));

        Assert.False(machine.CanFire(Trigger.X, out var unmet));
        Assert.Equal(["not today"], unmet);
    }
}
