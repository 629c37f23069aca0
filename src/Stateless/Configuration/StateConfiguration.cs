namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Declares one state. Every method adds to the declaration and returns the receiver.</summary>
    public sealed partial class StateConfiguration
    {
        private readonly Node _node;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, Node node)
        {
            Machine = machine;
            _node = node;
        }

        /// <summary>The state being declared.</summary>
        public TState State => _node.State;

        /// <summary>The machine it belongs to.</summary>
        public StateMachine<TState, TTrigger> Machine { get; }

        /// <summary>
        /// Puts this state under another, whose rules it inherits. Moves between the two do not leave the upper one; coming in
        /// from outside enters it first, and leaving to outside leaves it last.
        /// </summary>
        /// <exception cref="ArgumentException">The other state is this one, or lies under it.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            var above = Machine.NodeOf(superstate);
            if (above.IsWithin(State))
            {
                throw new ArgumentException(
                    $"State '{State}' cannot be put under '{superstate}', which is the same state or lies under it.",
                    nameof(superstate));
            }

            _node.PutUnder(above);
            return this;
        }

        /// <summary>
        /// Goes on into a substate whenever this state is entered. That it is a substate is checked when the state is entered.
        /// </summary>
        /// <exception cref="InvalidOperationException">The state has an initial transition already.</exception>
        /// <exception cref="ArgumentException">The target is this state.</exception>
        public StateConfiguration InitialTransition(TState targetState)
        {
            if (_node.HasInitial)
            {
                throw new InvalidOperationException($"State '{State}' starts in '{_node.Initial}' already.");
            }

            if (Same(targetState, State))
            {
                throw new ArgumentException($"State '{State}' cannot start in itself.", nameof(targetState));
            }

            _node.StartIn(targetState);
            return this;
        }

        private StateConfiguration Add(Rule rule)
        {
            _node.Add(rule);
            return this;
        }
    }
}
