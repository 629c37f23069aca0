using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Referrals;

/// <summary>The phrases of <c>Lexicons/answers.txt</c>.</summary>
internal static class ReferralWords
{
    /// <summary>By section.</summary>
    public static PhraseLists Lists { get; } = PhraseLists.Of("Referrals", "answers");
}
