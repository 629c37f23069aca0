namespace Companion.Dialogs.Understanding;

/// <summary>Finds the one NHS number somebody gives.</summary>
public static class NhsNumberReader
{
    private const int Length = 10;

    /// <summary>
    /// The number in <paramref name="words"/>, or nothing when no ten digits pass the check or several do. Ten digits that fail the
    /// check beside ten that pass are passed over.
    /// </summary>
    public static Reading<NhsNumber>? Read(string words)
    {
        var plain = Plain.Of(words);
        return Choice.Of(plain, [.. DigitRun.In(plain).SelectMany(Numbers)]);
    }

    private static IEnumerable<Found<NhsNumber>> Numbers(DigitRun run)
    {
        var digits = string.Concat(run.Chunks);
        if (digits.Length != Length)
        {
            return [];
        }

        return NhsNumber.TryParse(digits, out var number)
            ? [new Found<NhsNumber>(number, run.First, run.Tokens[^1], run.Sure ? Confidence.Clear : Confidence.Likely, "NHS number")]
            : [];
    }
}
