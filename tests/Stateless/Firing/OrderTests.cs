namespace Stateless.Tests;

public sealed class OrderTests
{
    [Fact]
    public void A_move_exits_tells_enters_and_completes()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(["exit A (A-X-B)", "moved A-B", "enter B (A-X-B)", "completed A-B"], diary);
    }

    [Fact]
    public void The_state_is_still_the_old_one_on_exit_and_the_new_one_when_listeners_hear_of_it()
    {
        var machine = Machines.In(State.A);
        var seen = new List<State>();
        machine.Configure(State.A).Permit(Trigger.X, State.B).OnExit(() => seen.Add(machine.State));
        machine.OnTransitioned(_ => seen.Add(machine.State));

        machine.Fire(Trigger.X);

        Assert.Equal([State.A, State.B], seen);
    }

    [Fact]
    public void Superstates_are_left_last_and_entered_first()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).SubstateOf(State.B).Permit(Trigger.X, State.C);
        machine.Configure(State.C).SubstateOf(State.D);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(
            [
                "exit A (A-X-C)", "exit B (A-X-C)", "moved A-C", "enter D (A-X-C)", "enter C (A-X-C)", "completed A-C",
            ],
            diary);
    }

    [Fact]
    public void Moving_between_substates_leaves_the_superstate_alone()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).SubstateOf(State.C).Permit(Trigger.X, State.B);
        machine.Configure(State.B).SubstateOf(State.C);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(["exit A (A-X-B)", "moved A-B", "enter B (A-X-B)", "completed A-B"], diary);
    }

    [Fact]
    public void Moving_up_into_the_superstate_does_not_enter_it_again()
    {
        var machine = Machines.In(State.B);
        machine.Configure(State.B).SubstateOf(State.A).Permit(Trigger.X, State.A);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(["exit B (B-X-A)", "moved B-A", "completed B-A"], diary);
    }

    [Fact]
    public void Moving_down_into_a_substate_does_not_leave_the_superstate()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).SubstateOf(State.A);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(["moved A-B", "enter B (A-X-B)", "completed A-B"], diary);
    }

    [Fact]
    public void Leaving_a_middle_state_for_the_top_stops_below_the_top()
    {
        var machine = Machines.In(State.C);
        machine.Configure(State.B).SubstateOf(State.A).Permit(Trigger.X, State.A);
        machine.Configure(State.C).SubstateOf(State.B);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(["exit C (C-X-A)", "exit B (C-X-A)", "moved C-A", "completed C-A"], diary);
    }

    [Fact]
    public void Actions_run_in_the_order_in_which_they_were_declared()
    {
        var machine = Machines.In(State.A);
        var ran = new List<int>();
        machine.Configure(State.A).Permit(Trigger.X, State.B).OnExit(() => ran.Add(1)).OnExit(_ => ran.Add(2));
        machine.Configure(State.B)
            .OnEntry(() => ran.Add(3))
            .OnEntryFrom(Trigger.X, () => ran.Add(4))
            .OnEntry(_ => ran.Add(5))
            .OnEntryFrom(Trigger.Y, () => ran.Add(6))
            .OnEntryFrom(Trigger.X, _ => ran.Add(7));

        machine.Fire(Trigger.X);

        Assert.Equal([1, 2, 3, 4, 5, 7], ran);
    }

    [Fact]
    public void A_superstate_move_to_the_present_substate_is_dropped()
    {
        var machine = Machines.In(State.B);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).SubstateOf(State.A);
        var diary = machine.Diary();

        machine.Fire(Trigger.X);

        Assert.Equal(State.B, machine.State);
        Assert.Empty(diary);
    }
}
