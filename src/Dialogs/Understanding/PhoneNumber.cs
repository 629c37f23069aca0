using System.Diagnostics.CodeAnalysis;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// A telephone number in E.164 form ("+447700900123"). UK numbers are checked against the shape of the national numbering plan;
/// numbers of other countries only for length.
/// </summary>
public readonly record struct PhoneNumber
{
    private const int MostDigits = 15;
    private const int FewestDigits = 8;
    private readonly string? e164;

    private PhoneNumber(string e164) => this.e164 = e164;

    /// <summary>A plus sign, the country code and the number, digits only; empty for the default value.</summary>
    public string E164 => e164 ?? "";

    /// <summary>True for numbers that begin +44: the United Kingdom, Jersey, Guernsey and the Isle of Man.</summary>
    public bool IsUk => E164.StartsWith("+44", StringComparison.Ordinal);

    /// <summary>
    /// True for 071 to 075, 077 to 079 and 07624 (Isle of Man). 070 is personal numbering and the rest of 076 are pagers: both look
    /// like mobiles and are not.
    /// </summary>
    public bool IsUkMobile => IsUk && IsMobile(E164.AsSpan(3));

    /// <summary>
    /// False for UK numbers that are not mobiles: they are for phone calls only. Abroad the digits do not tell a mobile from a
    /// landline, so those are true and delivery decides.
    /// </summary>
    public bool CanBeTexted => E164.Length > 0 && (!IsUk || IsUkMobile);

    /// <summary>As people in Britain write it ("07700 900123", "01632 960123"); E.164 for other countries.</summary>
    public string Display => IsUk ? $"0{E164[3..7]} {E164[7..]}" : E164;

    /// <summary>
    /// Reads a number that stands alone, in national or international form, with spaces, dots, dashes and brackets anywhere.
    /// Letters, extensions and anything else make it fail: <c>PhoneReader</c> finds numbers inside sentences.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        number = default;
        if (text is null || Bare(text) is not { } bare || International(bare) is not { } e164)
        {
            return false;
        }

        number = new PhoneNumber(e164);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>, for stored values that are known to be numbers.</summary>
    /// <exception cref="FormatException">It is not a number; the message does not repeat it.</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("not a telephone number");

    /// <summary>Only the last three digits: numbers must not reach a log by accident. Use <see cref="E164"/> or <see cref="Display"/>.</summary>
    public override string ToString() => E164.Length == 0 ? "no number" : $"number ending {E164[^3..]}";

    private static string? Bare(string text)
    {
        var bare = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text.Trim())
        {
            if (char.IsAsciiDigit(letter) || (letter == '+' && bare.Length == 0))
            {
                bare.Append(letter);
            }
            else if (letter is not (' ' or '\u00A0' or '.' or '-' or '\u2013' or '(' or ')' or '/'))
            {
                return null;
            }
        }

        return bare.ToString();
    }

    private static string? International(string bare)
    {
        if (bare.StartsWith("00", StringComparison.Ordinal))
        {
            bare = "+" + bare[2..];
        }

        if (bare.StartsWith("+44", StringComparison.Ordinal))
        {
            // "+44 (0)7700 ..." is how half of Britain writes it, and the nought is not dialled.
            return Uk(bare[3..].TrimStart('0'));
        }

        if (bare.StartsWith('+'))
        {
            return bare.Length - 1 is >= FewestDigits and <= MostDigits && bare[1] != '0' ? bare : null;
        }

        return bare switch
        {
            ['0', .. var national] => Uk(national),
            ['4', '4', '7', ..] when bare.Length == 12 => Uk(bare[2..]),
            ['4', '4', '0', '7', ..] when bare.Length == 13 => Uk(bare[3..]),
            _ => null,
        };
    }

    private static string? Uk(string national) => IsUkShape(national) ? "+44" + national : null;

    /// <summary>Ofcom's plan: 01 and 02 have nine or ten digits after the nought, 0800 may be shorter, all others ten.</summary>
    private static bool IsUkShape(string national) => national switch
    {
        ['1', ..] => national.Length is 9 or 10,
        ['8', '0', '0', ..] => national.Length is 7 or 9 or 10,
        ['2' or '3' or '5' or '7' or '8' or '9', ..] => national.Length == 10,
        _ => false,
    };

    private static bool IsMobile(ReadOnlySpan<char> national) =>
        national.Length == 10
        && national[0] == '7'
        && (national[1] is >= '1' and <= '5' or >= '7' and <= '9' || national.StartsWith("7624", StringComparison.Ordinal));
}
