namespace Companion.Bot.Pages.Console;

/// <summary>
/// Everything that stands in the boxes of a hand-off's page. Whichever button is pressed, all of it comes along, so that what somebody was
/// typing elsewhere on the page is shown again.
/// </summary>
/// <param name="Fence">The fence the page was shown with.</param>
/// <param name="Alarms">The alarms it showed.</param>
/// <param name="Key">Of the next reply.</param>
/// <param name="Typed">The words to the person.</param>
/// <param name="Quick">The key of one of the service's sentences, sent instead.</param>
/// <param name="EvenAtNight">They know how late it is.</param>
/// <param name="Note">The words to colleagues.</param>
/// <param name="To">Who is to have the conversation: the worker's id.</param>
/// <param name="Outcome">The last part of the key of the outcome it is closed with.</param>
/// <param name="Came">What else there is to say of the outcome.</param>
/// <param name="Safe">They made sure that texting is safe.</param>
public sealed record DeskForm(
    int Fence, int Alarms, string? Key, string? Typed, string? Quick, bool EvenAtNight, string? Note, long To, string? Outcome, string? Came, bool Safe)
{
    /// <summary>Nothing typed.</summary>
    public static DeskForm Empty { get; } = new(0, 0, null, null, null, false, null, 0, null, null, false);

    /// <summary>True when somebody was writing in one of the boxes.</summary>
    public bool HasWords => !(string.IsNullOrWhiteSpace(Typed) && string.IsNullOrWhiteSpace(Note) && string.IsNullOrWhiteSpace(Came));
}
