namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private Action<Transition>? _transitioned;
    private Action<Transition>? _completed;
    private Action<TState, TTrigger, ICollection<string>?> _unhandled;

    /// <summary>
    /// Calls back after exit actions and before entry actions of every move, and of every further initial transition.
    /// </summary>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitioned += onTransitionAction;
    }

    /// <summary>Calls back after the entry actions of every move, once, with the state in which it ended.</summary>
    public void OnTransitionCompleted(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _completed += onTransitionAction;
    }

    /// <summary>Calls this instead of throwing when the current state does not accept a trigger.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <inheritdoc cref="OnUnhandledTrigger(Action{TState, TTrigger})"/>
    /// <param name="unhandledTriggerAction">
    /// Gets, third, the descriptions of the conditions that stood in the way; null when the state knows no such trigger.
    /// </param>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = unhandledTriggerAction!;
    }

    private static void Refuse(TState state, TTrigger trigger, ICollection<string>? unmet)
    {
        if (unmet is not null)
        {
            throw new InvalidOperationException(
                $"State '{state}' does not accept trigger '{trigger}' now: {string.Join(", ", unmet)}.");
        }

        // Word for word what the package documents: people search for it.
        throw new InvalidOperationException(
            $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. "
            + "Consider ignoring the trigger.");
    }
}
