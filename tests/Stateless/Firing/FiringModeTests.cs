namespace Stateless.Tests;

public sealed class FiringModeTests
{
    private static (StateMachine<State, Trigger> Machine, List<string> Diary) Nested(FiringMode mode)
    {
        var machine = new StateMachine<State, Trigger>(State.A, mode);
        var diary = new List<string>();
        machine.Configure(State.A)
            .Permit(Trigger.X, State.B)
            .OnExit(() => diary.Add("exit A"))
            .OnEntry(() => diary.Add("enter A"));
        machine.Configure(State.B)
            .OnEntry(() =>
            {
                machine.Fire(Trigger.Y);
                diary.Add("enter B");
            })
            .OnExit(() => diary.Add("exit B"))
            .Permit(Trigger.Y, State.A);
        return (machine, diary);
    }

    [Fact]
    public void A_trigger_fired_on_entry_waits_until_the_move_is_complete()
    {
        var (machine, diary) = Nested(FiringMode.Queued);

        machine.Fire(Trigger.X);

        Assert.Equal(["exit A", "enter B", "exit B", "enter A"], diary);
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void Queueing_is_the_default()
    {
        var machine = Machines.In(State.A);
        var seen = new List<State>();
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).Permit(Trigger.Y, State.C).OnEntry(() =>
        {
            machine.Fire(Trigger.Y);
            seen.Add(machine.State);
        });

        machine.Fire(Trigger.X);

        Assert.Equal([State.B], seen);
        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void Waiting_triggers_are_handled_in_the_order_in_which_they_were_fired()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).Permit(Trigger.Y, State.C).OnEntry(() =>
        {
            machine.Fire(Trigger.Y);
            machine.Fire(Trigger.Z);
        });
        machine.Configure(State.C).Permit(Trigger.Z, State.D);

        machine.Fire(Trigger.X);

        Assert.Equal(State.D, machine.State);
    }

    [Fact]
    public void An_immediate_trigger_is_handled_inside_the_entry_action()
    {
        var (machine, diary) = Nested(FiringMode.Immediate);

        machine.Fire(Trigger.X);

        Assert.Equal(["exit A", "exit B", "enter A", "enter B"], diary);
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void An_immediate_machine_ends_where_the_last_trigger_led()
    {
        var machine = new StateMachine<State, Trigger>(State.A, FiringMode.Immediate);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).Permit(Trigger.X, State.C).OnEntry(() => machine.Fire(Trigger.X));

        machine.Fire(Trigger.X);

        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void After_an_exception_the_machine_can_be_fired_again()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.Y));
        machine.Fire(Trigger.X);

        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void What_an_exception_left_waiting_is_handled_first_next_time()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).Permit(Trigger.Y, State.C).OnEntry(() =>
        {
            machine.Fire(Trigger.Y);
            throw new FormatException();
        });
        machine.Configure(State.C).Permit(Trigger.Z, State.D);

        Assert.Throws<FormatException>(() => machine.Fire(Trigger.X));
        Assert.Equal(State.B, machine.State);
        machine.Fire(Trigger.Z);

        Assert.Equal(State.D, machine.State);
    }

    [Fact]
    public void A_mode_that_does_not_exist_is_an_error()
    {
        var machine = new StateMachine<State, Trigger>(State.A, (FiringMode)7);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));
    }
}
