using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>What the people known are called as well: "Maggie" for Margaret. One that is an ordinary word too counts with a capital only.</summary>
internal static class Nicknames
{
    public static IEnumerable<Spot> In(Plain plain, Identifiers known)
    {
        var called = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, whose) in known.Words)
        {
            foreach (var nickname in WordLists.Nicknames.GetValueOrDefault(name, []))
            {
                called.TryAdd(nickname, whose.Whose);
            }
        }

        foreach (var token in plain.Tokens)
        {
            if (Of(token.Text) is { } whose && (IsOnlyAName(token.Text) || IsWrittenAsAName(plain, token)))
            {
                yield return new Spot(token.Start, Identifiers.EndOf(plain, token), Kind.Person, whose);
            }
        }

        string? Of(string token) => called.GetValueOrDefault(token) ?? (token.EndsWith('s') ? called.GetValueOrDefault(token[..^1]) : null);
    }

    private static bool IsOnlyAName(string token) => !WordLists.Ordinary.Contains(token) && !WordLists.Capitals.Contains(token);

    // "Pip", not "PIP".
    private static bool IsWrittenAsAName(Plain plain, Token token) =>
        char.IsUpper(plain.Original[token.Start]) && token.Length > 1 && !char.IsUpper(plain.Original[token.Start + 1]);
}
