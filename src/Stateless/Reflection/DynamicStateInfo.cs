namespace Stateless.Reflection;

/// <summary>A destination that a dynamic transition may choose, and when.</summary>
public class DynamicStateInfo
{
    public DynamicStateInfo(string destinationState, string criterion)
    {
        DestinationState = destinationState;
        Criterion = criterion;
    }

    /// <summary>The name of the state, as its <c>ToString</c> gives it.</summary>
    public string DestinationState { get; set; }

    /// <summary>Why this state is chosen.</summary>
    public string Criterion { get; set; }
}
