using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Describes the machine as it stands: its states, transitions and actions.</summary>
    public StateMachineInfo GetInfo()
    {
        var nodes = AllNodes();
        var infos = nodes.ConvertAll(node => (Node: node, Info: Describe(node)));

        StateInfo Of(TState state) => infos.Find(one => Same(one.Node.State, state)).Info;
        foreach (var (node, info) in infos)
        {
            info.Superstate = node.Superstate is { } superstate ? Of(superstate.State) : null;
            info.Substates = node.Substates.ConvertAll(substate => Of(substate.State));
            info.FixedTransitions = Fixed(node, Of);
            info.DynamicTransitions = node.Rules.SelectMany(rules => rules).OfType<Choosing>().Select(rule => rule.Info).ToList();
        }

        return new StateMachineInfo(
            infos.ConvertAll(one => one.Info), typeof(TState), typeof(TTrigger), new StateInfo(_initialState));
    }

    // A destination that nobody configured is a state all the same: diagrams need it.
    private List<Node> AllNodes()
    {
        var nodes = _nodes.Values.ToList();
        var destinations = nodes.SelectMany(node => node.Rules).SelectMany(rules => rules).ToList();
        var named = destinations.OfType<Moving>().Select(rule => rule.Destination);
        nodes.AddRange(named.Distinct().Where(state => !_nodes.ContainsKey(state)).Select(state => new Node(state)).ToList());
        return nodes;
    }

    private static StateInfo Describe(Node node) => new(node.State)
    {
        EntryActions = node.EntryActions.ConvertAll(
            action => new ActionInfo(action.Method, action.HasFrom ? action.From?.ToString() : null)),
        ExitActions = node.ExitActions.ConvertAll(action => action.Method),
        ActivateActions = node.ActivateActions.ConvertAll(action => action.Method),
        DeactivateActions = node.DeactivateActions.ConvertAll(action => action.Method),
        IgnoredTriggers = node.Rules.SelectMany(rules => rules).OfType<Ignoring>()
            .Select(rule => new IgnoredTransitionInfo(rule.Trigger, rule.Guard)).ToList(),
    };

    // Within one trigger moves come first, then re-entries, then internal transitions; diagrams are compared line by line.
    private static List<FixedTransitionInfo> Fixed(Node node, Func<TState, StateInfo> of)
    {
        var all = new List<FixedTransitionInfo>();
        foreach (var rules in node.Rules)
        {
            all.AddRange(rules.OfType<Moving>()
                .Select(rule => new FixedTransitionInfo(rule.Trigger, of(rule.Destination), rule.Guard, isInternal: false)));
            all.AddRange(rules.OfType<Reentering>()
                .Select(rule => new FixedTransitionInfo(rule.Trigger, of(rule.Destination), rule.Guard, isInternal: false)));
            all.AddRange(rules.OfType<Staying>()
                .Select(rule => new FixedTransitionInfo(rule.Trigger, of(node.State), rule.Guard, isInternal: true)));
        }

        return all;
    }
}
