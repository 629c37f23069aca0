namespace Companion.Bot.Channels.Teams;

/// <summary>The press of a button on the card of a note: which, of what note, as it stood when the card was made, and what was typed.</summary>
/// <param name="Verb">Which button.</param>
/// <param name="NoteId">The note.</param>
/// <param name="Version">The version that the card showed.</param>
/// <param name="Line">The sentence it is about; 0 for none.</param>
public sealed record NotePress(string Verb, long NoteId, int Version, int Line)
{
    private PressedFields Fields { get; init; } = null!;

    /// <summary>True unless the sentence is said to rest no longer on what it cites.</summary>
    public bool Keep => Typed("keep") != "false";

    /// <summary>The press of an invoke; null when it is of no note.</summary>
    public static NotePress? Read(TeamsActivity activity) =>
        PressedFields.Of(activity) is { } fields && fields.Id("noteId") is { } note && fields.Number("version") is { } version
            ? new NotePress(fields.Verb, note, version, fields.Number("line") ?? 0) { Fields = fields }
            : null;

    /// <summary>What was typed or chosen in an input, cleaned; empty for nothing.</summary>
    public string Typed(string input) => Fields.Typed(input);
}
