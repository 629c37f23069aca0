namespace Companion.Dialogs.Talking;

/// <summary>Where a conversation stands: enough to go on from after being stored and read back.</summary>
/// <param name="Dialog">The dialog's name.</param>
/// <param name="Version">The version it was begun under; it finishes under the same.</param>
/// <param name="State">The name of the state.</param>
/// <param name="Slots">What was gathered.</param>
/// <param name="Misunderstood">Misunderstandings in a row: the second offers a person, the third opens the hand-off.</param>
public sealed record Place(string Dialog, int Version, string State, Slots Slots, int Misunderstood)
{
    /// <summary>The state of every dialog that has ended.</summary>
    public const string Ended = "Ended";

    /// <summary>True when nothing more will be asked.</summary>
    public bool HasEnded => State == Ended;
}

/// <summary>What one move came to: the new place and what is to be done, in order.</summary>
public sealed record Step(Place Place, IReadOnlyList<Effect> Effects);
