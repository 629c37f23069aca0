namespace Companion.Dialogs.Understanding;

/// <summary>Number words as people write them, one word each.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Cardinals = Table(
        "0:zero,nought,naught,oh,nil 1:one 2:two 3:three 4:four 5:five 6:six 7:seven 8:eight,eigt 9:nine 10:ten 11:eleven,elevn "
        + "12:twelve,twelv 13:thirteen 14:fourteen,forteen 15:fifteen,fiveteen 16:sixteen 17:seventeen 18:eighteen,eightteen "
        + "19:nineteen,ninteen 20:twenty,twenny 30:thirty 40:forty,fourty 50:fifty,fiftey 60:sixty 70:seventy 80:eighty 90:ninety,ninty");

    private static readonly Dictionary<string, int> Ordinals = Table(
        "1:first 2:second 3:third 4:fourth,forth 5:fifth,fith 6:sixth 7:seventh 8:eighth,eigth 9:ninth,nineth 10:tenth 11:eleventh "
        + "12:twelfth,twelth 13:thirteenth 14:fourteenth 15:fifteenth 16:sixteenth 17:seventeenth 18:eighteenth 19:nineteenth "
        + "20:twentieth,twentyth 30:thirtieth,thirtyth");

    /// <summary>"seven", "nineteen", "forty", "nought": the number one cardinal word stands for, as it is often misspelt too.</summary>
    public static int? Of(string word) => Cardinals.TryGetValue(word, out var number) ? number : null;

    /// <summary>"first" to "nineteenth", "twentieth" and "thirtieth".</summary>
    public static int? OrdinalOf(string word) => Ordinals.TryGetValue(word, out var number) ? number : null;

    private static Dictionary<string, int> Table(string entries) =>
        entries.Split(' ')
            .Select(entry => entry.Split(':'))
            .SelectMany(entry => entry[1].Split(',').Select(word => (word, int.Parse(entry[0]))))
            .ToDictionary(pair => pair.word, pair => pair.Item2);
}
