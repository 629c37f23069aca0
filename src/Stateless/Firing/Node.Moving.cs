namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    internal sealed partial class Node
    {
        /// <summary>Runs entry actions, superstates first, of every state that the move comes into from outside.</summary>
        public void Enter(Transition move, object[] args)
        {
            if (!move.IsReentry)
            {
                if (Includes(move.Source))
                {
                    return;
                }

                // An initial transition starts in the superstate, which has been entered already.
                if (move is not InitialTransition)
                {
                    Superstate?.Enter(move, args);
                }
            }

            foreach (var action in EntryActions)
            {
                if (!action.HasFrom || EqualityComparer<TTrigger>.Default.Equals(action.From, move.Trigger))
                {
                    action.Run(move, args);
                }
            }
        }

        /// <summary>Runs exit actions, substates first, of every state that the move leaves.</summary>
        public void Exit(Transition move)
        {
            if (move.IsReentry)
            {
                RunExitActions(move);
                return;
            }

            for (var node = this; node is not null && !node.Includes(move.Destination); node = node.Superstate)
            {
                node.RunExitActions(move);
            }
        }

        public void Activate()
        {
            Superstate?.Activate();
            foreach (var action in ActivateActions)
            {
                action.Run();
            }
        }

        public void Deactivate()
        {
            foreach (var action in DeactivateActions)
            {
                action.Run();
            }

            Superstate?.Deactivate();
        }

        private void RunExitActions(Transition move)
        {
            foreach (var action in ExitActions)
            {
                action.Run(move);
            }
        }
    }
}
