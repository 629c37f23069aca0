namespace Stateless.Tests;

public sealed class PermitTests
{
    [Fact]
    public void A_permitted_trigger_moves_the_machine()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        machine.Fire(Trigger.X);

        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void States_and_triggers_can_be_of_any_type()
    {
        var machine = new StateMachine<string, Type>("open");
        machine.Configure("open").Permit(typeof(int), "shut");

        machine.Fire(typeof(int));

        Assert.Equal("shut", machine.State);
    }

    [Fact]
    public void The_state_can_live_outside_and_is_written_once_a_move()
    {
        var state = State.A;
        var written = 0;
        var machine = new StateMachine<State, Trigger>(
            () => state,
            value =>
            {
                state = value;
                written++;
            });
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).Permit(Trigger.X, State.C);

        machine.Fire(Trigger.X);
        Assert.Equal(1, written);
        Assert.Equal(State.B, state);

        state = State.A;
        machine.Fire(Trigger.X);
        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void A_state_cannot_permit_a_move_to_itself()
    {
        var machine = Machines.In(State.A);
        var declared = machine.SetTriggerParameters<int>(Trigger.Y);

        Assert.Throws<ArgumentException>(() => machine.Configure(State.A).Permit(Trigger.X, State.A));
        Assert.Throws<ArgumentException>(() => machine.Configure(State.A).PermitIf(Trigger.X, State.A, () => true));
        Assert.Throws<ArgumentException>(() => machine.Configure(State.A).PermitIf(declared, State.A, number => number > 1));
    }

    [Fact]
    public void A_declaration_is_fluent_and_can_be_taken_up_again()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B)
            .Machine.Configure(State.B).Permit(Trigger.X, State.C);
        machine.Configure(State.A).Permit(Trigger.Y, State.D);

        machine.Fire(Trigger.Y);

        Assert.Equal(State.D, machine.State);
        Assert.Equal(State.C, machine.Configure(State.C).State);
        Assert.Same(machine, machine.Configure(State.C).Machine);
    }

    [Fact]
    public void An_accessor_and_a_mutator_are_needed()
    {
        Assert.Throws<ArgumentNullException>(() => new StateMachine<State, Trigger>(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => new StateMachine<State, Trigger>(() => State.A, null!));
    }
}
