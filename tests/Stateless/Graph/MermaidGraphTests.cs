using Stateless.Graph;
using Stateless.Reflection;
using static Stateless.Tests.Lines;

namespace Stateless.Tests;

public sealed class MermaidGraphTests
{
    private static string Draw(StateMachine<State, Trigger> machine) => MermaidGraph.Format(machine.GetInfo());

    [Fact]
    public void A_machine_without_states_has_a_start() =>
        AssertLines(Draw(Machines.In(State.A)), "stateDiagram-v2", "[*] --> A");

    [Fact]
    public void Moves_are_arrows()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B).Permit(Trigger.Y, State.C);

        AssertLines(Draw(machine), "stateDiagram-v2", "\tA --> B : X", "\tA --> C : Y", "[*] --> A");
    }

    [Theory]
    [InlineData(MermaidGraphDirection.LeftToRight, "LR")]
    [InlineData(MermaidGraphDirection.RightToLeft, "RL")]
    [InlineData(MermaidGraphDirection.TopToBottom, "TB")]
    [InlineData(MermaidGraphDirection.BottomToTop, "BT")]
    public void A_direction_may_be_given(MermaidGraphDirection direction, string code)
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        var diagram = MermaidGraph.Format(machine.GetInfo(), direction);

        AssertLines(diagram, "stateDiagram-v2", $"\tdirection {code}", "\tA --> B : X", "[*] --> A");
    }

    [Fact]
    public void Arrows_carry_conditions_and_the_actions_of_their_trigger()
    {
        var machine = Machines.In(State.A);
        var set = machine.SetTriggerParameters<string>(Trigger.Y);
        machine.Configure(State.A)
            .OnEntry(() => { }, "in the state, not on an arrow")
            .Permit(Trigger.X, State.B)
            .PermitIf(Trigger.Y, State.C, () => true, "open")
            .PermitIf(Trigger.Z, State.B, IsFine);
        machine.Configure(State.B).OnEntryFrom(Trigger.X, () => { }, "say hello");
        machine.Configure(State.C).OnEntryFrom(set, Act);

        AssertLines(
            Draw(machine),
            "stateDiagram-v2",
            "\tA --> B : X / say hello",
            "\tA --> C : Y / Act [open]",
            "\tA --> B : Z [IsFine]",
            "[*] --> A");
    }

    [Fact]
    public void Reentry_internal_and_ignored_triggers_are_arrows_back()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .OnEntry(() => { }, "say hello")
            .Ignore(Trigger.Z)
            .PermitReentry(Trigger.X)
            .InternalTransition(Trigger.Y, () => { });

        AssertLines(
            Draw(machine),
            "stateDiagram-v2",
            "\tA --> A : X / say hello",
            "\tA --> A : Y [Function]",
            "\tA --> A : Z",
            "[*] --> A");
    }

    [Fact]
    public void A_dynamic_transition_is_a_choice()
    {
        var machine = Machines.In(State.A);
        var promised = new DynamicStateInfos { { State.B, "ready" }, { State.D, "unknown to the machine" } };
        machine.Configure(State.A).PermitDynamic(Trigger.X, () => State.B, null, promised);
        machine.Configure(State.B);

        AssertLines(
            Draw(machine),
            "stateDiagram-v2",
            "\tstate Decision1 <<choice>>",
            "\tA --> Decision1 : X",
            "\tDecision1 --> B : X [ready]",
            "[*] --> A");
    }

    [Fact]
    public void Substates_stand_inside_their_superstate()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B).Permit(Trigger.Y, State.C);
        machine.Configure(State.B).SubstateOf(State.D);
        machine.Configure(State.C).SubstateOf(State.D);
        machine.Configure(State.D).Permit(Trigger.Z, State.A);

        AssertLines(
            Draw(machine),
            "stateDiagram-v2",
            "\tstate D {",
            "\t\tB",
            "\t\tC",
            "\t}",
            "\tA --> B : X",
            "\tA --> C : Y",
            "\tD --> A : Z",
            "[*] --> A");
    }

    [Fact]
    public void Names_that_Mermaid_cannot_read_get_an_alias()
    {
        var machine = new StateMachine<string, Trigger>("A A");
        machine.Configure("A A").Permit(Trigger.X, "B");
        machine.Configure("A  A").Permit(Trigger.X, "B");
        machine.Configure("AA").Permit(Trigger.X, "B");

        AssertLines(
            MermaidGraph.Format(machine.GetInfo()),
            "stateDiagram-v2",
            "\tAA_1 : A A",
            "\tAA_2 : A  A",
            "\tAA_1 --> B : X",
            "\tAA_2 --> B : X",
            "\tAA --> B : X",
            "[*] --> AA_1");
    }

    [Fact]
    public void Aliases_stand_before_superstates()
    {
        var machine = new StateMachine<string, string>("State A");
        machine.Configure("State A").Permit("Trigger X", "State B");
        machine.Configure("State B").SubstateOf("State D");
        machine.Configure("State D");

        AssertLines(
            MermaidGraph.Format(machine.GetInfo()),
            "stateDiagram-v2",
            "\tStateD : State D",
            "\tStateB : State B",
            "\tStateA : State A",
            "\tstate StateD {",
            "\t\tStateB",
            "\t}",
            "\tStateA --> StateB : Trigger X",
            "[*] --> StateA");
    }

    private static bool IsFine() => true;

    private static void Act(string word) => Assert.NotNull(word);
}
