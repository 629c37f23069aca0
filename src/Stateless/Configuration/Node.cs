namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Everything declared about one state.</summary>
    internal sealed partial class Node(TState state)
    {
        // A null state or trigger is refused when it is used, as in the package; a constraint would change the public signature.
#pragma warning disable CS8714
        private readonly Dictionary<TTrigger, List<Rule>> _rules = [];
#pragma warning restore CS8714

        public TState State { get; } = state;

        public Node? Superstate { get; private set; }

        public List<Node> Substates { get; } = [];

        public bool HasInitial { get; private set; }

        public TState? Initial { get; private set; }

        public List<EntryAction> EntryActions { get; } = [];

        public List<ExitAction> ExitActions { get; } = [];

        public List<ActivityAction> ActivateActions { get; } = [];

        public List<ActivityAction> DeactivateActions { get; } = [];

        /// <summary>The rules by trigger, in the order in which the triggers were first declared.</summary>
        public IEnumerable<List<Rule>> Rules => _rules.Values;

        public void Add(Rule rule)
        {
            if (!_rules.TryGetValue(rule.Trigger, out var rules))
            {
                _rules.Add(rule.Trigger, rules = []);
            }

            rules.Add(rule);
        }

        public void PutUnder(Node superstate)
        {
            Superstate = superstate;
            superstate.Substates.Add(this);
        }

        public void StartIn(TState initial)
        {
            Initial = initial;
            HasInitial = true;
        }

        /// <summary>True for this state and every state below it.</summary>
        public bool Includes(TState other)
        {
            if (Same(State, other))
            {
                return true;
            }

            foreach (var substate in Substates)
            {
                if (substate.Includes(other))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>True for this state and every state above it.</summary>
        public bool IsWithin(TState other) => Same(State, other) || (Superstate?.IsWithin(other) ?? false);
    }
}
