using Stateless.Reflection;

namespace Stateless.Tests;

public sealed class InfoTests
{
    private static StateInfo Of(StateMachine<State, Trigger> machine, State state) =>
        machine.GetInfo().States.Single(info => info.UnderlyingState.Equals(state));

    [Fact]
    public void Configured_states_come_first_then_those_that_are_only_destinations()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.B).Permit(Trigger.X, State.D);
        machine.Configure(State.A).Permit(Trigger.X, State.B).PermitDynamic(Trigger.Y, () => State.C);

        var info = machine.GetInfo();

        Assert.Equal([State.B, State.A, State.D], info.States.Select(state => (State)state.UnderlyingState));
        Assert.Equal(typeof(State), info.StateType);
        Assert.Equal(typeof(Trigger), info.TriggerType);
        Assert.Equal(State.A, info.InitialState.UnderlyingState);
    }

    [Fact]
    public void The_initial_state_is_the_one_the_machine_was_made_in()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        machine.Fire(Trigger.X);

        Assert.Equal("A", machine.GetInfo().InitialState.ToString());
    }

    [Fact]
    public void Superstates_and_substates_know_each_other()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.B).SubstateOf(State.A);
        machine.Configure(State.C).SubstateOf(State.A);

        Assert.Equal(["B", "C"], Of(machine, State.A).Substates.Select(info => info.ToString()));
        Assert.Equal("A", Of(machine, State.B).Superstate?.ToString());
        Assert.Null(Of(machine, State.A).Superstate);
    }

    [Fact]
    public void Transitions_tell_trigger_destination_and_conditions()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .Permit(Trigger.X, State.B)
            .PermitIf(Trigger.Y, State.C, () => true, "open")
            .PermitReentry(Trigger.Z)
            .InternalTransition(Trigger.Z, () => { });

        var moves = Of(machine, State.A).FixedTransitions.ToList();

        Assert.Equal(["X B", "Y C", "Z A", "Z A"], moves.Select(move => $"{move.Trigger} {move.DestinationState}"));
        Assert.Empty(moves[0].GuardConditionsMethodDescriptions);
        Assert.Equal(["open"], moves[1].GuardConditionsMethodDescriptions.Select(guard => guard.Description));
        Assert.Equal([false, false, false, true], moves.Select(move => move.IsInternalTransition));
        Assert.Equal(Trigger.X, moves[0].Trigger.UnderlyingTrigger);
    }

    [Fact]
    public void Ignored_triggers_are_told_apart()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Ignore(Trigger.X).IgnoreIf(Trigger.Y, () => true, "busy").Permit(Trigger.Z, State.B);

        var ignored = Of(machine, State.A).IgnoredTriggers.ToList();

        Assert.Equal([Trigger.X, Trigger.Y], ignored.Select(one => (Trigger)one.Trigger.UnderlyingTrigger));
        Assert.Equal("busy", ignored[1].GuardConditionsMethodDescriptions.Single().Description);
        Assert.Single(Of(machine, State.A).Transitions);
    }

    [Fact]
    public void Dynamic_transitions_tell_the_selector_and_what_it_promises()
    {
        var machine = Machines.In(State.A);
        var promised = new DynamicStateInfos { { State.B, "when ready" }, { "C", "else" } };
        machine.Configure(State.A).PermitDynamic(Trigger.X, Choose, null, promised);

        var choice = Of(machine, State.A).DynamicTransitions.Single();

        Assert.Equal(nameof(Choose), choice.DestinationStateSelectorDescription.Description);
        Assert.Empty(choice.GuardConditionsMethodDescriptions);
        Assert.Equal(
            ["B when ready", "C else"],
            choice.PossibleDestinationStates!.Select(one => $"{one.DestinationState} {one.Criterion}"));
        Assert.Same(choice, Of(machine, State.A).Transitions.Single());
    }

    [Fact]
    public void A_choice_without_a_promise_has_none()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).PermitDynamicIf(Trigger.X, Choose, IsFine);

        var choice = Of(machine, State.A).DynamicTransitions.Single();

        Assert.Null(choice.PossibleDestinationStates);
        Assert.Equal([nameof(IsFine)], choice.GuardConditionsMethodDescriptions.Select(guard => guard.Description));
    }

    [Fact]
    public void Actions_are_described_by_description_else_by_name_else_as_a_function()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .OnEntry(Act)
            .OnEntry(Act, "described")
            .OnEntry(() => Act())
            .OnEntryFrom(Trigger.X, Act)
            .OnExit(Act)
            .OnActivate(Act)
            .OnDeactivate(Act);

        var state = Of(machine, State.A);

        Assert.Equal(
            [nameof(Act), "described", "Function", nameof(Act)],
            state.EntryActions.Select(action => action.Method.Description));
        Assert.Equal([null, null, null, "X"], state.EntryActions.Select(action => action.FromTrigger));
        Assert.Equal(nameof(Act), state.ExitActions.Single().MethodName);
        Assert.Equal(nameof(Act), state.ActivateActions.Single().Description);
        Assert.Equal(nameof(Act), state.DeactivateActions.Single().Description);
        Assert.False(state.ExitActions.Single().IsAsync);
    }

    [Fact]
    public void Method_groups_with_arguments_keep_their_names()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<string>(Trigger.X);
        var words = new List<string>();
        machine.Configure(State.A).OnEntryFrom(one, words.Add, entryActionDescription: null).OnEntry(ActOn).OnExit(ActOn);

        Assert.Equal(["Add", nameof(ActOn)], Of(machine, State.A).EntryActions.Select(action => action.Method.Description));
        Assert.Equal(nameof(ActOn), Of(machine, State.A).ExitActions.Single().Description);
    }

    [Fact]
    public void An_invocation_may_be_described_by_hand()
    {
        Assert.Equal("why", new InvocationInfo("Name", "why", InvocationInfo.Timing.Synchronous).Description);
        Assert.Equal("Name", new InvocationInfo("Name", null!, InvocationInfo.Timing.Synchronous).Description);
        Assert.Equal("Function", new InvocationInfo("<Name>b__0", null!, InvocationInfo.Timing.Synchronous).Description);
        Assert.True(new InvocationInfo("Name", "why", InvocationInfo.Timing.Asynchronous).IsAsync);
        Assert.Equal("Function", InvocationInfo.DefaultFunctionDescription);
    }

    private static State Choose() => State.B;

    private static bool IsFine() => true;

    private static void Act()
    {
    }

    private static void ActOn(StateMachine<State, Trigger>.Transition move)
    {
        Assert.NotNull(move);
    }
}
