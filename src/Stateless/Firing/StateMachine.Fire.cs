namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<(TTrigger Trigger, object[] Args)> _waiting = [];
    private bool _firing;

    /// <summary>Fires a trigger.</summary>
    /// <exception cref="InvalidOperationException">
    /// The current state does not accept it and no handler for that was set.
    /// </exception>
    public void Fire(TTrigger trigger) => Fire(trigger, []);

    /// <inheritdoc cref="Fire(TTrigger)"/>
    /// <exception cref="ArgumentException">The arguments do not fit the declared parameters.</exception>
    public void Fire(TriggerWithParameters trigger, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Fire(trigger.Trigger, args);
    }

    /// <inheritdoc cref="Fire(TTrigger)"/>
    public void Fire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Fire(trigger.Trigger, [arg0!]);
    }

    /// <inheritdoc cref="Fire(TTrigger)"/>
    public void Fire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Fire(trigger.Trigger, [arg0!, arg1!]);
    }

    /// <inheritdoc cref="Fire(TTrigger)"/>
    public void Fire<TArg0, TArg1, TArg2>(
        TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Fire(trigger.Trigger, [arg0!, arg1!, arg2!]);
    }

    private void Fire(TTrigger trigger, object[] args)
    {
        switch (_firingMode)
        {
            case FiringMode.Immediate:
                Handle(trigger, args);
                break;
            case FiringMode.Queued:
                FireInTurn(trigger, args);
                break;
            default:
                throw new InvalidOperationException($"'{_firingMode}' is not a firing mode.");
        }
    }

    // What an exception left waiting goes first next time, as in the package; a machine that threw is best thrown away.
    private void FireInTurn(TTrigger trigger, object[] args)
    {
        if (_firing || _waiting.Count > 0)
        {
            _waiting.Enqueue((trigger, args));
            if (_firing)
            {
                return;
            }
        }

        _firing = true;
        try
        {
            if (_waiting.Count == 0)
            {
                Handle(trigger, args);
            }

            while (_waiting.TryDequeue(out var next))
            {
                Handle(next.Trigger, next.Args);
            }
        }
        finally
        {
            _firing = false;
        }
    }
}
