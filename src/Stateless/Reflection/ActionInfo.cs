namespace Stateless.Reflection;

/// <summary>Describes an action that runs when a state is entered.</summary>
public class ActionInfo
{
    public ActionInfo(InvocationInfo method, string? fromTrigger)
    {
        Method = method;
        FromTrigger = fromTrigger;
    }

    /// <summary>The action.</summary>
    public InvocationInfo Method { get; internal set; }

    /// <summary>The trigger by which the state must have been entered for the action to run; null when any will do.</summary>
    public string? FromTrigger { get; internal set; }
}
