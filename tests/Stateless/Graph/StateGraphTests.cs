using Stateless.Graph;
using Stateless.Reflection;
using Drawn = Stateless.Graph.State;

namespace Stateless.Tests;

public sealed class StateGraphTests
{
    [Fact]
    public void Nodes_know_their_arrows_and_what_is_around_them()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).SubstateOf(State.C).PermitDynamic(Trigger.Y, () => State.A);

        var graph = new StateGraph(machine.GetInfo());

        Assert.Equal(["C", "B", "A"], graph.States.Keys);
        var b = graph.States["B"];
        Assert.Same(graph.States["C"], b.SuperState);
        Assert.Equal([b], ((SuperState)graph.States["C"]).SubStates);
        var move = Assert.IsType<FixedTransition>(Assert.Single(b.Arriving));
        Assert.Same(graph.States["A"], move.SourceState);
        Assert.Same(b, move.DestinationState);
        Assert.Same(graph.Decisions.Single(), ((FixedTransition)Assert.Single(b.Leaving)).DestinationState);
        Assert.Equal(2, graph.Transitions.Count);
    }

    [Fact]
    public void A_style_of_ones_own_decides_the_text()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).PermitIf(Trigger.X, State.B, () => true, "open").Ignore(Trigger.Y);

        var text = new StateGraph(machine.GetInfo()).ToGraph(new Plain());

        Assert.Equal(["top", "A.B.", "A X B open", "A Y A ", "start A"], text.Split(Environment.NewLine));
    }

    [Fact]
    public void A_style_must_say_how_arrows_look()
    {
        var machine = Machines.In(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        Assert.Throws<InvalidOperationException>(() => new StateGraph(machine.GetInfo()).ToGraph(new WithoutArrows()));
    }

    private class WithoutArrows : GraphStyleBase
    {
        public override string GetPrefix() => "top\n";

        public override string GetInitialTransition(StateInfo initialState) => $"{Environment.NewLine}start {initialState}";

        public override string FormatOneState(Drawn state) => $"{state.StateName}.";

        public override string FormatOneCluster(SuperState stateInfo) => "";

        public override string FormatOneDecisionNode(string nodeName, string label) => "";
    }

    private sealed class Plain : WithoutArrows
    {
        public override string FormatOneTransition(
            string sourceNodeName,
            string trigger,
            IEnumerable<string>? actions,
            string destinationNodeName,
            IEnumerable<string> guards) =>
            $"{sourceNodeName} {trigger} {destinationNodeName} {string.Join(',', guards)}";
    }
}
