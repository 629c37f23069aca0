namespace Stateless;

/// <summary>A trigger that may be fired now, with its declared parameters if it has any.</summary>
public sealed class TriggerDetails<TState, TTrigger>
{
    internal TriggerDetails(TTrigger trigger, StateMachine<TState, TTrigger>.TriggerWithParameters? parameters)
    {
        Trigger = trigger;
        Parameters = parameters;
    }

    /// <summary>The trigger itself.</summary>
    public TTrigger Trigger { get; }

    /// <summary>True when parameters were declared for the trigger.</summary>
    public bool HasParameters => Parameters is not null;

    /// <summary>What was declared with <c>SetTriggerParameters</c>, or null.</summary>
    public StateMachine<TState, TTrigger>.TriggerWithParameters? Parameters { get; }
}
