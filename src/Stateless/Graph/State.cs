using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>A state as a node of a diagram.</summary>
public class State
{
    public State(StateInfo stateInfo)
    {
        ArgumentNullException.ThrowIfNull(stateInfo);
        NodeName = stateInfo.ToString();
        StateName = NodeName;
        EntryActions.AddRange(
            stateInfo.EntryActions.Where(action => action.FromTrigger is null).Select(action => action.Method.Description));
        ExitActions.AddRange(stateInfo.ExitActions.Select(action => action.Description));
    }

    /// <summary>A node that stands for no state.</summary>
    public State(string nodeName) => NodeName = nodeName;

    /// <summary>The node around this one, or null.</summary>
    public SuperState? SuperState { get; set; }

    /// <summary>The arrows that start here.</summary>
    public List<Transition> Leaving { get; } = [];

    /// <summary>The arrows that end here.</summary>
    public List<Transition> Arriving { get; } = [];

    /// <summary>The name of the node, unique in the diagram.</summary>
    public string NodeName { get; }

    /// <summary>The name of the state; null for a node that stands for none.</summary>
    public string? StateName { get; }

    /// <summary>Descriptions of the actions that run whatever trigger the state was entered by.</summary>
    public List<string> EntryActions { get; } = [];

    /// <summary>Descriptions of the actions on exit.</summary>
    public List<string> ExitActions { get; } = [];
}
