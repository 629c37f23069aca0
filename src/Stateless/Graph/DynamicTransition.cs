using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>An arrow from a decision to a destination that it may choose.</summary>
public class DynamicTransition : Transition
{
    public DynamicTransition(State sourceState, State destinationState, TriggerInfo trigger, string criterion)
        : base(sourceState, trigger)
    {
        DestinationState = destinationState;
        Criterion = criterion;
    }

    /// <summary>The node in which the arrow ends.</summary>
    public State DestinationState { get; }

    /// <summary>When the arrow is followed.</summary>
    public string Criterion { get; }
}
