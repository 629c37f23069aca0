namespace Stateless.Tests;

public sealed class ActivationTests
{
    [Fact]
    public void Superstates_are_activated_first_and_deactivated_last()
    {
        var machine = Machines.In(State.A);
        var diary = new List<string>();
        machine.Configure(State.A).SubstateOf(State.C)
            .OnActivate(() => diary.Add("activate A")).OnDeactivate(() => diary.Add("deactivate A"));
        machine.Configure(State.C)
            .OnActivate(() => diary.Add("activate C")).OnDeactivate(() => diary.Add("deactivate C"));

        machine.Activate();
        machine.Deactivate();

        Assert.Equal(["activate C", "activate A", "deactivate A", "deactivate C"], diary);
    }

    [Fact]
    public void Moving_neither_activates_nor_deactivates()
    {
        var machine = Machines.In(State.A);
        var ran = 0;
        machine.Configure(State.A).Permit(Trigger.X, State.B).OnDeactivate(() => ran++);
        machine.Configure(State.B).OnActivate(() => ran++);

        machine.Fire(Trigger.X);

        Assert.Equal(0, ran);
    }

    [Fact]
    public void Activating_moves_nothing()
    {
        var machine = Machines.In(State.A);
        var diary = machine.Diary();

        machine.Activate();
        machine.Deactivate();

        Assert.Empty(diary);
        Assert.Equal(State.A, machine.State);
    }
}
