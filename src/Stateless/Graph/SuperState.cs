using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>A state that has substates, as a node around theirs.</summary>
public class SuperState : State
{
    public SuperState(StateInfo stateInfo)
        : base(stateInfo)
    {
    }

    /// <summary>The nodes directly inside.</summary>
    public List<State> SubStates { get; } = [];
}
