using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The node in which a dynamic transition chooses its destination.</summary>
public class Decision : State
{
    /// <summary>Makes the node named <c>Decision</c> and the number.</summary>
    public Decision(InvocationInfo method, int num)
        : base($"Decision{num}") => Method = method;

    /// <summary>The function that chooses.</summary>
    public InvocationInfo Method { get; }
}
