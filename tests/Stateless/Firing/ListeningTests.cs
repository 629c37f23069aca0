namespace Stateless.Tests;

public sealed class ListeningTests
{
    [Fact]
    public void Listeners_are_given_trigger_states_and_arguments()
    {
        var machine = Machines.In(State.A);
        var set = machine.SetTriggerParameters<string, int>(Trigger.X);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        StateMachine<State, Trigger>.Transition? moved = null;
        StateMachine<State, Trigger>.Transition? completed = null;
        machine.OnTransitioned(move => moved = move);
        machine.OnTransitionCompleted(move => completed = move);

        machine.Fire(set, "seven", 7);

        foreach (var move in new[] { moved, completed })
        {
            Assert.NotNull(move);
            Assert.Equal(State.A, move.Source);
            Assert.Equal(State.B, move.Destination);
            Assert.Equal(Trigger.X, move.Trigger);
            Assert.False(move.IsReentry);
            Assert.Equal(["seven", 7], move.Parameters);
        }
    }

    [Fact]
    public void Without_arguments_the_list_of_them_is_empty()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        object[]? parameters = null;
        machine.OnTransitioned(move => parameters = move.Parameters);

        machine.Fire(Trigger.X);

        Assert.NotNull(parameters);
        Assert.Empty(parameters);
        Assert.Empty(new StateMachine<State, Trigger>.Transition(State.A, State.B, Trigger.X).Parameters);
    }

    [Fact]
    public void Every_listener_hears_in_the_order_in_which_it_came()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        var heard = new List<int>();
        machine.OnTransitioned(_ => heard.Add(1));
        machine.OnTransitioned(_ => heard.Add(2));
        machine.OnTransitionCompleted(_ => heard.Add(3));
        machine.OnTransitionCompleted(_ => heard.Add(4));

        machine.Fire(Trigger.X);

        Assert.Equal([1, 2, 3, 4], heard);
    }

    [Fact]
    public void A_transition_to_its_own_source_is_a_reentry()
    {
        Assert.True(new StateMachine<int, int>.Transition(1, 1, 0).IsReentry);
        Assert.False(new StateMachine<int, int>.Transition(1, 2, 0).IsReentry);
    }

    [Fact]
    public void An_unknown_trigger_is_refused_with_advice()
    {
        var machine = Machines.In(State.A);

        var refused = Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));

        Assert.Equal(
            "No valid leaving transitions are permitted from state 'A' for trigger 'X'. Consider ignoring the trigger.",
            refused.Message);
    }

    [Fact]
    public void A_refusal_names_the_conditions_that_do_not_hold()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, () => false, "it is raining")
            .PermitIf(Trigger.X, State.C, () => false, "it is late");

        var refused = Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));

        Assert.Contains("it is raining", refused.Message, StringComparison.Ordinal);
        Assert.Contains("it is late", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_of_unhandled_triggers_takes_the_place_of_the_exception()
    {
        var machine = Machines.In(State.A);
        var seen = new List<string>();
        machine.OnUnhandledTrigger((state, trigger) => seen.Add($"{state} {trigger}"));

        machine.Fire(Trigger.Z);

        Assert.Equal(["A Z"], seen);
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void The_handler_is_told_what_stood_in_the_way()
    {
        var machine = Machines.In(State.A);
        var seen = new List<string>();
        machine.OnUnhandledTrigger((state, trigger, unmet) =>
        {
            var reasons = unmet is null ? "unknown" : string.Join(" and ", unmet);
            seen.Add($"{state} {trigger} {reasons}");
        });
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, () => false, "one")
            .PermitIf(
                Trigger.X,
                State.C,
                Tuple.Create<Func<bool>, string>(() => false, "two"),
                Tuple.Create<Func<bool>, string>(() => true, "fine"));

        machine.Fire(Trigger.X);
        machine.Fire(Trigger.Y);

        Assert.Equal(["A X one and two", "A Y unknown"], seen);
    }

    [Fact]
    public void A_substate_reports_its_own_unmet_conditions_when_no_superstate_knows_the_trigger()
    {
        var machine = Machines.In(State.B);
        machine.Configure(State.B).SubstateOf(State.A).PermitIf(Trigger.X, State.C, () => false, "shut");
        ICollection<string>? unmet = null;
        machine.OnUnhandledTrigger((_, _, reasons) => unmet = reasons);

        machine.Fire(Trigger.X);

        Assert.NotNull(unmet);
        Assert.Equal(["shut"], unmet);
    }

    [Fact]
    public void Callbacks_are_needed()
    {
        var machine = Machines.In(State.A);

        Assert.Throws<ArgumentNullException>(() => machine.OnTransitioned(null!));
        Assert.Throws<ArgumentNullException>(() => machine.OnTransitionCompleted(null!));
        Assert.Throws<ArgumentNullException>(() => machine.OnUnhandledTrigger((Action<State, Trigger>)null!));
        Assert.Throws<ArgumentNullException>(() => machine.Configure(State.A).OnEntry((Action)null!));
        Assert.Throws<ArgumentNullException>(() => machine.Configure(State.A).OnEntryFrom(Trigger.X, (Action)null!));
        Assert.Throws<ArgumentNullException>(() => machine.Configure(State.A).OnExit((Action)null!));
        Assert.Throws<ArgumentNullException>(() => machine.Configure(State.A).InternalTransition(Trigger.X, (Action)null!));
    }
}
