using Companion.Dialogs.Understanding;

namespace Companion.Workflows.Summaries.Disguises;

/// <summary>Runs of digits that lead to somebody: those that are known, and all that are as long as a phone number or an NHS number.</summary>
internal static class KnownNumbers
{
    private const int AlwaysHidden = 9;
    private const int HiddenInGroups = 6;
    private const int SpokenDigits = 6;

    private static readonly HashSet<string> Spoken = new(StringComparer.Ordinal)
    {
        "zero", "nought", "oh", "o", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "triple", "treble",
    };

    public static IEnumerable<Spot> In(Plain plain, Identifiers known) => Runs(plain, IsDigits)
        .Where(run => IsTelling(run.Select(token => token.Text).ToList(), known))
        .Concat(Runs(plain, token => Spoken.Contains(token) || IsDigits(token)).Where(run => run.Count >= SpokenDigits && run.Exists(token => Spoken.Contains(token.Text) && token.Text.Length > 1)))
        .Select(run => new Spot(run[0].Start, run[^1].Start + run[^1].Length, Kind.Number, string.Concat(run.Select(token => token.Text)).TrimStart('0')));

    // Answers to a questionnaire ("7 8 6 5 4 3 2") stay, unless somebody's number is in them.
    private static bool IsTelling(List<string> groups, Identifiers known)
    {
        var digits = Digits(string.Concat(groups));
        return digits.Length >= AlwaysHidden
            || (digits.Length >= HiddenInGroups && groups.Exists(group => group.Length > 2))
            || known.Numbers.Any(number => digits.Contains(number, StringComparison.Ordinal))
            || known.Births.SelectMany(Dates.RunTogether).Any(birth => birth.Length >= HiddenInGroups && digits.Contains(birth, StringComparison.Ordinal));
    }

    // Letters that are typed for digits, in a word that has digits too.
    private static bool IsDigits(string token) => token.Any(char.IsAsciiDigit) && token.All(letter => char.IsAsciiDigit(letter) || letter is 'o' or 'l' or 'i');

    private static string Digits(string run) => run.Replace('o', '0').Replace('l', '1').Replace('i', '1');

    private static IEnumerable<List<Token>> Runs(Plain plain, Predicate<string> belongs)
    {
        var run = new List<Token>();
        foreach (var token in plain.Tokens.Where(token => token.IsWord))
        {
            if (belongs(token.Text))
            {
                run.Add(token);
                continue;
            }

            if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
