namespace Stateless.Reflection;

/// <summary>Describes a transition whose destination is known when it is declared.</summary>
public sealed class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(object? trigger, StateInfo destination, Guard guard, bool isInternal)
    {
        Trigger = new TriggerInfo(trigger);
        DestinationState = destination;
        GuardConditionsMethodDescriptions = guard.Methods;
        IsInternalTransition = isInternal;
    }

    /// <summary>The state that is entered; for an internal transition the state itself.</summary>
    public StateInfo DestinationState { get; private set; }
}
