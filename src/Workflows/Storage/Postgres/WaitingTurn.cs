using System.Data.Common;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>A turn that waits.</summary>
internal abstract class WaitingTurn(TurnRequest request)
{
    public TurnRequest Request => request;

    /// <summary>True when whoever waits for it has been told.</summary>
    public abstract bool IsOver { get; }

    /// <summary>Decides; false when it threw, and whoever waits was told.</summary>
    public abstract ValueTask<bool> TryDecide(Turn turn);

    /// <summary>Goes in a transaction of its own.</summary>
    public abstract Task Alone();

    public abstract void Tell();

    public abstract void Fail(Exception trouble);
}

/// <summary>A turn that waits, and what it will come to.</summary>
internal sealed class WaitingTurn<T>(TurnRequest request, Func<Turn, ValueTask<T>> decide, Func<Task<T>> alone) : WaitingTurn(request)
{
    private readonly TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T outcome = default!;

    public Task<T> Result => result.Task;

    public override bool IsOver => result.Task.IsCompleted;

    public override async ValueTask<bool> TryDecide(Turn turn)
    {
        try
        {
            outcome = await decide(turn);
            return true;
        }
        catch (Exception trouble) when (trouble is not DbException)
        {
            Fail(trouble);
            return false;
        }
    }

    public override async Task Alone()
    {
        try
        {
            result.TrySetResult(await alone());
        }
        catch (Exception trouble)
        {
            Fail(trouble);
        }
    }

    public override void Tell() => result.TrySetResult(outcome);

    public override void Fail(Exception trouble) => result.TrySetException(trouble);
}
