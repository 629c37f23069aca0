namespace Stateless.Reflection;

/// <summary>Describes a trigger that is accepted without doing anything.</summary>
public sealed class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(object? trigger, Guard guard)
    {
        Trigger = new TriggerInfo(trigger);
        GuardConditionsMethodDescriptions = guard.Methods;
    }
}
