using System.Collections.Concurrent;

namespace Companion.Dialogs.Talking;

/// <summary>
/// Every dialog there is. Declaring a machine costs more than a turn, so declared dialogs are lent out for one turn at a time.
/// </summary>
public sealed class DialogBook
{
    private readonly Dictionary<string, Func<IDialog>> makers = [];
    private readonly ConcurrentDictionary<string, ConcurrentBag<IDialog>> resting = new(StringComparer.Ordinal);

    /// <summary>A book of the given dialogs; each maker declares a fresh one.</summary>
    public DialogBook(params IEnumerable<Func<IDialog>> makers)
    {
        foreach (var maker in makers)
        {
            var first = maker();
            this.makers.Add(first.Name, maker);
            resting[first.Name] = [first];
        }
    }

    /// <summary>The names of the dialogs.</summary>
    public IEnumerable<string> Names => makers.Keys;

    /// <summary>Lends the dialog called <paramref name="name"/> for one use.</summary>
    /// <exception cref="KeyNotFoundException">No dialog has this name: a stored conversation of a release that is not here.</exception>
    public T With<T>(string name, Func<IDialog, T> use)
    {
        var bag = resting[name];
        var dialog = bag.TryTake(out var rested) ? rested : makers[name]();
        var result = use(dialog);
        bag.Add(dialog); // not in a finally: a dialog that threw may be half-way through a move and is dropped
        return result;
    }
}
