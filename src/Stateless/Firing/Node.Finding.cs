namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>
    /// The rule that answers a trigger, or null; and the descriptions of the conditions that stood in the way, null when no rule
    /// was declared at all.
    /// </summary>
    internal readonly record struct Answer(Rule? Rule, List<string>? Unmet);

    internal sealed partial class Node
    {
        /// <summary>The rule of this state, or of the nearest state above it, whose guard holds.</summary>
        /// <exception cref="InvalidOperationException">The guards of several rules of one state hold at once.</exception>
        public Answer Find(TTrigger trigger, object[] args)
        {
            var own = FindOwn(trigger, args);
            if (own.Rule is not null || Superstate is null)
            {
                return own;
            }

            var above = Superstate.Find(trigger, args);
            return above.Rule is null && above.Unmet is null ? own : above;
        }

        /// <summary>
        /// Adds the triggers that would be accepted now: this state's first, then those of the states above it.
        /// </summary>
        public void AddPermitted(List<TTrigger> permitted, object[] args)
        {
            for (var node = this; node is not null; node = node.Superstate)
            {
                foreach (var (trigger, rules) in node._rules)
                {
                    if (!permitted.Contains(trigger) && rules.Exists(rule => IsOpen(rule, args)))
                    {
                        permitted.Add(trigger);
                    }
                }
            }
        }

        private static bool IsOpen(Rule rule, object[] args)
        {
            List<string>? unmet = null;
            return rule.Guard.Holds(args, ref unmet);
        }

        private Answer FindOwn(TTrigger trigger, object[] args)
        {
            if (!_rules.TryGetValue(trigger, out var rules))
            {
                return default;
            }

            Rule? open = null;
            List<string>? unmet = null;
            foreach (var rule in rules)
            {
                if (!rule.Guard.Holds(args, ref unmet))
                {
                    continue;
                }

                if (open is not null)
                {
                    throw new InvalidOperationException(
                        $"Several guards of state '{State}' hold for trigger '{trigger}'. They must exclude each other.");
                }

                open = rule;
            }

            return open is null ? new Answer(null, unmet) : new Answer(open, null);
        }
    }
}
