using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The DOT language in the manner of UML: states as rounded boxes with their actions, superstates as clusters.</summary>
public class UmlDotGraphStyle : GraphStyleBase
{
    /// <inheritdoc/>
    public override string GetPrefix() => "digraph {\ncompound=true;\nnode [shape=Mrecord]\nrankdir=\"LR\"\n";

    /// <inheritdoc/>
    public override string GetInitialTransition(StateInfo initialState)
    {
        ArgumentNullException.ThrowIfNull(initialState);
        var lines = new[]
        {
            "",
            " init [label=\"\", shape=point];",
            $" init -> \"{Escape(initialState.ToString())}\"[style = \"solid\"]",
            "}",
        };
        return string.Join(Environment.NewLine, lines);
    }

    /// <inheritdoc/>
    public override string FormatOneCluster(SuperState stateInfo)
    {
        ArgumentNullException.ThrowIfNull(stateInfo);
        var actions = Actions(stateInfo);
        var label = Escape(stateInfo.StateName) + (actions.Count == 0 ? "" : "\\n----------");
        label += string.Concat(actions.Select(action => $"\\n{action}"));
        var inside = string.Concat(stateInfo.SubStates.Select(FormatOneState));
        return $"\nsubgraph \"cluster{Escape(stateInfo.NodeName)}\"\n\t{{\n\tlabel = \"{label}\"\n{inside}}}\n";
    }

    /// <inheritdoc/>
    public override string FormatOneState(State state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var name = Escape(state.StateName);
        var actions = string.Join("\\n", Actions(state));
        return actions.Length == 0 ? $"\"{name}\" [label=\"{name}\"];\n" : $"\"{name}\" [label=\"{name}|{actions}\"];\n";
    }

    /// <inheritdoc/>
    public override string FormatOneTransition(
        string sourceNodeName,
        string trigger,
        IEnumerable<string>? actions,
        string destinationNodeName,
        IEnumerable<string> guards)
    {
        var label = Escape(Label(trigger, actions, guards));
        return $"\"{Escape(sourceNodeName)}\" -> \"{Escape(destinationNodeName)}\" [style=\"solid\", label=\"{label}\"];";
    }

    /// <inheritdoc/>
    public override string FormatOneDecisionNode(string nodeName, string label) =>
        $"\"{Escape(nodeName)}\" [shape = \"diamond\", label = \"{Escape(label)}\"];\n";

    private static List<string> Actions(State state) =>
        [
            .. state.EntryActions.Select(action => $"entry / {Escape(action)}"),
            .. state.ExitActions.Select(action => $"exit / {Escape(action)}"),
        ];

    private static string Escape(string? text) =>
        (text ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
