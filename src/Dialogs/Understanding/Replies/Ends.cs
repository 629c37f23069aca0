namespace Companion.Dialogs.Understanding.Replies;

/// <summary>The few places where readings of a phrase end, each once.</summary>
internal sealed class Ends
{
    private int[] _places = new int[4];

    public int Count { get; private set; }

    /// <summary>The furthest place, or -1 when there is none.</summary>
    public int Longest { get; private set; } = -1;

    public int this[int index] => _places[index];

    public void Add(int place)
    {
        if (_places.AsSpan(0, Count).Contains(place))
        {
            return;
        }

        if (Count == _places.Length)
        {
            Array.Resize(ref _places, Count * 2);
        }

        _places[Count++] = place;
        Longest = Math.Max(Longest, place);
    }
}
