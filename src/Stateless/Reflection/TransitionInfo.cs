namespace Stateless.Reflection;

/// <summary>Describes what a state does about one trigger.</summary>
public abstract class TransitionInfo
{
    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; protected set; } = null!;

    /// <summary>The conditions of the guard; empty, never null, when there is none.</summary>
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions { get; set; } = [];

    /// <summary>True when the state is not left, so that neither exit nor entry actions run.</summary>
    public bool IsInternalTransition { get; protected set; }
}
