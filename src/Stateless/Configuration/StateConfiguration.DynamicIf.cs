using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>Moves on this trigger to the state that a function chooses, if the guard holds.</summary>
        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<TState> destinationStateSelector, Func<bool> guard, string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            PermitDynamicIf(trigger, destinationStateSelector, null, guard, guardDescription, possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return AddGuardedChoice(
                trigger,
                _ => destinationStateSelector(),
                Guard.Of(guard, guardDescription),
                possibleDestinationStates,
                destinationStateSelectorDescription);
        }

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<TState> destinationStateSelector, DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            PermitDynamicIf(trigger, destinationStateSelector, null, possibleDestinationStates, guards);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<TState> destinationStateSelector, string? destinationStateSelectorDescription,
            DynamicStateInfos? possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return AddGuardedChoice(
                trigger,
                _ => destinationStateSelector(),
                Guard.Of(guards),
                possibleDestinationStates,
                destinationStateSelectorDescription);
        }

        // The selector is described by what wraps it, "Function" in a diagram unless described: so does the package.
        private StateConfiguration AddGuardedChoice(
            TTrigger trigger,
            Func<object[], TState> choose,
            Guard guard,
            DynamicStateInfos? possible,
            string? description = null) =>
            AddChoice(trigger, choose, guard, InvocationInfo.Create(choose, description), possible);
    }
}
