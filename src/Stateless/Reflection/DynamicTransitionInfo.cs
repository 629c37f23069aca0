namespace Stateless.Reflection;

/// <summary>Describes a transition whose destination is chosen when the trigger is fired.</summary>
public sealed class DynamicTransitionInfo : TransitionInfo
{
    private DynamicTransitionInfo(InvocationInfo selector, DynamicStateInfos? possibleStates)
    {
        DestinationStateSelectorDescription = selector;
        PossibleDestinationStates = possibleStates;
    }

    /// <summary>The function that chooses.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; private set; }

    /// <summary>
    /// The destinations the declaration promised, for diagrams; null when it promised none. Nothing checks the promise.
    /// </summary>
    public DynamicStateInfos? PossibleDestinationStates { get; private set; }

    /// <summary>Makes a description; <paramref name="guards"/> may be null for none.</summary>
    public static DynamicTransitionInfo Create<TTrigger>(
        TTrigger trigger, IEnumerable<InvocationInfo>? guards, InvocationInfo selector, DynamicStateInfos? possibleStates) =>
        new(selector, possibleStates) { Trigger = new TriggerInfo(trigger), GuardConditionsMethodDescriptions = guards ?? [] };
}
