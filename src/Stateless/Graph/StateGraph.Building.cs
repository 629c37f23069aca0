using Stateless.Reflection;

namespace Stateless.Graph;

public partial class StateGraph
{
    private void AddNodes(IEnumerable<StateInfo> states)
    {
        foreach (var top in states.Where(state => state.Superstate is null && state.Substates.Any()))
        {
            AddTree(top, around: null);
        }

        foreach (var single in states)
        {
            States.TryAdd(single.ToString(), new State(single));
        }
    }

    private void AddTree(StateInfo info, SuperState? around)
    {
        var node = info.Substates.Any() ? new SuperState(info) : new State(info);
        if (!States.TryAdd(node.NodeName, node))
        {
            return;
        }

        node.SuperState = around;
        around?.SubStates.Add(node);
        foreach (var substate in info.Substates)
        {
            AddTree(substate, (SuperState)node);
        }
    }

    private void AddArrows(StateInfo info)
    {
        var from = States[info.ToString()];
        foreach (var move in info.FixedTransitions)
        {
            var to = States[move.DestinationState.ToString()];
            var guards = move.GuardConditionsMethodDescriptions;
            if (from != to)
            {
                Add(new FixedTransition(from, to, move.Trigger, guards), to);
                continue;
            }

            var stay = new StayTransition(from, move.Trigger, guards, !move.IsInternalTransition);
            if (stay.ExecuteEntryExitActions)
            {
                // Nobody expects an arrow back to the same state to run entry actions, so they are written on it.
                stay.DestinationEntryActions.AddRange(info.EntryActions.Where(action => action.FromTrigger is null));
            }

            Add(stay, from);
        }

        foreach (var choice in info.DynamicTransitions)
        {
            AddDecision(from, choice);
        }

        foreach (var ignored in info.IgnoredTriggers)
        {
            Add(new StayTransition(from, ignored.Trigger, ignored.GuardConditionsMethodDescriptions, false), from);
        }
    }

    private void AddDecision(State from, DynamicTransitionInfo choice)
    {
        var decision = new Decision(choice.DestinationStateSelectorDescription, Decisions.Count + 1);
        Decisions.Add(decision);
        Add(new FixedTransition(from, decision, choice.Trigger, choice.GuardConditionsMethodDescriptions), decision);
        foreach (var possible in choice.PossibleDestinationStates ?? [])
        {
            if (States.TryGetValue(possible.DestinationState, out var to))
            {
                Add(new DynamicTransition(decision, to, choice.Trigger, possible.Criterion), to);
            }
        }
    }

    private void Add(Transition arrow, State to)
    {
        Transitions.Add(arrow);
        arrow.SourceState.Leaving.Add(arrow);
        to.Arriving.Add(arrow);
    }

    // An action for one trigger only is written on the arrows of that trigger instead of in the node.
    private void WriteEntryActionsOnArrows(StateInfo info)
    {
        foreach (var action in info.EntryActions.Where(action => action.FromTrigger is not null))
        {
            foreach (var arrow in States[info.ToString()].Arriving.Where(arrow => arrow.ExecuteEntryExitActions))
            {
                if (string.Equals(arrow.Trigger.ToString(), action.FromTrigger, StringComparison.Ordinal))
                {
                    arrow.DestinationEntryActions.Add(action);
                }
            }
        }
    }
}
