namespace Companion.Benchmarks.Floors;

/// <summary>The one row a floor keeps.</summary>
internal sealed record FloorRow(string Sid, string Sender, string Words);

/// <summary>Where a floor keeps its rows.</summary>
internal interface IFloorRows : IAsyncDisposable
{
    /// <summary>Completes when the row is durable.</summary>
    Task Add(FloorRow row);
}
