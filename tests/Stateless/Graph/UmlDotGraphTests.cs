using Stateless.Graph;
using Stateless.Reflection;
using static Stateless.Tests.Lines;

namespace Stateless.Tests;

public sealed class UmlDotGraphTests
{
    private static readonly string[] Head = ["digraph {", "compound=true;", "node [shape=Mrecord]", "rankdir=\"LR\""];

    private static readonly string[] Foot = [" init [label=\"\", shape=point];", " init -> \"A\"[style = \"solid\"]", "}"];

    private static void AssertDrawn(StateMachine<State, Trigger> machine, params string[] body) =>
        AssertLines(UmlDotGraph.Format(machine.GetInfo()), [.. Head, .. body, .. Foot]);

    [Fact]
    public void States_are_boxes_and_moves_are_arrows()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B).PermitIf(Trigger.Y, State.C, () => true, "open");

        AssertDrawn(
            machine,
            "\"A\" [label=\"A\"];",
            "\"B\" [label=\"B\"];",
            "\"C\" [label=\"C\"];",
            "",
            "\"A\" -> \"B\" [style=\"solid\", label=\"X\"];",
            "\"A\" -> \"C\" [style=\"solid\", label=\"Y [open]\"];");
    }

    [Fact]
    public void Boxes_carry_their_actions()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).OnEntry(() => { }, "greet").OnExit(() => { }, "wave").OnExit(() => { }, "leave");

        AssertDrawn(machine, "\"A\" [label=\"A|entry / greet\\nexit / wave\\nexit / leave\"];", "");
    }

    [Fact]
    public void Superstates_are_clusters()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).SubstateOf(State.D);
        machine.Configure(State.C).SubstateOf(State.D);
        machine.Configure(State.D).OnEntry(() => { }, "greet");

        AssertDrawn(
            machine,
            "",
            "subgraph \"clusterD\"",
            "\t{",
            "\tlabel = \"D\\n----------\\nentry / greet\"",
            "\"B\" [label=\"B\"];",
            "\"C\" [label=\"C\"];",
            "}",
            "\"A\" [label=\"A\"];",
            "",
            "\"A\" -> \"B\" [style=\"solid\", label=\"X\"];");
    }

    [Fact]
    public void A_dynamic_transition_is_a_diamond()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .PermitDynamic(Trigger.X, Choose, null, new DynamicStateInfos { { State.B, "ready" }, { State.C, "else" } });
        machine.Configure(State.B);
        machine.Configure(State.C);

        AssertDrawn(
            machine,
            "\"A\" [label=\"A\"];",
            "\"B\" [label=\"B\"];",
            "\"C\" [label=\"C\"];",
            "\"Decision1\" [shape = \"diamond\", label = \"Choose\"];",
            "",
            "\"A\" -> \"Decision1\" [style=\"solid\", label=\"X\"];",
            "\"Decision1\" -> \"B\" [style=\"solid\", label=\"X [ready]\"];",
            "\"Decision1\" -> \"C\" [style=\"solid\", label=\"X [else]\"];");
    }

    [Fact]
    public void Arrows_back_carry_entry_actions_only_when_the_state_is_entered()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A)
            .OnEntry(() => { }, "greet")
            .Ignore(Trigger.Y)
            .PermitReentry(Trigger.X)
            .InternalTransition(Trigger.Z, () => { });

        AssertDrawn(
            machine,
            "\"A\" [label=\"A|entry / greet\"];",
            "",
            "\"A\" -> \"A\" [style=\"solid\", label=\"X / greet\"];",
            "\"A\" -> \"A\" [style=\"solid\", label=\"Z [Function]\"];",
            "\"A\" -> \"A\" [style=\"solid\", label=\"Y\"];");
    }

    [Fact]
    public void Actions_of_one_trigger_stand_on_its_arrows()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).OnEntryFrom(Trigger.X, () => { }, "greet").PermitReentry(Trigger.X);

        AssertDrawn(
            machine,
            "\"A\" [label=\"A\"];",
            "\"B\" [label=\"B\"];",
            "",
            "\"A\" -> \"B\" [style=\"solid\", label=\"X / greet\"];",
            "\"B\" -> \"B\" [style=\"solid\", label=\"X / greet\"];");
    }

    [Fact]
    public void Quotes_and_backslashes_are_escaped()
    {
        var machine = new StateMachine<string, string>("\\say \"A\"");
        machine.Configure("\\say \"A\"").Permit("\"X\"", "B");

        AssertLines(
            UmlDotGraph.Format(machine.GetInfo()),
            [
                .. Head,
                "\"\\\\say \\\"A\\\"\" [label=\"\\\\say \\\"A\\\"\"];",
                "\"B\" [label=\"B\"];",
                "",
                "\"\\\\say \\\"A\\\"\" -> \"B\" [style=\"solid\", label=\"\\\"X\\\"\"];",
                " init [label=\"\", shape=point];",
                " init -> \"\\\\say \\\"A\\\"\"[style = \"solid\"]",
                "}",
            ]);
    }

    private static State Choose() => State.B;
}
