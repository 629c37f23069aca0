namespace Stateless.Tests;

public sealed class InternalTransitionTests
{
    [Fact]
    public void An_internal_transition_acts_without_leaving_the_state()
    {
        var machine = Machines.In(State.A);
        var ran = 0;
        machine.Configure(State.A).InternalTransition(Trigger.X, () => ran++);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(1, ran);
        Assert.Equal(State.A, machine.State);
        Assert.Empty(diary);
    }

    [Fact]
    public void The_action_sees_source_and_destination_as_the_present_state()
    {
        var machine = Machines.In(State.B);
        var seen = "";
        machine.Configure(State.A)
            .InternalTransition(Trigger.X, move => seen = $"{move.Source}-{move.Trigger}-{move.Destination}");
        machine.Configure(State.B).SubstateOf(State.A);

        machine.Fire(Trigger.X);

        Assert.Equal("B-X-B", seen);
        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void The_nearest_internal_transition_is_the_only_one_that_runs()
    {
        var machine = Machines.In(State.B);
        var ran = new List<State>();
        machine.Configure(State.A).InternalTransition(Trigger.X, () => ran.Add(State.A));
        machine.Configure(State.B).SubstateOf(State.A).InternalTransition(Trigger.X, () => ran.Add(State.B));

        machine.Fire(Trigger.X);

        Assert.Equal([State.B], ran);
    }

    [Fact]
    public void The_one_whose_guard_holds_runs()
    {
        var machine = Machines.In(State.A);
        var ran = new List<int>();
        machine.Configure(State.A)
            .InternalTransitionIf(Trigger.X, _ => false, () => ran.Add(1), "never")
            .InternalTransitionIf(Trigger.X, _ => true, _ => ran.Add(2));

        machine.Fire(Trigger.X);

        Assert.Equal([2], ran);
    }

    [Fact]
    public void Arguments_reach_the_action()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        var two = machine.SetTriggerParameters<int, string>(Trigger.Y);
        var three = machine.SetTriggerParameters<int, string, bool>(Trigger.Z);
        var seen = new List<string>();
        machine.Configure(State.A)
            .InternalTransition(one, (i, move) => seen.Add($"{i} {move.Trigger}"))
            .InternalTransition(two, (i, s, move) => seen.Add($"{i} {s} {move.Trigger}"))
            .InternalTransition(three, (i, s, b, move) => seen.Add($"{i} {s} {b} {move.Trigger}"));

        machine.Fire(one, 1);
        machine.Fire(two, 2, "two");
        machine.Fire(three, 3, "three", true);

        Assert.Equal(["1 X", "2 two Y", "3 three True Z"], seen);
    }

    [Fact]
    public void Guards_see_the_arguments()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        var two = machine.SetTriggerParameters<int, int>(Trigger.Y);
        var three = machine.SetTriggerParameters<int, int, int>(Trigger.Z);
        machine.Configure(State.A)
            .InternalTransitionIf(one, i => i == 1, (_, _) => { })
            .InternalTransitionIf(two, (i, j) => i == j, (_, _, _) => { })
            .InternalTransitionIf(three, (i, j, k) => i + j == k, (_, _, _, _) => { });

        Assert.True(machine.CanFire(one, 1));
        Assert.False(machine.CanFire(one, 2));
        Assert.True(machine.CanFire(two, 2, 2));
        Assert.False(machine.CanFire(two, 2, 3));
        Assert.True(machine.CanFire(three, 1, 2, 3));
        Assert.False(machine.CanFire(three, 1, 2, 4));
    }

    [Fact]
    public void A_guard_over_the_raw_arguments_is_given_them()
    {
        var machine = Machines.In(State.A);
        var two = machine.SetTriggerParameters<int, int>(Trigger.Y);
        var sum = 0;
        machine.Configure(State.A)
            .InternalTransitionIf(two, (object[] args) => args.Length == 2, (i, j, _) => sum = i + j, "two of them");

        machine.Fire(two, 1, 2);

        Assert.Equal(3, sum);
        Assert.False(machine.CanFire(Trigger.Y));
    }
}
