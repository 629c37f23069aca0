using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector) =>
            PermitDynamicIf(trigger, destinationStateSelector, null, Array.Empty<Tuple<Func<bool>, string>>());

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector, Func<bool> guard,
            string? guardDescription = null, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Guard.Of(guard, guardDescription), possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Guard.Of(guards), possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector, Func<TArg0, bool> guard,
            string? guardDescription = null, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            var guarded = Guard.Of(Packed.Function(guard), guardDescription);
            return AddGuardedChoice(trigger.Trigger, choose, guarded, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null, params Tuple<Func<TArg0, bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Packed.Guards(guards), possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector, Func<bool> guard,
            string? guardDescription = null, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Guard.Of(guard, guardDescription), possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Guard.Of(guards), possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            Func<TArg0, TArg1, bool> guard, string? guardDescription = null, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            var guarded = Guard.Of(Packed.Function(guard), guardDescription);
            return AddGuardedChoice(trigger.Trigger, choose, guarded, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            Tuple<Func<TArg0, TArg1, bool>, string>[] guards, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Packed.Guards(guards), possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Func<bool> guard, string? guardDescription = null, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Guard.Of(guard, guardDescription), possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Guard.Of(guards), possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Func<TArg0, TArg1, TArg2, bool> guard, string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            var guarded = Guard.Of(Packed.Function(guard), guardDescription);
            return AddGuardedChoice(trigger.Trigger, choose, guarded, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var choose = Packed.Function(destinationStateSelector);
            return AddGuardedChoice(trigger.Trigger, choose, Packed.Guards(guards), possibleDestinationStates);
        }
    }
}
