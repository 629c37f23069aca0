namespace Stateless.Tests;

public sealed class SuperstateTests
{
    [Fact]
    public void A_substate_is_in_its_superstates()
    {
        var machine = Machines.In(State.C);
        machine.Configure(State.C).SubstateOf(State.B);
        machine.Configure(State.B).SubstateOf(State.A);

        Assert.True(machine.IsInState(State.C));
        Assert.True(machine.IsInState(State.B));
        Assert.True(machine.IsInState(State.A));
        Assert.False(machine.IsInState(State.D));
    }

    [Fact]
    public void A_substate_inherits_rules_and_may_override_them()
    {
        var machine = Machines.In(State.B);
        machine.Configure(State.A).Permit(Trigger.X, State.C).Permit(Trigger.Y, State.C);
        machine.Configure(State.B).SubstateOf(State.A).Permit(Trigger.Y, State.D);

        machine.Fire(Trigger.Y);
        Assert.Equal(State.D, machine.State);

        var inherited = Machines.In(State.B);
        inherited.Configure(State.A).Permit(Trigger.X, State.C);
        inherited.Configure(State.B).SubstateOf(State.A);
        inherited.Fire(Trigger.X);
        Assert.Equal(State.C, inherited.State);
    }

    [Fact]
    public void A_state_cannot_lie_under_itself()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.B).SubstateOf(State.A);
        machine.Configure(State.C).SubstateOf(State.B);

        Assert.Throws<ArgumentException>(() => machine.Configure(State.A).SubstateOf(State.A));
        Assert.Throws<ArgumentException>(() => machine.Configure(State.A).SubstateOf(State.B));
        Assert.Throws<ArgumentException>(() => machine.Configure(State.A).SubstateOf(State.C));
    }

    [Fact]
    public void A_ring_closed_late_is_found_too()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.B).SubstateOf(State.A);
        machine.Configure(State.A).SubstateOf(State.C);

        Assert.Throws<ArgumentException>(() => machine.Configure(State.C).SubstateOf(State.B));
    }
}
