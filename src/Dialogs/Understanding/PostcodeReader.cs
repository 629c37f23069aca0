namespace Companion.Dialogs.Understanding;

/// <summary>Finds the one UK postcode somebody gives. Half a postcode is none.</summary>
public static class PostcodeReader
{
    private const int Longest = 7;
    private const int Shortest = 5;
    private const int MostTokens = 4; // "SW1A - 1AA", "M 1 4 AB"; "L S 6 3 H N" may have more

    private static readonly HashSet<string> NotInward = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th"];

    /// <summary>The postcode in <paramref name="words"/>, or nothing when there is none or several.</summary>
    public static Reading<Postcode>? Read(string words)
    {
        var plain = Plain.Of(words);
        var found = new List<Found<Postcode>>();
        for (var at = 0; at < plain.Tokens.Count;)
        {
            if (At(plain, at) is { } postcode)
            {
                found.Add(postcode);
                at = postcode.Last + 1;
            }
            else
            {
                at++;
            }
        }

        return Choice.Of(plain, found);
    }

    private static Found<Postcode>? At(Plain plain, int first)
    {
        var windows = Windows(plain, first).ToList();
        foreach (var (last, text) in windows)
        {
            if (Postcode.TryParse(text, out var postcode) && !IsOrdinal(plain, first, last))
            {
                // Three or more pieces may be words that fell together ("me 1 2 do").
                var sure = last - first < 2 ? Confidence.Clear : Confidence.Likely;
                return new Found<Postcode>(postcode, first, last, sure, "postcode");
            }
        }

        foreach (var (last, text) in windows)
        {
            if (last - first < 2 && PostcodeRepair.Of(text) is { } postcode && !NotInward.Contains(plain.Tokens[last].Text))
            {
                return new Found<Postcode>(postcode, first, last, Confidence.Likely, "postcode, letter and figure exchanged");
            }
        }

        return null;
    }

    /// <summary>The token alone, then with its neighbours, as long as they could be pieces of one postcode.</summary>
    private static IEnumerable<(int Last, string Text)> Windows(Plain plain, int first)
    {
        var text = "";
        for (var at = first; at < plain.Tokens.Count && text.Length < Longest; at++)
        {
            var token = plain.Tokens[at];
            if (at - first >= MostTokens && text.Length > at - first)
            {
                yield break;
            }

            if (token.IsWord)
            {
                text += token.Text;
                if (text.Length is >= Shortest and <= Longest)
                {
                    yield return (at, text);
                }
            }
            else if (at == first || token.Text is not ("-" or "." or ","))
            {
                yield break;
            }
        }
    }

    /// <summary>"E1 1st floor" is an address going on, not E1 1ST.</summary>
    private static bool IsOrdinal(Plain plain, int first, int last) =>
        last > first
        && NotInward.Contains(plain.Tokens[last].Text)
        && last + 1 < plain.Tokens.Count
        && plain.Tokens[last + 1].Text is "floor" or "of" or "flat" or "time";
}
