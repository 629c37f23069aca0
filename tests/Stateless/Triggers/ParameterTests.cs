namespace Stateless.Tests;

public sealed class ParameterTests
{
    [Fact]
    public void Arguments_reach_the_entry_actions_of_their_trigger()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        var two = machine.SetTriggerParameters<int, string>(Trigger.Y);
        var three = machine.SetTriggerParameters<int, string, bool>(Trigger.Z);
        var seen = new List<string>();
        machine.Configure(State.A)
            .PermitReentry(Trigger.X)
            .PermitReentry(Trigger.Y)
            .PermitReentry(Trigger.Z)
            .OnEntryFrom(one, i => seen.Add($"{i}"))
            .OnEntryFrom(one, (i, move) => seen.Add($"{i} {move.Trigger}"))
            .OnEntryFrom(two, (i, s) => seen.Add($"{i} {s}"))
            .OnEntryFrom(two, (i, s, move) => seen.Add($"{i} {s} {move.Trigger}"))
            .OnEntryFrom(three, (i, s, b) => seen.Add($"{i} {s} {b}"))
            .OnEntryFrom(three, (i, s, b, move) => seen.Add($"{i} {s} {b} {move.Trigger}"));

        machine.Fire(one, 1);
        machine.Fire(two, 2, "two");
        machine.Fire(three, 3, "three", true);

        Assert.Equal(["1", "1 X", "2 two", "2 two Y", "3 three True", "3 three True Z"], seen);
    }

    [Fact]
    public void Parameters_may_be_declared_by_type()
    {
        var machine = Machines.In(State.A);
        var set = machine.SetTriggerParameters(Trigger.X, typeof(int), typeof(string), typeof(bool), typeof(char));
        object[]? seen = null;
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).OnEntryFrom(set, move => seen = move.Parameters);

        Assert.Throws<ArgumentException>(() => machine.Fire(set, 1, "two", true));
        machine.Fire(set, 1, "two", true, 'x');

        Assert.Equal([1, "two", true, 'x'], seen!);
    }

    [Fact]
    public void Parameters_are_declared_once()
    {
        var machine = Machines.In(State.A);
        machine.SetTriggerParameters<string, int>(Trigger.X);

        Assert.Throws<InvalidOperationException>(() => machine.SetTriggerParameters<string>(Trigger.X));
    }

    [Fact]
    public void Arguments_are_checked_before_anything_happens()
    {
        var machine = Machines.In(State.A);
        machine.SetTriggerParameters<int>(Trigger.X);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        var wrong = new StateMachine<State, Trigger>.TriggerWithParameters<string>(Trigger.X);
        var diary = machine.Diary();

        Assert.Throws<ArgumentException>(() => machine.Fire(wrong, "text"));
        Assert.Empty(diary);
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void A_trigger_with_parameters_may_be_fired_without_arguments()
    {
        var machine = Machines.In(State.A);
        var set = machine.SetTriggerParameters<int>(Trigger.X);
        var seen = -1;
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).OnEntryFrom(set, i => seen = i);

        machine.Fire(Trigger.X);

        Assert.Equal(0, seen);
    }

    [Fact]
    public void Types_and_number_of_arguments_are_validated()
    {
        var one = new StateMachine<State, Trigger>.TriggerWithParameters<string>(Trigger.X);
        var two = new StateMachine<State, Trigger>.TriggerWithParameters<string, string>(Trigger.X);
        var any = new StateMachine<State, Trigger>.TriggerWithParameters<object>(Trigger.X);

        one.ValidateParameters(["word"]);
        any.ValidateParameters(["word"]);
        Assert.Throws<ArgumentException>(() => one.ValidateParameters([123]));
        Assert.Throws<ArgumentException>(() => two.ValidateParameters(["one"]));
        Assert.Throws<ArgumentException>(() => two.ValidateParameters(["one", "two", "three"]));
        Assert.Throws<ArgumentNullException>(() => one.ValidateParameters(null!));
    }

    [Fact]
    public void A_declared_trigger_tells_its_types()
    {
        var set = new StateMachine<State, Trigger>.TriggerWithParameters<int, string, List<bool>>(Trigger.X);

        Assert.Equal(Trigger.X, set.Trigger);
        Assert.Equal([typeof(int), typeof(string), typeof(List<bool>)], set.ArgumentTypes);
    }

    [Fact]
    public void A_declared_trigger_is_needed()
    {
        var machine = Machines.In(State.A);
        StateMachine<State, Trigger>.TriggerWithParameters<int> none = null!;

        Assert.Throws<ArgumentNullException>(() => machine.Fire(none, 1));
        Assert.Throws<ArgumentNullException>(() => machine.CanFire(none, 1));
    }

    [Fact]
    public void Null_is_an_argument_like_others_where_the_type_allows_it()
    {
        var machine = Machines.In(State.A);
        var set = machine.SetTriggerParameters<string?>(Trigger.X);
        var seen = "something";
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).OnEntryFrom(set, word => seen = word);

        machine.Fire(set, null);

        Assert.Null(seen);
    }
}
