using System.Threading.Channels;

namespace Companion.Benchmarks.Floors;

/// <summary>Rows that wait for the one writer, in batches.</summary>
internal sealed class WriterLine(int most)
{
    private readonly Channel<(FloorRow Row, TaskCompletionSource Durable)> line = Channel.CreateUnbounded<(FloorRow, TaskCompletionSource)>();

    /// <summary>Adds a row; completes when it was written.</summary>
    public Task Add(FloorRow row)
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        line.Writer.TryWrite((row, durable));
        return durable.Task;
    }

    /// <summary>Gives what waits to <paramref name="write"/>, again and again, until the line is closed.</summary>
    public async Task Write(Func<IReadOnlyList<FloorRow>, ValueTask> write)
    {
        var batch = new List<(FloorRow Row, TaskCompletionSource Durable)>(most);
        while (await line.Reader.WaitToReadAsync())
        {
            while (batch.Count < most && line.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await write([.. batch.Select(waiting => waiting.Row)]);
            batch.ForEach(waiting => waiting.Durable.SetResult());
            batch.Clear();
        }
    }

    public void Close() => line.Writer.TryComplete();
}
