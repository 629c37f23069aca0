using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>
/// The last look before words leave: whether anything known of anybody is still in them. Written apart from <see cref="Disguise"/>, so that a
/// mistake there is not repeated here, and simpler: it asks only for what is known, and when in doubt it says yes.
/// </summary>
internal static class LeakGuard
{
    private const int LongEnoughInside = 8;
    private const int ShortestNumber = 4;
    private const int FiguresOfADate = 3;

    /// <summary>True when one of the texts still holds one of the identifiers.</summary>
    public static bool Leaks(IEnumerable<string> texts, IReadOnlyList<string> known)
    {
        var identifiers = known.Select(Wanted.Of).Where(one => one is not null).ToList();
        return texts.Any(text =>
        {
            var without = Disguise.Worn().Replace(text, "\n\n");
            var there = new There(without, Words(without), Squeezed(without), string.Concat(without.Where(char.IsAsciiDigit)));
            return identifiers.Exists(one => one!.IsIn(there));
        });
    }

    private static HashSet<string> Words(string text) => Plain.Of(text).Tokens.Where(token => token.IsWord).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);

    private static string Squeezed(string text) => string.Concat(Plain.Of(text).Tokens.Where(token => token.IsWord).Select(token => token.Text));

    private sealed record There(string Text, HashSet<string> Words, string Squeezed, string Digits);

    private sealed record Wanted(string Whole, HashSet<string> Words, string Squeezed, string Digits)
    {
        public static Wanted? Of(string known)
        {
            var digits = string.Concat(known.Where(char.IsAsciiDigit)).TrimStart('0');
            digits = digits.StartsWith("44", StringComparison.Ordinal) && digits.Length > 10 ? digits[2..] : digits;
            var whole = known.Trim();
            return whole.Length < 2 ? null : new Wanted(whole, LeakGuard.Words(whole), LeakGuard.Squeezed(whole), digits);
        }

        public bool IsIn(There there)
        {
            if (Words.Count == 1 && Words.Single() is { Length: > 1 } word && there.Words.Contains(word) && !IsTitle(word) && !word.All(char.IsAsciiDigit))
            {
                return true;
            }

            if (Words.Count > 1 && !Whole.Any(char.IsDigit) && Words.Any(part => IsUnusual(part) && there.Words.Contains(part)))
            {
                return true;
            }

            var isNumber = !Whole.Any(char.IsLetter) && Words.Count != FiguresOfADate;
            return (isNumber && Digits.Length >= ShortestNumber && there.Digits.Contains(Digits, StringComparison.Ordinal))
                || (Squeezed.Length >= LongEnoughInside && !isNumber && there.Squeezed.Contains(Squeezed, StringComparison.Ordinal))
                || (Words.Count > 1 && there.Text.Contains(Whole, StringComparison.OrdinalIgnoreCase));
        }

        private static bool IsUnusual(string part) => part.Length > 2 && !WordLists.Ordinary.Contains(part) && !WordLists.Capitals.Contains(part);

        private static bool IsTitle(string word) => word is "mr" or "mrs" or "ms" or "miss" or "dr" or "link" or "worker" or "manager" or "duty" or "team";
    }
}
