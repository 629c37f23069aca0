namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>Moves to another state on this trigger.</summary>
        /// <exception cref="ArgumentException">The destination is this state: use Ignore or PermitReentry.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) =>
            AddMove(trigger, destinationState, Guard.None);

        /// <summary>Moves to another state on this trigger, if the guard holds.</summary>
        /// <inheritdoc cref="Permit(TTrigger, TState)"/>
        public StateConfiguration PermitIf(
            TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            AddMove(trigger, destinationState, Guard.Of(guard, guardDescription));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf(
            TTrigger trigger, TState destinationState, params Tuple<Func<bool>, string>[] guards) =>
            AddMove(trigger, destinationState, Guard.Of(guards));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, Func<TArg0, bool> guard,
            string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddMove(trigger.Trigger, destinationState, Guard.Of(Packed.Function(guard), guardDescription));
        }

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, params Tuple<Func<TArg0, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddMove(trigger.Trigger, destinationState, Packed.Guards(guards));
        }

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, TState destinationState, Func<TArg0, TArg1, bool> guard,
            string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddMove(trigger.Trigger, destinationState, Guard.Of(Packed.Function(guard), guardDescription));
        }

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, TState destinationState,
            params Tuple<Func<TArg0, TArg1, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddMove(trigger.Trigger, destinationState, Packed.Guards(guards));
        }

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TState destinationState, Func<TArg0, TArg1, TArg2, bool> guard,
            string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddMove(trigger.Trigger, destinationState, Guard.Of(Packed.Function(guard), guardDescription));
        }

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string?)"/>
        public StateConfiguration PermitIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TState destinationState,
            params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return AddMove(trigger.Trigger, destinationState, Packed.Guards(guards));
        }

        private StateConfiguration AddMove(TTrigger trigger, TState destination, Guard guard)
        {
            if (Same(destination, State))
            {
                throw new ArgumentException(
                    $"State '{State}' cannot move to itself on '{trigger}': use PermitReentry to leave and enter it, or Ignore.",
                    nameof(destination));
            }

            return Add(new Moving(trigger, guard, destination));
        }
    }
}
