namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>Runs an action on this trigger without leaving the state, if the guard holds.</summary>
        public StateConfiguration InternalTransitionIf(
            TTrigger trigger, Func<object[], bool> guard, Action<Transition> entryAction, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Add(new Staying(trigger, Guard.Of(guard, guardDescription), (move, _) => entryAction(move)));
        }

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action{Transition}, string?)"/>
        public StateConfiguration InternalTransitionIf(
            TTrigger trigger, Func<object[], bool> guard, Action internalAction, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(new Staying(trigger, Guard.Of(guard, guardDescription), (_, _) => internalAction()));
        }

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action{Transition}, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0>(
            TTrigger trigger, Func<object[], bool> guard, Action<Transition> internalAction, string? guardDescription = null) =>
            InternalTransitionIf(trigger, guard, internalAction, guardDescription);

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action{Transition}, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, Action<TArg0, Transition> internalAction,
            string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(new Staying(
                trigger.Trigger,
                Guard.Of(Packed.Function(guard), guardDescription),
                (move, args) => internalAction(Arguments.Read<TArg0>(args, 0), move)));
        }

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action{Transition}, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<object[], bool> guard,
            Action<TArg0, TArg1, Transition> internalAction, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(new Staying(
                trigger.Trigger,
                Guard.Of(guard, guardDescription),
                (move, args) => internalAction(Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1), move)));
        }

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action{Transition}, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard,
            Action<TArg0, TArg1, Transition> internalAction, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(new Staying(
                trigger.Trigger,
                Guard.Of(Packed.Function(guard), guardDescription),
                (move, args) => internalAction(Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1), move)));
        }

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action{Transition}, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<object[], bool> guard,
            Action<TArg0, TArg1, TArg2, Transition> internalAction, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(new Staying(
                trigger.Trigger,
                Guard.Of(guard, guardDescription),
                (move, args) => internalAction(
                    Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1), Arguments.Read<TArg2>(args, 2), move)));
        }

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action{Transition}, string?)"/>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard,
            Action<TArg0, TArg1, TArg2, Transition> internalAction, string? guardDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(new Staying(
                trigger.Trigger,
                Guard.Of(Packed.Function(guard), guardDescription),
                (move, args) => internalAction(
                    Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1), Arguments.Read<TArg2>(args, 2), move)));
        }
    }
}
