using Stateless.Reflection;

namespace Stateless.Tests;

public sealed class DynamicTests
{
    [Fact]
    public void The_destination_is_chosen_when_the_trigger_is_fired()
    {
        var machine = Machines.In(State.A);
        var destination = State.B;
        machine.Configure(State.A).PermitDynamic(Trigger.X, () => destination);
        destination = State.C;

        machine.Fire(Trigger.X);

        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void The_choice_sees_one_two_and_three_arguments()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        var two = machine.SetTriggerParameters<int, int>(Trigger.Y);
        var three = machine.SetTriggerParameters<int, int, int>(Trigger.Z);
        machine.Configure(State.A).PermitDynamic(one, i => (State)i);
        machine.Configure(State.B).PermitDynamic(two, (i, j) => (State)(i + j));
        machine.Configure(State.C).PermitDynamic(three, (i, j, k) => (State)(i + j + k));

        machine.Fire(one, 1);
        Assert.Equal(State.B, machine.State);
        machine.Fire(two, 1, 1);
        Assert.Equal(State.C, machine.State);
        machine.Fire(three, 1, 1, 1);
        Assert.Equal(State.D, machine.State);
    }

    [Fact]
    public void Choosing_the_present_state_leaves_and_enters_it()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).PermitDynamic(Trigger.X, () => State.A);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(["exit A (A-X-A)", "moved A-A", "enter A (A-X-A)", "completed A-A"], diary);
    }

    [Fact]
    public void A_choice_may_be_guarded()
    {
        var machine = Machines.In(State.A);
        var open = false;
        machine.Configure(State.A)
            .PermitDynamicIf(Trigger.X, () => State.B, () => open, "open")
            .PermitDynamicIf(Trigger.Y, () => State.C, "chooses C", () => open)
            .PermitDynamicIf(Trigger.Z, () => State.D, null, Tuple.Create<Func<bool>, string>(() => open, "open"));

        Assert.False(machine.CanFire(Trigger.X));
        Assert.False(machine.CanFire(Trigger.Y));
        Assert.False(machine.CanFire(Trigger.Z));
        open = true;
        machine.Fire(Trigger.Z);

        Assert.Equal(State.D, machine.State);
    }

    [Fact]
    public void A_guard_of_a_choice_sees_the_arguments()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        machine.Configure(State.A)
            .PermitDynamicIf(one, i => i == 3 ? State.B : State.C, i => i is 3 or 5)
            .PermitDynamicIf(one, i => i == 2 ? State.C : State.D, i => i is 2 or 4);

        machine.Fire(one, 4);

        Assert.Equal(State.D, machine.State);
    }

    [Fact]
    public void Choices_whose_guards_hold_together_are_an_error()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        machine.Configure(State.A)
            .PermitDynamicIf(one, _ => State.B, i => i % 2 == 0)
            .PermitDynamicIf(one, _ => State.C, i => i == 2);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(one, 2));
    }

    [Fact]
    public void A_choice_named_if_may_come_without_a_guard()
    {
        var machine = Machines.In(State.A);
        var to = machine.SetTriggerParameters<State>(Trigger.X);
        machine.Configure(State.A).PermitDynamicIf(to, state => state);

        machine.Fire(to, State.D);

        Assert.Equal(State.D, machine.State);
    }

    [Fact]
    public void Guards_of_every_shape_are_asked()
    {
        var machine = Machines.In(State.A);
        var two = machine.SetTriggerParameters<int, int>(Trigger.Y);
        var three = machine.SetTriggerParameters<int, int, int>(Trigger.Z);
        var promised = new DynamicStateInfos { { State.B, "always" } };
        var sum = new[] { Tuple.Create<Func<int, int, int, bool>, string>((i, j, k) => i + j == k, "sum") };
        machine.Configure(State.A)
            .PermitDynamicIf(two, (_, _) => State.B, (i, j) => i == j, "same", promised)
            .PermitDynamicIf(three, (_, _, _) => State.B, sum, promised);

        Assert.True(machine.CanFire(two, 1, 1));
        Assert.False(machine.CanFire(two, 1, 2));
        Assert.True(machine.CanFire(three, 1, 1, 2));
        Assert.False(machine.CanFire(three, 1, 1, 3, out var unmet));
        Assert.Equal(["sum"], unmet);
    }

    [Fact]
    public void A_selector_is_needed()
    {
        var machine = Machines.In(State.A);

        Assert.Throws<ArgumentNullException>(() => machine.Configure(State.A).PermitDynamic(Trigger.X, null!));
    }
}
