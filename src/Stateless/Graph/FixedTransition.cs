using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>An arrow from one node to another.</summary>
public class FixedTransition : Transition
{
    public FixedTransition(State sourceState, State destinationState, TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
        : base(sourceState, trigger)
    {
        DestinationState = destinationState;
        Guards = guards;
    }

    /// <summary>The node in which the arrow ends.</summary>
    public State DestinationState { get; }

    /// <summary>The conditions written on the arrow.</summary>
    public IEnumerable<InvocationInfo> Guards { get; }
}
