using NodaTime;

namespace Companion.Workflows.Sending.Preview;

/// <summary>What the preview says will become of a text.</summary>
public enum Outlook
{
    /// <summary>It goes.</summary>
    Goes,

    /// <summary>It still waits when the preview ends.</summary>
    Waits,

    /// <summary>The gate refuses it, or what it belongs to will not be begun.</summary>
    Refused,

    /// <summary>It waits until it is too late to be of use.</summary>
    TooLate,
}

/// <summary>A text that would be sent, or why it would not, if nothing else happened.</summary>
/// <param name="ServiceId">The service that speaks.</param>
/// <param name="AddressId">Whom it goes to.</param>
/// <param name="DueAt">When it falls due.</param>
/// <param name="At">When it goes; when it falls due, for one that does not.</param>
/// <param name="Class">The class of the gate's table.</param>
/// <param name="TextKey">The key of its words; empty for what is not begun at all.</param>
/// <param name="Segments">SMS segments of the rendered words.</param>
/// <param name="Outlook">What becomes of it.</param>
/// <param name="Reason">Why it goes later or not at all, in words for staff; null when it goes as it falls due.</param>
public sealed record ComingText(
    string ServiceId, long AddressId, Instant DueAt, Instant At, SendClass Class, string TextKey, int Segments, Outlook Outlook, string? Reason)
{
    /// <summary>True when the contact budget puts it off.</summary>
    public bool IsOverBudget { get; init; }

    /// <summary>The reference of the person's case; null for a number without one.</summary>
    public string? Reference { get; init; }

    /// <summary>The person's initials, as far as known.</summary>
    public string? Initials { get; init; }
}

/// <summary>Who would be texted in the coming days.</summary>
/// <param name="From">Now.</param>
/// <param name="Until">How far it looks.</param>
/// <param name="Texts">In the order of <see cref="ComingText.At"/>.</param>
/// <param name="HasMore">True when there was more than a preview looks at: the figures are then too low.</param>
public sealed record PreviewedTexts(Instant From, Instant Until, IReadOnlyList<ComingText> Texts, bool HasMore)
{
    /// <summary>Those that go.</summary>
    public IEnumerable<ComingText> Going => Texts.Where(text => text.Outlook == Outlook.Goes);

    /// <summary>Those that do not go.</summary>
    public IEnumerable<ComingText> NotGoing => Texts.Where(text => text.Outlook != Outlook.Goes);
}
