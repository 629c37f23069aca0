using Companion.Bot.LinkWorkers.Notes;
using Companion.Workflows.Notes;

namespace Companion.Bot.Pages.Console.Notes;

/// <summary>A sentence as its page shows it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The sentence.</param>
public sealed record LineShown(NoteModel Page, NoteLine Line)
{
    /// <summary>What it stands on, as far as that is there.</summary>
    public IEnumerable<CitedSource> Stands => Line.Cites.Select(id => Page.Detail.Cited.GetValueOrDefault(id)).OfType<CitedSource>();

    /// <summary>True when it can be changed.</summary>
    public bool CanChange => Page.Detail.Note.IsOpen && !Line.Forgotten;

    /// <summary>True while what was typed for it is shown again.</summary>
    public bool IsTyped => Page.Typed is { Line: > 0, Text: not null } typed && typed.Line == Line.Key;

    /// <summary>What its field holds.</summary>
    public string Text => IsTyped ? Page.Typed.Text! : Line.Text;
}
