using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>An arrow from a node to itself: a re-entry, an internal transition or an ignored trigger.</summary>
public class StayTransition : Transition
{
    public StayTransition(
        State sourceState, TriggerInfo trigger, IEnumerable<InvocationInfo> guards, bool executeEntryExitActions)
        : base(sourceState, trigger)
    {
        Guards = guards;
        ExecuteEntryExitActions = executeEntryExitActions;
    }

    /// <summary>The conditions written on the arrow.</summary>
    public IEnumerable<InvocationInfo> Guards { get; }
}
