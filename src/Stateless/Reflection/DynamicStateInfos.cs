namespace Stateless.Reflection;

/// <summary>The destinations that a dynamic transition may choose; made for collection initialisers.</summary>
public class DynamicStateInfos : List<DynamicStateInfo>
{
    /// <summary>Adds a destination by name.</summary>
    public void Add(string destinationState, string criterion) => Add(new DynamicStateInfo(destinationState, criterion));

    /// <summary>Adds a destination by the state itself.</summary>
    public void Add<TState>(TState destinationState, string criterion) =>
        Add(new DynamicStateInfo(destinationState?.ToString() ?? "<null>", criterion));
}
