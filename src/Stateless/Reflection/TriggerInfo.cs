namespace Stateless.Reflection;

/// <summary>Describes a trigger.</summary>
public sealed class TriggerInfo
{
    internal TriggerInfo(object? underlyingTrigger) => UnderlyingTrigger = underlyingTrigger!;

    /// <summary>The trigger itself.</summary>
    public object UnderlyingTrigger { get; }

    /// <summary>What the trigger says of itself.</summary>
    public override string ToString() => UnderlyingTrigger?.ToString() ?? "<null>";
}
