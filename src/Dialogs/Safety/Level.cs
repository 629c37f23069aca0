namespace Companion.Dialogs.Safety;

/// <summary>How loudly words ask for help.</summary>
public enum Level
{
    /// <summary>Nothing was heard.</summary>
    None,

    /// <summary>Heard, but negated, long past, an idiom, talk of a film: stored and shown, never answered.</summary>
    Noted,

    /// <summary>Ask one caring question.</summary>
    Amber,

    /// <summary>Act now.</summary>
    Red,
}
