namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>Accepts this trigger and does nothing, whatever superstates would do.</summary>
        public StateConfiguration Ignore(TTrigger trigger) => Add(new Ignoring(trigger, Guard.None));

        /// <summary>Accepts this trigger and does nothing, if the guard holds.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new Ignoring(trigger, Guard.Of(guard, guardDescription)));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new Ignoring(trigger, Guard.Of(guards)));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return Add(new Ignoring(trigger.Trigger, Guard.Of(Packed.Function(guard), guardDescription)));
        }

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return Add(new Ignoring(trigger.Trigger, Packed.Guards(guards)));
        }

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return Add(new Ignoring(trigger.Trigger, Guard.Of(Packed.Function(guard), guardDescription)));
        }

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return Add(new Ignoring(trigger.Trigger, Packed.Guards(guards)));
        }

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard,
            string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return Add(new Ignoring(trigger.Trigger, Guard.Of(Packed.Function(guard), guardDescription)));
        }

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration IgnoreIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return Add(new Ignoring(trigger.Trigger, Packed.Guards(guards)));
        }
    }
}
