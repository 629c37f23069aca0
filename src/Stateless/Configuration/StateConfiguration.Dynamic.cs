using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>
        /// Moves on this trigger to the state that a function chooses; to this state means leaving and entering it again.
        /// </summary>
        /// <remarks><c>possibleDestinationStates</c> is for diagrams only: nothing checks it.</remarks>
        public StateConfiguration PermitDynamic(
            TTrigger trigger, Func<TState> destinationStateSelector, string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var method = InvocationInfo.Create(destinationStateSelector, destinationStateSelectorDescription);
            return AddChoice(trigger, _ => destinationStateSelector(), Guard.None, method, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamic<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var method = InvocationInfo.Create(destinationStateSelector, destinationStateSelectorDescription);
            var choose = Packed.Function(destinationStateSelector);
            return AddChoice(trigger.Trigger, choose, Guard.None, method, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamic<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var method = InvocationInfo.Create(destinationStateSelector, destinationStateSelectorDescription);
            var choose = Packed.Function(destinationStateSelector);
            return AddChoice(trigger.Trigger, choose, Guard.None, method, possibleDestinationStates);
        }

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string?, DynamicStateInfos?)"/>
        public StateConfiguration PermitDynamic<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null, DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var method = InvocationInfo.Create(destinationStateSelector, destinationStateSelectorDescription);
            var choose = Packed.Function(destinationStateSelector);
            return AddChoice(trigger.Trigger, choose, Guard.None, method, possibleDestinationStates);
        }

        private StateConfiguration AddChoice(
            TTrigger trigger, Func<object[], TState> choose, Guard guard, InvocationInfo method, DynamicStateInfos? possible) =>
            Add(new Choosing(trigger, guard, choose, DynamicTransitionInfo.Create(trigger, guard.Methods, method, possible)));
    }
}
