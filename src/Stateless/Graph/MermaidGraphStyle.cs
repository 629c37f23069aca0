using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>A Mermaid state diagram. Actions inside states are left out, as Mermaid has no place for them.</summary>
public class MermaidGraphStyle : GraphStyleBase
{
    private readonly StateGraph _graph;
    private readonly MermaidGraphDirection? _direction;
    private Dictionary<string, string>? _aliases;

    public MermaidGraphStyle(StateGraph graph, MermaidGraphDirection? direction)
    {
        _graph = graph;
        _direction = direction;
    }

    // By state name, in the order of the graph's states; built late because the graph may still be growing.
    private Dictionary<string, string> Aliases => _aliases ??= MakeAliases();

    /// <inheritdoc/>
    public override string GetPrefix()
    {
        var lines = new List<string> { "stateDiagram-v2" };
        if (_direction is { } direction)
        {
            lines.Add($"\tdirection {Code(direction)}");
        }

        lines.AddRange(Aliases
            .Where(pair => !string.Equals(pair.Key, pair.Value, StringComparison.Ordinal))
            .Select(pair => $"\t{pair.Value} : {pair.Key}"));
        return string.Join(Environment.NewLine, lines);
    }

    /// <inheritdoc/>
    public override string GetInitialTransition(StateInfo initialState)
    {
        ArgumentNullException.ThrowIfNull(initialState);
        return $"{Environment.NewLine}[*] --> {Alias(initialState.ToString())}";
    }

    /// <inheritdoc/>
    public override string FormatOneState(State state) => "";

    /// <inheritdoc/>
    public override string FormatOneCluster(SuperState stateInfo)
    {
        ArgumentNullException.ThrowIfNull(stateInfo);
        var inside = stateInfo.SubStates.Select(substate => $"\t\t{Alias(substate.NodeName)}");
        string[] lines = ["", $"\tstate {Alias(stateInfo.NodeName)} {{", .. inside, "\t}"];
        return string.Join(Environment.NewLine, lines);
    }

    /// <inheritdoc/>
    public override string FormatOneDecisionNode(string nodeName, string label) =>
        $"{Environment.NewLine}\tstate {nodeName} <<choice>>";

    /// <inheritdoc/>
    public override string FormatOneTransition(
        string sourceNodeName,
        string trigger,
        IEnumerable<string>? actions,
        string destinationNodeName,
        IEnumerable<string> guards) =>
        $"\t{Alias(sourceNodeName)} --> {Alias(destinationNodeName)} : {Label(trigger, actions, guards)}";

    private static string Code(MermaidGraphDirection direction) => direction switch
    {
        MermaidGraphDirection.LeftToRight => "LR",
        MermaidGraphDirection.RightToLeft => "RL",
        MermaidGraphDirection.TopToBottom => "TB",
        MermaidGraphDirection.BottomToTop => "BT",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "Not a direction of a Mermaid diagram."),
    };

    private string Alias(string name) => Aliases.GetValueOrDefault(name, name);

    // Mermaid reads white space, colons and hyphens as syntax; what is left of two names may be the same, hence the numbers.
    private Dictionary<string, string> MakeAliases()
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(_graph.States.Keys, StringComparer.Ordinal);
        foreach (var name in _graph.States.Keys)
        {
            var plain = string.Concat(name.Where(letter => !char.IsWhiteSpace(letter) && letter is not (':' or '-')));
            var alias = plain;
            for (var i = 1; plain.Length != name.Length && !taken.Add(alias); i++)
            {
                alias = $"{plain}_{i}";
            }

            aliases.Add(name, alias);
        }

        return aliases;
    }
}
