namespace Stateless.Tests;

public sealed class InitialTransitionTests
{
    [Fact]
    public void Entering_a_state_goes_on_into_the_substate_it_starts_in()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).InitialTransition(State.C);
        machine.Configure(State.C).SubstateOf(State.B);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(State.C, machine.State);
        Assert.Equal(
            [
                "exit A (A-X-B)", "moved A-B", "enter B (A-X-B)", "moved B-C", "enter C (A-X-C)", "completed A-C",
            ],
            diary);
    }

    [Fact]
    public void It_goes_on_through_every_level()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).InitialTransition(State.C);
        machine.Configure(State.C).SubstateOf(State.B).InitialTransition(State.D);
        machine.Configure(State.D).SubstateOf(State.C);
        var entered = new List<State>();
        foreach (var state in Enum.GetValues<State>())
        {
            machine.Configure(state).OnEntry(() => entered.Add(state));
        }

        machine.Fire(Trigger.X);

        Assert.Equal(State.D, machine.State);
        Assert.Equal([State.B, State.C, State.D], entered);
    }

    [Fact]
    public void Reentry_goes_into_the_substate_too()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).InitialTransition(State.B).PermitReentry(Trigger.X);
        machine.Configure(State.B).SubstateOf(State.A);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(State.B, machine.State);
        Assert.Equal(
            ["exit A (A-X-A)", "moved A-A", "enter A (A-X-A)", "moved A-B", "enter B (A-X-B)", "completed A-A"], diary);
    }

    [Fact]
    public void The_target_must_be_a_substate_when_the_state_is_entered()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).InitialTransition(State.C);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));
    }

    [Fact]
    public void A_state_starts_in_one_other_state_only()
    {
        var machine = Machines.In(State.A);

        Assert.Throws<ArgumentException>(() => machine.Configure(State.A).InitialTransition(State.A));
        machine.Configure(State.A).InitialTransition(State.B);
        Assert.Throws<InvalidOperationException>(() => machine.Configure(State.A).InitialTransition(State.C));
    }

    [Fact]
    public void A_trigger_fired_on_entry_of_the_superstate_is_handled_in_the_substate()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).InitialTransition(State.C).OnEntry(() => machine.Fire(Trigger.Y)).Permit(Trigger.Y, State.A);
        machine.Configure(State.C).SubstateOf(State.B).Permit(Trigger.Y, State.D);

        machine.Fire(Trigger.X);

        Assert.Equal(State.D, machine.State);
    }
}
