using Companion.Dialogs.Understanding;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class ReaderProperties
{
    private static readonly LocalDate Today = new(2026, 6, 15);
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    /// <summary>Bits that readers look for, strung together at random, find more than random letters do.</summary>
    private static readonly Gen<string> Scraps = Gen.Elements(
        "12", "3", "1954", "54", "march", "Mrach", "th", "of", "the", "/", "-", ".", ",", " ", " ", " ", "'", "sorry", "not", "07700", "900123", "+44",
        "(0)", "double", "oh", "seven", "nine", "hundred", "O", "999", "0018", "M1", "4AB", "SW1A", "OAA", "l", "i", "nineteen", "fifty", "\n", "\uD83D",
        "\u0000", "\u200B", "name is", "Ann", "O'", "von", "surname", "calls me", "lonely", "skint", "no", "dont", "\uFF11", "1\uFE0F\u20E3", "?");

    private static readonly Gen<string> Texts =
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            Gen.ArrayOf(Scraps).Select(scraps => string.Concat(scraps)));

    [Fact]
    public void No_words_make_a_reader_throw() =>
        Check(Prop.ForAll(Texts.ToArbitrary(), words =>
        {
            ReadEverything(words);
            return true;
        }));

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1/")]
    [InlineData("12/3/54 ")]
    [InlineData("(")]
    [InlineData("07700900123 ")]
    [InlineData("double seven ")]
    [InlineData("M1 ")]
    [InlineData("o1")]
    [InlineData("march ")]
    [InlineData("6th sorry ")]
    [InlineData("ann-")]
    [InlineData("name is ")]
    [InlineData("dont want to get ")]
    [InlineData("drinking water ")]
    [InlineData("qwertyuiop ")]
    public void A_very_long_text_is_read_to_its_end(string scrap) =>
        ReadEverything(string.Concat(Enumerable.Repeat(scrap, 40_000 / scrap.Length)));

    [Fact]
    public void What_is_read_is_quoted_from_the_words() =>
        Check(Prop.ForAll(Texts.ToArbitrary(), words =>
            FieldReader.Fields.Select(field => FieldReader.Read(field, words, Today)?.Words)
                .Append(NameReader.Read(words)?.Words)
                .Concat(NeedsReader.Read(words).Select(need => (string?)need.Words))
                .All(quote => quote is null || words.Contains(quote, StringComparison.Ordinal))));

    [Fact]
    public void A_date_of_birth_is_read_back_however_it_is_written() =>
        Check(Prop.ForAll(Dates().ToArbitrary(), date =>
            DateForms(date).All(form => FieldReader.Read("dob", form, Today)?.Value == DateOfBirthReader.Format(date))));

    [Fact]
    public void A_UK_mobile_is_read_back_however_it_is_written() =>
        Check(Prop.ForAll(Gen.Choose(0, 999).ToArbitrary(), last =>
            new[] { "07700 900{0}", "07700900{0}", "+447700900{0}", "0044 7700 900 {0}", "it's (07700) 900-{0} thanks", "+44 (0)7700 900{0}" }
                .Select(form => string.Format(form, last.ToString("000")))
                .All(form => FieldReader.Read("mobile", form, Today)?.Value == $"+447700900{last:000}")));

    [Fact]
    public void An_NHS_number_is_read_back_and_no_single_slip_passes() =>
        Check(Prop.ForAll(NhsNumbers().ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (number, place, by) =>
        {
            var slip = number.Value.ToCharArray();
            slip[place] = (char)('0' + ((slip[place] - '0' + by) % 10));
            return FieldReader.Read("nhs_number", $"its {number.Display} ok", Today)?.Value == number.Value
                && FieldReader.Read("nhs_number", new string(slip), Today) is null;
        }));

    [Fact]
    public void A_postcode_is_read_back_however_it_is_written() =>
        Check(Prop.ForAll(Postcodes().ToArbitrary(), postcode =>
            new[] { postcode.Value, postcode.Value.ToLowerInvariant(), postcode.Value.Replace(" ", ""), $"I live at {postcode.Value}, Leeds" }
                .All(form => FieldReader.Read("postcode", form, Today)?.Value == postcode.Value)));

    private static void ReadEverything(string words)
    {
        foreach (var field in FieldReader.Fields)
        {
            FieldReader.Read(field, words, Today);
        }

        PhoneReader.Read(words);
        NameReader.Read(words);
        NeedsReader.Read(words);
    }

    private static void Check(Property property) => property.Check(Runs);

    private static Gen<LocalDate> Dates() =>
        Gen.Choose(0, 365 * 100).Select(days => Today.PlusDays(-days));

    private static IEnumerable<string> DateForms(LocalDate date)
    {
        var month = date.ToString("MMMM", null);
        yield return $"{date.Day}/{date.Month}/{date.Year}";
        yield return $"{date.Day:00}.{date.Month:00}.{date.Year}";
        yield return $"{date.Day:00}{date.Month:00}{date.Year}";
        yield return DateOfBirthReader.Format(date);
        yield return $"{date.Day} {month} {date.Year}";
        yield return $"the {date.Day}th of {month.ToLowerInvariant()} {date.Year} it is";
        yield return $"{month[..3]} {date.Day} {date.Year}";
    }

    private static Gen<NhsNumber> NhsNumbers() =>
        Gen.Choose(0, 999_999)
            .Select(stem => Enumerable.Range(0, 10).Select(digit => $"999{stem:000000}{digit}").FirstOrDefault(text => NhsNumber.TryParse(text, out _)))
            .Where(text => text is not null)
            .Select(text => NhsNumber.Parse(text!));

    private static Gen<Postcode> Postcodes() =>
        from outward in Gen.Elements("M1", "LS6", "B33", "CR0", "BS10", "W1A", "EC1A", "SW1A", "E1W", "OX1", "IG11", "PO1", "ZE2")
        from digit in Gen.Choose(0, 9)
        from one in Gen.Elements("ABDEFGHJLNPQRSTUWXYZ".ToCharArray())
        from other in Gen.Elements("ABDEFGHJLNPQRSTUWXYZ".ToCharArray())
        select Postcode.Parse($"{outward} {digit}{one}{other}");
}
