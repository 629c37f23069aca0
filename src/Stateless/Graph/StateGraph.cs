using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The diagram of a machine as nodes and arrows, before a style turns it into text.</summary>
public partial class StateGraph
{
    private readonly StateInfo _initialState;

    public StateGraph(StateMachineInfo machineInfo)
    {
        ArgumentNullException.ThrowIfNull(machineInfo);
        _initialState = machineInfo.InitialState;
        AddNodes(machineInfo.States);
        foreach (var state in machineInfo.States)
        {
            AddArrows(state);
        }

        foreach (var state in machineInfo.States)
        {
            WriteEntryActionsOnArrows(state);
        }
    }

    /// <summary>The nodes that stand for states, by name: superstates with all below them first.</summary>
    public Dictionary<string, State> States { get; private set; } = [];

    /// <summary>The arrows.</summary>
    public List<Transition> Transitions { get; private set; } = [];

    /// <summary>The nodes in which dynamic transitions choose, one for each such transition.</summary>
    public List<Decision> Decisions { get; private set; } = [];

    /// <summary>The diagram as text, with the line ends of this system.</summary>
    public string ToGraph(GraphStyleBase style)
    {
        ArgumentNullException.ThrowIfNull(style);
        var text = new StringBuilder();
        text.Append(Lines(style.GetPrefix()));
        foreach (var cluster in States.Values.OfType<SuperState>())
        {
            text.Append(Lines(style.FormatOneCluster(cluster)));
        }

        foreach (var state in States.Values.Where(state => state is not SuperState && state.SuperState is null))
        {
            text.Append(Lines(style.FormatOneState(state)));
        }

        foreach (var decision in Decisions)
        {
            text.Append(Lines(style.FormatOneDecisionNode(decision.NodeName, decision.Method.Description)));
        }

        foreach (var arrow in style.FormatAllTransitions(Transitions))
        {
            text.Append(Environment.NewLine).Append(arrow);
        }

        return text.Append(style.GetInitialTransition(_initialState)).ToString();
    }

    private static string Lines(string text) => text.ReplaceLineEndings(Environment.NewLine);
}
