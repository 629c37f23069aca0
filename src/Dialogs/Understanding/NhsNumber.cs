using System.Diagnostics.CodeAnalysis;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// An NHS number: ten digits, the last a modulus 11 check digit (NHS Data Dictionary). A right check digit shows that it was typed
/// without a slip, not whose it is: never rely on it alone.
/// </summary>
public readonly record struct NhsNumber
{
    private const int Length = 10;
    private readonly string? value;

    private NhsNumber(string value) => this.value = value;

    /// <summary>The ten digits without spaces; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>Three, three and four digits with single spaces, as the NHS service manual shows it; never dashes.</summary>
    public string Display => Value.Length == Length ? $"{Value[..3]} {Value[3..6]} {Value[6..]}" : "";

    /// <summary>
    /// Reads a number that stands alone, with spaces, dots or dashes anywhere. Ten equal digits are somebody filling a box and are
    /// refused, except ten nines, which is a published example. The manual's own 999 123 4567 fails the check, and so it does here.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NhsNumber number)
    {
        number = default;
        if (text is null || text.Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '-' or '.')))
        {
            return false;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length != Length || !Checks(digits) || (digits[0] != '9' && digits.All(digit => digit == digits[0])))
        {
            return false;
        }

        number = new NhsNumber(digits);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>, for stored values.</summary>
    /// <exception cref="FormatException">It is not an NHS number; the message does not repeat it.</exception>
    public static NhsNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("not an NHS number");

    /// <summary>Says nothing of the number, which must not reach a log by accident. Use <see cref="Value"/> or <see cref="Display"/>.</summary>
    public override string ToString() => Value.Length == 0 ? "no NHS number" : "an NHS number";

    private static bool Checks(string digits)
    {
        var sum = 0;
        for (var at = 0; at < Length - 1; at++)
        {
            sum += (digits[at] - '0') * (Length - at);
        }

        var check = (11 - (sum % 11)) % 11;
        return check == digits[^1] - '0'; // 10 is no digit, so stems that give it have no valid number
    }
}
