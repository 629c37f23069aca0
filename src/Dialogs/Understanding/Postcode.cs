using System.Diagnostics.CodeAnalysis;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// A full UK postcode, "SW1A 1AA": a real area, a possible district and a possible inward code by Royal Mail's rules. Whether it
/// exists today only the postcode directory can say.
/// </summary>
public readonly record struct Postcode
{
    private const int InwardLength = 3;
    private readonly string? value;

    private Postcode(string value) => this.value = value;

    /// <summary>ZZ99 3CZ, the code the NHS records for a person of no fixed abode in England.</summary>
    public static Postcode NoFixedAbode { get; } = new("ZZ99 3CZ");

    /// <summary>Upper case, one space before the inward code; empty for the default value.</summary>
    public string Value => value ?? "";

    /// <summary>Area and district ("SW1A"): what a service's area is made of.</summary>
    public string Outward => Value.Length == 0 ? "" : Value[..^(InwardLength + 1)];

    /// <summary>The last three characters ("1AA").</summary>
    public string Inward => Value.Length == 0 ? "" : Value[^InwardLength..];

    /// <summary>True for <see cref="NoFixedAbode"/>: there is no place to find services near.</summary>
    public bool IsNoFixedAbode => this == NoFixedAbode;

    /// <summary>Reads a postcode that stands alone, in any case and spacing. Nothing is repaired here: that is for <c>PostcodeReader</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Postcode postcode)
    {
        postcode = default;
        if (text is null || text.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not (' ' or '\u00A0')))
        {
            return false;
        }

        var bare = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (bare.Length is < 5 or > 7)
        {
            return false;
        }

        var outward = bare[..^InwardLength];
        var inward = bare[^InwardLength..];
        if (bare is not ("GIR0AA" or "ZZ993CZ") && !(PostcodeRules.IsOutward(outward) && PostcodeRules.IsInward(inward)))
        {
            return false;
        }

        postcode = new Postcode($"{outward} {inward}");
        return true;
    }

    /// <summary>As <see cref="TryParse"/>, for stored values.</summary>
    /// <exception cref="FormatException">It is not a postcode; the message does not repeat it.</exception>
    public static Postcode Parse(string text) =>
        TryParse(text, out var postcode) ? postcode : throw new FormatException("not a UK postcode");

    /// <summary>The outward part only: a whole postcode can point to one house and must not reach a log by accident.</summary>
    public override string ToString() => Value.Length == 0 ? "no postcode" : $"postcode in {Outward}";
}
