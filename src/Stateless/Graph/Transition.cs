using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>An arrow of a diagram.</summary>
public class Transition
{
    public Transition(State sourceState, TriggerInfo trigger)
    {
        SourceState = sourceState;
        Trigger = trigger;
    }

    /// <summary>The trigger written on the arrow.</summary>
    public TriggerInfo Trigger { get; }

    /// <summary>The entry actions written on the arrow: those that run only because of it.</summary>
    public List<ActionInfo> DestinationEntryActions { get; set; } = [];

    /// <summary>False for arrows along which no state is left or entered.</summary>
    public bool ExecuteEntryExitActions { get; protected set; } = true;

    /// <summary>The node in which the arrow starts.</summary>
    public State SourceState { get; }
}
