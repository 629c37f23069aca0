using Companion.Dialogs.Understanding.Replies;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// The bare words that Twilio itself acts on before we see them (its default opt-out handling): the whole message, in any case,
/// without a mark more. What it acted on is a fact of its own beside what the person meant: a bare CANCEL cancels a visit and
/// blocks
/// the number.
/// </summary>
public static class ProviderKeywords
{
    private static readonly Lexicon Words = Lexicon.Of("consent");

    public static IReadOnlySet<string> Stop { get; } = Words.Words("keyword stop").ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlySet<string> Start { get; } = Words.Words("keyword start").ToHashSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlySet<string> Help { get; } = Words.Words("keyword help").ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What Twilio does on these words by default; null when it leaves them to us.</summary>
    public static ConsentAct? ActedOn(string words)
    {
        var bare = words.Trim();
        return Stop.Contains(bare) ? ConsentAct.Stop
            : Start.Contains(bare) ? ConsentAct.Start
            : Help.Contains(bare) ? ConsentAct.Help
            : null;
    }
}
