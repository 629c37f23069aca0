namespace Stateless.Reflection;

/// <summary>Describes a whole machine as it was declared.</summary>
public sealed class StateMachineInfo
{
    internal StateMachineInfo(IReadOnlyCollection<StateInfo> states, Type stateType, Type triggerType, StateInfo initialState)
    {
        States = states;
        StateType = stateType;
        TriggerType = triggerType;
        InitialState = initialState;
    }

    /// <summary>The state the machine was in when it was made; only its name is described here.</summary>
    public StateInfo InitialState { get; }

    /// <summary>Every state that was configured, in that order, then those that are only destinations.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of the states.</summary>
    public Type StateType { get; private set; }

    /// <summary>The type of the triggers.</summary>
    public Type TriggerType { get; private set; }
}
