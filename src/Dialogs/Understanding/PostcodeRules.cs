namespace Companion.Dialogs.Understanding;

/// <summary>Royal Mail's rules for the two halves of a postcode (upper case, no space).</summary>
internal static class PostcodeRules
{
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ"; // never C I K M O V
    private const string ThirdLetters = "ABCDEFGHJKPSTUW"; // W1A: after one letter and one digit
    private const string FourthLetters = "ABEHMNPRVWXY"; // SW1A: after two letters and one digit

    private static readonly HashSet<string> Areas =
    [
        .. ("AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX "
            + "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN "
            + "NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW "
            + "UB W WA WC WD WF WN WR WS WV YO ZE").Split(' '),
    ];

    private static readonly HashSet<string> AreasWithDistrictNought = ["BL", "BS", "CM", "CR", "FY", "HA", "PR", "SL", "SS"];

    /// <summary>The districts of inner London that are divided once more by a letter.</summary>
    private static readonly HashSet<string> LetteredDistricts =
        ["E1", "EC1", "EC2", "EC3", "EC4", "N1", "NW1", "SE1", "SW1", "W1", "WC1", "WC2"];

    /// <summary>True for an area that exists followed by a district it could have: A9, A99, AA9, AA99, A9A or AA9A.</summary>
    public static bool IsOutward(string outward)
    {
        var letters = outward.TakeWhile(char.IsAsciiLetterUpper).Count();
        var area = outward[..letters];
        var district = outward[letters..];
        return Areas.Contains(area) && district switch
        {
            [var digit] => char.IsAsciiDigit(digit) && (digit != '0' || AreasWithDistrictNought.Contains(area)),
            [var first, var second] when char.IsAsciiDigit(second) => first is >= '1' and <= '9',
            [var first, var last] => (area.Length == 1 ? ThirdLetters : FourthLetters).Contains(last)
                && LetteredDistricts.Contains(area + first),
            _ => false,
        };
    }

    /// <summary>True for a digit and two letters that Royal Mail uses there.</summary>
    public static bool IsInward(string inward) =>
        inward is [var digit, var first, var last]
        && char.IsAsciiDigit(digit)
        && InwardLetters.Contains(first)
        && InwardLetters.Contains(last);
}
