namespace Companion.Dialogs.Understanding;

/// <summary>Finds the one telephone number somebody gives, mobile or not.</summary>
public static class PhoneReader
{
    private const string MobileLeader = "7";
    private const int MobileWithoutNought = 10;
    private const int MostDigits = 60; // longer than any list of numbers a person texts

    /// <summary>The number in <paramref name="words"/>, or nothing when there is none or it is not plain which of several is meant.</summary>
    public static Reading<PhoneNumber>? Read(string words)
    {
        var plain = Plain.Of(words);
        return Choice.Of(plain, Find(plain));
    }

    /// <summary>Every number in the words, in order.</summary>
    internal static IReadOnlyList<Found<PhoneNumber>> Find(Plain plain) => [.. DigitRun.In(plain).SelectMany(Numbers)];

    private static IEnumerable<Found<PhoneNumber>> Numbers(DigitRun run) =>
        run.Chunks.Sum(chunk => chunk.Length) > MostDigits ? [] : Split(run, 0) ?? [];

    /// <summary>
    /// The run as one number or as several side by side with nothing left over: a digit too many is a slip to ask about, not something
    /// to cut off.
    /// </summary>
    private static List<Found<PhoneNumber>>? Split(DigitRun run, int from)
    {
        if (from == run.Chunks.Count)
        {
            return [];
        }

        var digits = "";
        var found = new List<List<Found<PhoneNumber>>>();
        for (var to = from; to < run.Chunks.Count && digits.Length < 20; to++)
        {
            digits += run.Chunks[to];
            if (Number(digits, run, from, to) is { } number && Split(run, to + 1) is { } rest)
            {
                found.Add([number, .. rest]);
            }
        }

        return found.MinBy(numbers => numbers.Count);
    }

    private static Found<PhoneNumber>? Number(string digits, DigitRun run, int from, int to)
    {
        var first = from == 0 ? run.First : run.Tokens[from - 1] + 1;
        var sure = run.Sure ? Confidence.Clear : Confidence.Likely;
        if (PhoneNumber.TryParse(digits, out var number))
        {
            return new Found<PhoneNumber>(number, first, run.Tokens[to], sure, number.IsUkMobile ? "UK mobile" : "telephone number");
        }

        // A spreadsheet or a hurry drops the first nought; an NHS number has ten digits too.
        return digits.Length == MobileWithoutNought && digits.StartsWith(MobileLeader, StringComparison.Ordinal)
            && !NhsNumber.TryParse(digits, out _) && PhoneNumber.TryParse("0" + digits, out number) && number.IsUkMobile
            ? new Found<PhoneNumber>(number, first, run.Tokens[to], Confidence.Likely, "UK mobile without its nought")
            : null;
    }
}
