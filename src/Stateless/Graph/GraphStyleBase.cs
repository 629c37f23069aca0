using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Turns the parts of a diagram into text. Lines may end in a bare line feed.</summary>
public abstract class GraphStyleBase
{
    /// <summary>What stands at the top.</summary>
    public abstract string GetPrefix();

    /// <summary>
    /// What stands at the end: the arrow into the state the machine starts in, and anything that closes the text.
    /// </summary>
    public abstract string GetInitialTransition(StateInfo initialState);

    /// <summary>A state that is neither a superstate nor inside one.</summary>
    public abstract string FormatOneState(State state);

    /// <summary>A superstate and the states directly inside it.</summary>
    public abstract string FormatOneCluster(SuperState stateInfo);

    /// <summary>The node in which a dynamic transition chooses.</summary>
    public abstract string FormatOneDecisionNode(string nodeName, string label);

    /// <summary>All arrows, one text each.</summary>
    public virtual List<string> FormatAllTransitions(List<Transition>? transitions) =>
        transitions?.ConvertAll(Format) ?? [];

    /// <summary>One arrow.</summary>
    /// <param name="sourceNodeName">The node in which it starts.</param>
    /// <param name="trigger">The trigger written on it.</param>
    /// <param name="actions">Descriptions of the entry actions written on it; may be null.</param>
    /// <param name="destinationNodeName">The node in which it ends.</param>
    /// <param name="guards">Descriptions of the conditions written on it.</param>
    /// <exception cref="InvalidOperationException">
    /// The style neither overrides this nor <see cref="FormatAllTransitions"/>, which calls it.
    /// </exception>
    public virtual string FormatOneTransition(
        string sourceNodeName,
        string trigger,
        IEnumerable<string>? actions,
        string destinationNodeName,
        IEnumerable<string> guards) =>
        throw new InvalidOperationException($"{GetType().Name} must override {nameof(FormatOneTransition)}.");

    /// <summary>What is written on an arrow: trigger, actions, conditions.</summary>
    private protected static string Label(string? trigger, IEnumerable<string>? actions, IEnumerable<string> guards)
    {
        var label = trigger ?? "";
        var run = string.Join(", ", actions ?? []);
        if (run.Length > 0)
        {
            label += $" / {run}";
        }

        return guards.Aggregate(label, (so, guard) => so.Length > 0 ? $"{so} [{guard}]" : $"[{guard}]");
    }

    private string Format(Transition arrow)
    {
        var from = arrow.SourceState.NodeName;
        var trigger = arrow.Trigger.ToString();
        var actions = arrow.DestinationEntryActions.Select(action => action.Method.Description);
        return arrow switch
        {
            StayTransition stay => FormatOneTransition(
                from, trigger, stay.ExecuteEntryExitActions ? actions : null, from, Describe(stay.Guards)),
            FixedTransition move => FormatOneTransition(
                from, trigger, actions, move.DestinationState.NodeName, Describe(move.Guards)),
            DynamicTransition chosen => FormatOneTransition(
                from, trigger, actions, chosen.DestinationState.NodeName, [chosen.Criterion]),
            _ => throw new ArgumentException($"{arrow.GetType().Name} is not a known kind of arrow.", nameof(arrow)),
        };
    }

    private static IEnumerable<string> Describe(IEnumerable<InvocationInfo> guards) => guards.Select(guard => guard.Description);
}
