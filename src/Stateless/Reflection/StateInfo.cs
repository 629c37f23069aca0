namespace Stateless.Reflection;

/// <summary>Describes what was declared about one state.</summary>
public sealed class StateInfo
{
    internal StateInfo(object? underlyingState) => UnderlyingState = underlyingState!;

    /// <summary>The state itself.</summary>
    public object UnderlyingState { get; }

    /// <summary>The states directly below this one.</summary>
    public IEnumerable<StateInfo> Substates { get; internal set; } = [];

    /// <summary>The state above this one, or null.</summary>
    public StateInfo? Superstate { get; internal set; }

    /// <summary>Actions on entry, in the order in which they run.</summary>
    public IEnumerable<ActionInfo> EntryActions { get; internal init; } = [];

    /// <summary>Actions on activation.</summary>
    public IEnumerable<InvocationInfo> ActivateActions { get; internal init; } = [];

    /// <summary>Actions on deactivation.</summary>
    public IEnumerable<InvocationInfo> DeactivateActions { get; internal init; } = [];

    /// <summary>Actions on exit, in the order in which they run.</summary>
    public IEnumerable<InvocationInfo> ExitActions { get; internal init; } = [];

    /// <summary>Fixed transitions, then dynamic ones.</summary>
    public IEnumerable<TransitionInfo> Transitions => FixedTransitions.Concat<TransitionInfo>(DynamicTransitions);

    /// <summary>Transitions with a known destination: moves, re-entries and internal transitions.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; internal set; } = [];

    /// <summary>Transitions whose destination is chosen when the trigger is fired.</summary>
    public IEnumerable<DynamicTransitionInfo> DynamicTransitions { get; internal set; } = [];

    /// <summary>Triggers accepted without doing anything.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; internal init; } = [];

    /// <summary>What the state says of itself.</summary>
    public override string ToString() => UnderlyingState?.ToString() ?? "<null>";
}
