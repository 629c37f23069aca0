using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>Runs an action when this state is entered by the given trigger.</summary>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(trigger, (_, _) => entryAction(), entryAction, entryActionDescription);
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom(
            TTrigger trigger, Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(trigger, (move, _) => entryAction(move), entryAction, entryActionDescription);
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom(
            TriggerWithParameters trigger, Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(trigger.Trigger, (move, _) => entryAction(move), entryAction, entryActionDescription);
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(
                trigger.Trigger,
                (_, args) => entryAction(Arguments.Read<TArg0>(args, 0)),
                entryAction,
                entryActionDescription);
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(
                trigger.Trigger,
                (move, args) => entryAction(Arguments.Read<TArg0>(args, 0), move),
                entryAction,
                entryActionDescription);
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(
                trigger.Trigger,
                (_, args) => entryAction(Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1)),
                entryAction,
                entryActionDescription);
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1, Transition> entryAction,
            string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(
                trigger.Trigger,
                (move, args) => entryAction(Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1), move),
                entryAction,
                entryActionDescription);
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2> entryAction,
            string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(
                trigger.Trigger,
                (_, args) => entryAction(
                    Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1), Arguments.Read<TArg2>(args, 2)),
                entryAction,
                entryActionDescription);
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string?)"/>
        public StateConfiguration OnEntryFrom<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2, Transition> entryAction,
            string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntryFrom(
                trigger.Trigger,
                (move, args) => entryAction(
                    Arguments.Read<TArg0>(args, 0), Arguments.Read<TArg1>(args, 1), Arguments.Read<TArg2>(args, 2), move),
                entryAction,
                entryActionDescription);
        }

        private StateConfiguration AddEntryFrom(
            TTrigger from, Action<Transition, object[]> run, Delegate method, string? description)
        {
            _node.EntryActions.Add(new EntryAction(run, InvocationInfo.Create(method, description), HasFrom: true, from));
            return this;
        }
    }
}
