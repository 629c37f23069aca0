namespace Stateless;

/// <summary>What happens to a trigger that is fired while another one is still being handled.</summary>
public enum FiringMode
{
    /// <summary>It is handled at once, inside the one being handled, whose remaining actions then run last.</summary>
    Immediate,

    /// <summary>It waits until the one being handled has run to completion. The default.</summary>
    Queued,
}
