using System.Data.Common;

namespace Companion.Workflows.Storage;

/// <summary>Tells a mistake of ours from a store that is away and from work that was stopped.</summary>
public static class Mistake
{
    /// <summary>True when trying again alone would end the same: the work itself is at fault.</summary>
    public static bool IsOurs(Exception trouble) => trouble is not (DbException or OperationCanceledException or ObjectDisposedException);
}
