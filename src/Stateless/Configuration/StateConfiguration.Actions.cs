using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public sealed partial class StateConfiguration
    {
        /// <summary>Runs an action when this state is entered.</summary>
        public StateConfiguration OnEntry(Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntry((_, _) => entryAction(), entryAction, entryActionDescription);
        }

        /// <inheritdoc cref="OnEntry(Action, string?)"/>
        public StateConfiguration OnEntry(Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return AddEntry((move, _) => entryAction(move), entryAction, entryActionDescription);
        }

        /// <summary>Runs an action when this state is left.</summary>
        public StateConfiguration OnExit(Action exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return AddExit(_ => exitAction(), exitAction, exitActionDescription);
        }

        /// <inheritdoc cref="OnExit(Action, string?)"/>
        public StateConfiguration OnExit(Action<Transition> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return AddExit(exitAction, exitAction, exitActionDescription);
        }

        /// <summary>Runs an action when the machine is activated in this state or one below it.</summary>
        public StateConfiguration OnActivate(Action activateAction, string? activateActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(activateAction);
            var method = InvocationInfo.Create(activateAction, activateActionDescription);
            _node.ActivateActions.Add(new ActivityAction(activateAction, method));
            return this;
        }

        /// <summary>Runs an action when the machine is deactivated in this state or one below it.</summary>
        public StateConfiguration OnDeactivate(Action deactivateAction, string? deactivateActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(deactivateAction);
            var method = InvocationInfo.Create(deactivateAction, deactivateActionDescription);
            _node.DeactivateActions.Add(new ActivityAction(deactivateAction, method));
            return this;
        }

        private StateConfiguration AddEntry(Action<Transition, object[]> run, Delegate method, string? description)
        {
            _node.EntryActions.Add(new EntryAction(run, InvocationInfo.Create(method, description)));
            return this;
        }

        private StateConfiguration AddExit(Action<Transition> run, Delegate method, string? description)
        {
            _node.ExitActions.Add(new ExitAction(run, InvocationInfo.Create(method, description)));
            return this;
        }
    }
}
