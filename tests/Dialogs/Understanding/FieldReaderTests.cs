using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class FieldReaderTests
{
    private static readonly LocalDate Today = new(2026, 6, 15);

    [Theory]
    [InlineData("its LS6 3HN love", "LS6 3HN")]
    [InlineData("ls63hn", "LS6 3HN")]
    [InlineData("My postcode is Ls6 3hN, Leeds", "LS6 3HN")]
    [InlineData("LS6-3HN", "LS6 3HN")]
    [InlineData("LS6 3 HN", "LS6 3HN")]
    [InlineData("b d 1 1 h u", "BD1 1HU")]
    [InlineData("flat 2, 14 cardigan road leeds ls6 3hn", "LS6 3HN")]
    [InlineData("(W1A 0AX)", "W1A 0AX")]
    [InlineData("ec1a1bb", "EC1A 1BB")]
    [InlineData("1 high st E1 6AN", "E1 6AN")]
    [InlineData("zz99 3cz", "ZZ99 3CZ")]
    [InlineData("M1 4TH", "M1 4TH")]
    [InlineData("moved from LS6 3HN to BD1 1HU", "BD1 1HU")]
    [InlineData("LS6 3HN sorry BD1 1HU", "BD1 1HU")]
    [InlineData("not LS6 3HN, it is BD1 1HU", "BD1 1HU")]
    [InlineData("LS6 3HN that is LS63HN", "LS6 3HN")]
    [InlineData("i used to be at LS6 3HN. BD1 1HU", "BD1 1HU")]
    public void A_postcode_is_found_in_what_people_write(string words, string expected) =>
        Assert.Equal(expected, FieldReader.Read("postcode", words, Today)?.Value);

    [Theory]
    [InlineData("LS6 3HN or BD1 1HU")]
    [InlineData("LS6 3HN and my mum BD1 1HU")]
    [InlineData("LS6")]
    [InlineData("i live in SW1A")]
    [InlineData("Leeds")]
    [InlineData("LS6 3H")]
    [InlineData("LS6 3HNX")]
    [InlineData("QS6 3HN")]
    [InlineData("LS6 3CN")]
    [InlineData("12345")]
    [InlineData("dont know it")]
    [InlineData("call me at 5 to 6 please")]
    [InlineData("flat above E1 1st floor")]
    [InlineData("me and my dad 2 1st time")]
    [InlineData("")]
    public void What_is_no_single_whole_postcode_is_nothing(string words) => Assert.Null(FieldReader.Read("postcode", words, Today));

    [Theory]
    [InlineData("LS6 OHN", "LS6 0HN")]
    [InlineData("0X1 2JD", "OX1 2JD")]
    [InlineData("MI 4AB", "M1 4AB")]
    [InlineData("L1 IAB", "L1 1AB")]
    [InlineData("SWIA 1AA", "SW1A 1AA")]
    [InlineData("c01 1aa", "CO1 1AA")]
    [InlineData("1g1 1aa", "IG1 1AA")]
    public void Letters_and_figures_are_exchanged_only_where_the_position_decides_and_read_back(string words, string expected)
    {
        var reading = FieldReader.Read("postcode", words, Today);
        Assert.Equal(expected, reading?.Value);
        Assert.Equal(Confidence.Likely, reading?.Confidence);
    }

    [Theory]
    [InlineData("my number is 07700 900456", "+447700900456")]
    [InlineData("07700900456 after 5pm please", "+447700900456")]
    [InlineData("its +44 (0) 7700 900 456", "+447700900456")]
    [InlineData("0044 7700 900456", "+447700900456")]
    [InlineData("447700900456", "+447700900456")]
    [InlineData("07700.900.456", "+447700900456")]
    [InlineData("(07700) 900-456", "+447700900456")]
    [InlineData("0 7 7 0 0 9 0 0 4 5 6", "+447700900456")]
    [InlineData("07700 900456. thanks", "+447700900456")]
    [InlineData("mob:07700900456", "+447700900456")]
    [InlineData("oh double seven oh oh nine double oh four five six", "+447700900456")]
    [InlineData("zero seven seven zero zero nine hundred four five six", "+447700900456")]
    [InlineData("home 01632 960123 mobile 07700 900456", "+447700900456")]
    [InlineData("07700 900456\n01632 960123", "+447700900456")]
    [InlineData("O77OO 9OO456", "+447700900456")]
    [InlineData("old number was 07700 900111, use 07700 900456", "+447700900456")]
    [InlineData("07700900111 sorry 07700900456", "+447700900456")]
    [InlineData("07624 123456", "+447624123456")]
    public void A_mobile_is_found_in_what_people_write(string words, string expected) =>
        Assert.Equal(expected, FieldReader.Read("mobile", words, Today)?.Value);

    [Theory]
    [InlineData("01632 960123")]
    [InlineData("020 7946 0000")]
    [InlineData("07012 345678")]
    [InlineData("07600 123456")]
    [InlineData("0770 090045")]
    [InlineData("07700 9004567")]
    [InlineData("077009004")]
    [InlineData("07700900456 or 07700900457")]
    [InlineData("07700900456 07700900457")]
    [InlineData("07700 900456 3")]
    [InlineData("85258")]
    [InlineData("999")]
    [InlineData("the one im texting from")]
    [InlineData("not 07700 900456")]
    [InlineData("999 000 0018")]
    [InlineData("+1 202 555 0143")]
    [InlineData("")]
    public void What_is_no_single_mobile_is_nothing(string words) => Assert.Null(FieldReader.Read("mobile", words, Today));

    [Fact]
    public void Letters_for_noughts_are_only_likely() =>
        Assert.Equal(Confidence.Likely, FieldReader.Read("mobile", "O7700 900456", Today)?.Confidence);

    [Fact]
    public void A_landline_is_a_telephone_number_though_no_mobile()
    {
        var reading = PhoneReader.Read("ring my home phone 01632 960123 pls");
        Assert.Equal("+441632960123", reading?.Value.E164);
        Assert.False(reading?.Value.CanBeTexted);
    }

    [Theory]
    [InlineData("999 000 0018", "9990000018")]
    [InlineData("NHS no 9990000026", "9990000026")]
    [InlineData("999-000-0034 i think", "9990000034")]
    [InlineData("its 99 90 00 00 42", "9990000042")]
    [InlineData("nine nine nine zero zero zero zero zero five zero", "9990000050")]
    [InlineData("triple nine double oh double oh oh six nine", "9990000069")]
    [InlineData("999 OOO 0077", "9990000077")]
    [InlineData("my number on the letter is 999.000.0085", "9990000085")]
    [InlineData("mobile 07700900123 nhs 999 000 0093", "9990000093")]
    [InlineData("999 000 0019 sorry 999 000 0018", "9990000018")]
    [InlineData("999 000 0107 no wait 999 000 0115", "9990000115")]
    public void An_NHS_number_is_found_in_what_people_write(string words, string expected) =>
        Assert.Equal(expected, FieldReader.Read("nhs_number", words, Today)?.Value);

    [Theory]
    [InlineData("999 123 4567")]
    [InlineData("999 000 0019")]
    [InlineData("999 000 001")]
    [InlineData("999 000 00181")]
    [InlineData("07700 900123")]
    [InlineData("999 000 0018 or 999 000 0026")]
    [InlineData("0000000000")]
    [InlineData("QQ123456C")]
    [InlineData("dont have it on me")]
    [InlineData("12/03/1954")]
    [InlineData("")]
    public void What_does_not_check_is_no_NHS_number(string words) => Assert.Null(FieldReader.Read("nhs_number", words, Today));

    [Fact]
    public void A_field_that_does_not_exist_is_named()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => FieldReader.Read("shoe size", "9", Today));
        Assert.Contains("dob, postcode, mobile, nhs_number", error.Message);
    }
}
