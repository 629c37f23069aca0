// Obsolete in the package from 5.18 on, and still part of what is promised.
#pragma warning disable CS0618

namespace Stateless.Tests;

public sealed class PermittedTriggerTests
{
    [Fact]
    public void They_are_those_of_the_state_and_its_superstates_once_each()
    {
        var machine = Machines.In(State.B);
        machine.Configure(State.A).Permit(Trigger.Z, State.B);
        machine.Configure(State.B).SubstateOf(State.C).Permit(Trigger.X, State.A);
        machine.Configure(State.C).Permit(Trigger.X, State.A).Permit(Trigger.Y, State.A);

        Assert.Equal([Trigger.X, Trigger.Y], machine.PermittedTriggers);
    }

    [Fact]
    public void They_include_what_is_ignored_or_internal()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B).Ignore(Trigger.Y).InternalTransition(Trigger.Z, () => { });

        Assert.Equal([Trigger.X, Trigger.Y, Trigger.Z], machine.GetPermittedTriggers());
    }

    [Fact]
    public void They_leave_out_what_a_guard_forbids()
    {
        var machine = Machines.In(State.A);
        var open = true;
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, () => open)
            .InternalTransitionIf(Trigger.Y, _ => open, () => { });

        Assert.Equal(2, machine.GetPermittedTriggers().Count());
        open = false;
        Assert.Empty(machine.GetPermittedTriggers());
    }

    [Fact]
    public void Guards_see_the_arguments_given_with_the_question()
    {
        var machine = Machines.In(State.A);
        var set = machine.SetTriggerParameters<int>(Trigger.X);
        machine.Configure(State.A).PermitIf(set, State.B, i => i > 1);

        Assert.Empty(machine.GetPermittedTriggers(1));
        Assert.Equal([Trigger.X], machine.GetPermittedTriggers(2));
    }

    [Fact]
    public void Details_tell_the_declared_parameters()
    {
        var machine = Machines.In(State.A);
        var set = machine.SetTriggerParameters<int>(Trigger.X);
        machine.Configure(State.A).Permit(Trigger.X, State.B).Permit(Trigger.Y, State.C);

        var details = machine.GetDetailedPermittedTriggers().ToList();

        Assert.Equal([Trigger.X, Trigger.Y], details.Select(one => one.Trigger));
        Assert.True(details[0].HasParameters);
        Assert.Same(set, details[0].Parameters);
        Assert.False(details[1].HasParameters);
        Assert.Null(details[1].Parameters);
    }

    [Fact]
    public void A_machine_in_words_names_its_state_and_them()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B).Permit(Trigger.Y, State.C);

        Assert.Equal("StateMachine { State = A, PermittedTriggers = { X, Y }}", machine.ToString());
    }
}
