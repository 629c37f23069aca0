namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private void Handle(TTrigger trigger, object[] args)
    {
        if (_parameters.Count > 0 && _parameters.TryGetValue(trigger, out var declared))
        {
            declared.ValidateParameters(args);
        }

        var source = State;
        var node = NodeOf(source);
        var answer = node.Find(trigger, args);
        switch (answer.Rule)
        {
            case null:
                _unhandled(source, trigger, answer.Unmet);
                break;
            case Moving move:
                // A superstate's move to the substate the machine is in already: nothing to do.
                if (!Same(source, move.Destination))
                {
                    Move(node, new Transition(source, move.Destination, trigger, args));
                }

                break;
            case Choosing choice:
                Move(node, new Transition(source, choice.Choose(args), trigger, args));
                break;
            case Reentering reentry:
                Reenter(node, new Transition(source, reentry.Destination, trigger, args));
                break;
            case Staying stay:
                stay.Action(new Transition(source, source, trigger, args), args);
                break;
        }
    }

    private void Move(Node from, Transition move)
    {
        from.Exit(move);
        State = move.Destination;
        _transitioned?.Invoke(move);
        var reached = Enter(NodeOf(move.Destination), move).State;
        if (!Same(reached, State))
        {
            State = reached;
        }

        _completed?.Invoke(new Transition(move.Source, State, move.Trigger, move.Parameters));
    }

    // The state is written last, after listeners have heard of the completed re-entry: so does the package.
    private void Reenter(Node from, Transition move)
    {
        from.Exit(move);
        var node = NodeOf(move.Destination);
        if (!move.IsReentry)
        {
            // Declared on a superstate: after the substate the superstate itself is left and entered again.
            move = new Transition(move.Destination, move.Destination, move.Trigger, move.Parameters);
            node.Exit(move);
        }

        _transitioned?.Invoke(move);
        var reached = Enter(node, move);
        _completed?.Invoke(move);
        State = reached.State;
    }

    /// <summary>Enters a state and goes on into the substates it starts in. Returns where that ends.</summary>
    private Node Enter(Node node, Transition move)
    {
        node.Enter(move, move.Parameters);
        if (_firingMode == FiringMode.Immediate && !Same(State, move.Destination))
        {
            // An entry action fired a trigger that has been handled already: go on from where that led.
            node = NodeOf(State);
            move = new Transition(move.Source, node.State, move.Trigger, move.Parameters);
        }

        if (!node.HasInitial)
        {
            return node;
        }

        var target = NodeOf(node.Initial!);
        if (!node.Substates.Contains(target))
        {
            throw new InvalidOperationException(
                $"State '{node.State}' starts in '{target.State}', which is not a substate of it.");
        }

        _transitioned?.Invoke(new Transition(move.Destination, target.State, move.Trigger, move.Parameters));
        return Enter(target, new InitialTransition(move.Source, target.State, move.Trigger, move.Parameters));
    }
}
