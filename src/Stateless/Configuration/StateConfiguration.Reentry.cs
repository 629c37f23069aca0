namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>
        /// Leaves this state and enters it again on this trigger. In a substate the substate is left as well, and the machine
        /// ends up here.
        /// </summary>
        public StateConfiguration PermitReentry(TTrigger trigger) => AddReentry(trigger, Guard.None);

        /// <summary>Leaves this state and enters it again on this trigger, if the guard holds.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            AddReentry(trigger, Guard.Of(guard, guardDescription));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            AddReentry(trigger, Guard.Of(guards));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddReentry(trigger.Trigger, Guard.Of(Packed.Function(guard), guardDescription));
        }

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddReentry(trigger.Trigger, Packed.Guards(guards));
        }

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddReentry(trigger.Trigger, Guard.Of(Packed.Function(guard), guardDescription));
        }

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddReentry(trigger.Trigger, Packed.Guards(guards));
        }

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard,
            string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddReentry(trigger.Trigger, Guard.Of(Packed.Function(guard), guardDescription));
        }

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string?)"/>
        public StateConfiguration PermitReentryIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddReentry(trigger.Trigger, Packed.Guards(guards));
        }

        private StateConfiguration AddReentry(TTrigger trigger, Guard guard) => Add(new Reentering(trigger, guard, State));
    }
}
