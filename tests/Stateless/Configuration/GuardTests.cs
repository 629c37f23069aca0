namespace Stateless.Tests;

public sealed class GuardTests
{
    private static Tuple<Func<bool>, string> When(bool holds, string description) => new(() => holds, description);

    private static Tuple<Func<int, bool>, string> When(Func<int, bool> holds, string description) => new(holds, description);

    [Fact]
    public void The_rule_whose_guard_holds_is_taken()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, () => false)
            .PermitIf(Trigger.X, State.C, () => true);

        machine.Fire(Trigger.X);

        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void Every_condition_of_a_guard_must_hold()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, When(true, "1"), When(false, "2"))
            .PermitIf(Trigger.X, State.C, When(true, "3"), When(true, "4"));

        machine.Fire(Trigger.X);

        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void A_guard_without_conditions_always_holds()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).PermitIf(Trigger.X, State.B);

        machine.Fire(Trigger.X);

        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void Guards_that_hold_together_are_an_error()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, () => true)
            .PermitIf(Trigger.X, State.C, () => true);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void A_guard_is_asked_once_a_firing()
    {
        var asked = 0;
        var machine = Machines.In(State.A);
        machine.Configure(State.A).PermitIf(
            Trigger.X,
            State.B,
            () =>
            {
                asked++;
                return true;
            });

        machine.Fire(Trigger.X);

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_guard_sees_one_argument()
    {
        var machine = Machines.In(State.A);
        var set = machine.SetTriggerParameters<int>(Trigger.X);
        machine.Configure(State.A)
            .PermitIf(set, State.B, number => number == 1)
            .PermitIf(set, State.C, number => number == 2);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(set, 3));
        machine.Fire(set, 2);

        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void A_guard_sees_two_and_three_arguments()
    {
        var machine = Machines.In(State.A);
        var two = machine.SetTriggerParameters<string, int>(Trigger.X);
        var three = machine.SetTriggerParameters<string, int, bool>(Trigger.Y);
        machine.Configure(State.A).PermitIf(two, State.B, (word, number) => word == "b" && number == 2);
        machine.Configure(State.B).PermitIf(three, State.C, (word, number, sure) => word == "c" && number == 3 && sure);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(two, "b", 3));
        machine.Fire(two, "b", 2);
        Assert.Throws<InvalidOperationException>(() => machine.Fire(three, "c", 3, false));
        machine.Fire(three, "c", 3, true);

        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void Several_conditions_see_the_arguments()
    {
        var machine = Machines.In(State.A);
        var one = machine.SetTriggerParameters<int>(Trigger.X);
        var two = machine.SetTriggerParameters<int, int>(Trigger.Y);
        var three = machine.SetTriggerParameters<int, int, int>(Trigger.Z);
        machine.Configure(State.A)
            .PermitIf(one, State.B, When(i => i > 1, "low"), When(i => i < 5, "high"))
            .PermitIf(two, State.C, Tuple.Create<Func<int, int, bool>, string>((i, j) => i == j, "differ"))
            .PermitIf(three, State.D, Tuple.Create<Func<int, int, int, bool>, string>((i, j, k) => i + j == k, "sum"));

        Assert.False(machine.CanFire(one, 1));
        Assert.False(machine.CanFire(one, 5));
        Assert.True(machine.CanFire(one, 2));
        Assert.False(machine.CanFire(two, 1, 2));
        Assert.True(machine.CanFire(two, 2, 2));
        Assert.False(machine.CanFire(three, 1, 2, 4));
        Assert.True(machine.CanFire(three, 1, 2, 3));
    }

    [Theory]
    [InlineData(false, false, true, State.B)]
    [InlineData(false, true, false, State.C)]
    [InlineData(true, true, true, State.B)]
    [InlineData(true, true, false, State.C)]
    [InlineData(true, false, false, State.D)]
    public void The_nearest_state_whose_guard_holds_decides(bool top, bool middle, bool bottom, State expected)
    {
        var machine = new StateMachine<string, Trigger>("bottom");
        machine.Configure("top").PermitIf(Trigger.X, nameof(State.D), () => top);
        machine.Configure("middle").SubstateOf("top").PermitIf(Trigger.X, nameof(State.C), () => middle);
        machine.Configure("bottom").SubstateOf("middle").PermitIf(Trigger.X, nameof(State.B), () => bottom);

        machine.Fire(Trigger.X);

        Assert.Equal(expected.ToString(), machine.State);
    }
}
