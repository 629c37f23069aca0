using Companion.Dialogs.Understanding;
using NodaTime;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class DateOfBirthReaderTests
{
    private static readonly LocalDate Today = new(2026, 6, 15);

    [Theory]
    [InlineData("9/11/1948", "1948-11-09")]
    [InlineData("09-11-1948", "1948-11-09")]
    [InlineData("09.11.48", "1948-11-09")]
    [InlineData("9 11 48", "1948-11-09")]
    [InlineData("09 / 11 / 1948", "1948-11-09")]
    [InlineData("9,11,48", "1948-11-09")]
    [InlineData("09111948", "1948-11-09")]
    [InlineData("091148", "1948-11-09")]
    [InlineData("1948-11-09", "1948-11-09")]
    [InlineData("1948/11/9", "1948-11-09")]
    [InlineData("19481109", "1948-11-09")]
    [InlineData("3/4/1971", "1971-04-03")]
    [InlineData("31/12/1999", "1999-12-31")]
    [InlineData("29/02/1952", "1952-02-29")]
    [InlineData("my dob is 9/11/1948 thanks", "1948-11-09")]
    [InlineData("DOB: 09/11/1948.", "1948-11-09")]
    [InlineData("hiya its 9/11/48 love, call after 5", "1948-11-09")]
    [InlineData("9/11/48 10:30 is fine for the call", "1948-11-09")]
    public void A_date_in_figures_is_day_month_year(string words, string expected) => Reads(words, expected);

    [Theory]
    [InlineData("9 November 1948", "1948-11-09")]
    [InlineData("9th november 1948", "1948-11-09")]
    [InlineData("the 9th of November, 1948", "1948-11-09")]
    [InlineData("9th nov '48", "1948-11-09")]
    [InlineData("9 nov 48", "1948-11-09")]
    [InlineData("9nov48", "1948-11-09")]
    [InlineData("9thnov1948", "1948-11-09")]
    [InlineData("9-Nov-1948", "1948-11-09")]
    [InlineData("9/nov/48", "1948-11-09")]
    [InlineData("9 th november 1948", "1948-11-09")]
    [InlineData("November 9th 1948", "1948-11-09")]
    [InlineData("november the 9th, 1948", "1948-11-09")]
    [InlineData("Nov 9 1948", "1948-11-09")]
    [InlineData("1948 November 9", "1948-11-09")]
    [InlineData("i was born on the 2nd of may 1960 in hull", "1960-05-02")]
    [InlineData("ninth of november nineteen forty eight", "1948-11-09")]
    [InlineData("the twenty-first of june nineteen sixty", "1960-06-21")]
    [InlineData("twenty first june sixty", "1960-06-21")]
    [InlineData("thirty first of january nineteen oh nine", "1909-01-31")]
    [InlineData("first of the second nineteen fifty", "1950-02-01")]
    [InlineData("12th of the 3rd 1961", "1961-03-12")]
    [InlineData("4th of july two thousand and one", "2001-07-04")]
    [InlineData("4th of july two thousand", "2000-07-04")]
    [InlineData("5 june nineteen hundred and nine", "1909-06-05")]
    [InlineData("five six seventy", "1970-06-05")]
    public void A_date_in_words_is_read(string words, string expected) => Reads(words, expected);

    [Theory]
    [InlineData("14 Febuary 1955", "1955-02-14")]
    [InlineData("14 feburary 55", "1955-02-14")]
    [InlineData("3rd Septmber 1944", "1944-09-03")]
    [InlineData("3 ocotber 1944", "1944-10-03")]
    [InlineData("3 agust 1944", "1944-08-03")]
    [InlineData("3 apirl 1944", "1944-04-03")]
    [InlineData("3 decmeber 1944", "1944-12-03")]
    [InlineData("O9/11/1948", "1948-11-09")]
    [InlineData("09/1l/1948", "1948-11-09")]
    public void A_slip_in_the_spelling_is_repaired_and_read_back(string words, string expected)
    {
        var reading = DateOfBirthReader.Read(words, Today);
        Assert.Equal(expected, DateOfBirthReader.Format(reading!.Value.Value));
        Assert.Equal(Confidence.Likely, reading.Value.Confidence);
    }

    [Theory]
    [InlineData("6th march 1954 sorry 7th not 6th", "1954-03-07")]
    [InlineData("6th sorry 7th march 1954", "1954-03-07")]
    [InlineData("7th not 6th march 1954", "1954-03-07")]
    [InlineData("6/3/1954 no wait 7/3/1954", "1954-03-07")]
    [InlineData("6/3/1954. oops i meant april", "1954-04-06")]
    [InlineData("6/3/1954 i mean 1953", "1953-03-06")]
    [InlineData("6/3/54 sorry 53", "1953-03-06")]
    [InlineData("not 6/3/54 its 7/3/54", "1954-03-07")]
    [InlineData("31/2/54 sorry 28/2/54", "1954-02-28")]
    public void A_correction_is_followed_and_read_back(string words, string expected)
    {
        var reading = DateOfBirthReader.Read(words, Today);
        Assert.Equal(expected, DateOfBirthReader.Format(reading!.Value.Value));
    }

    [Theory]
    [InlineData("31/02/1954")]
    [InlineData("29/2/1955")]
    [InlineData("31st april 1960")]
    [InlineData("0/0/00")]
    [InlineData("32/1/1960")]
    [InlineData("13/13/1960")]
    public void A_date_the_calendar_does_not_have_is_nothing(string words) => Assert.Null(DateOfBirthReader.Read(words, Today));

    [Theory]
    [InlineData("16/06/2026")]
    [InlineData("1/1/2031")]
    [InlineData("15/06/1906")]
    [InlineData("12/3/1854")]
    [InlineData("12/3/2954")]
    [InlineData("12/3/954")]
    public void A_date_nobody_alive_was_born_on_is_nothing(string words) => Assert.Null(DateOfBirthReader.Read(words, Today));

    [Theory]
    [InlineData("03/25/1954")]
    [InlineData("12/31/1960")]
    [InlineData("5/6/12")]
    [InlineData("9/11/48 or 10/11/48")]
    [InlineData("me 9/11/48 and my wife 2/2/50")]
    [InlineData("6/3/54 sorry 7")]
    [InlineData("1 2 3 54")]
    [InlineData("1/2/3/54")]
    [InlineData("12/3/1954/5")]
    [InlineData("1231954")]
    public void What_is_not_plain_is_asked_again(string words) => Assert.Null(DateOfBirthReader.Read(words, Today));

    [Theory]
    [InlineData("")]
    [InlineData("72")]
    [InlineData("im 72")]
    [InlineData("1954")]
    [InlineData("march 1954")]
    [InlineData("9th november")]
    [InlineData("9/11")]
    [InlineData("why do you need that")]
    [InlineData("i may be able to march on the 3rd")]
    [InlineData("12 march 20 years ago")]
    [InlineData("7 june 10am")]
    [InlineData("07700 900123")]
    [InlineData("999 000 0018")]
    [InlineData("5 5 6 2")]
    public void What_is_no_date_is_nothing(string words) => Assert.Null(DateOfBirthReader.Read(words, Today));

    [Theory]
    [InlineData("1/1/26", 2026)]
    [InlineData("1/7/26", 1926)]
    [InlineData("1/1/27", 1927)]
    [InlineData("1/1/08", 2008)]
    [InlineData("1/1/70", 1970)]
    public void Two_figures_mean_the_century_that_an_adult_can_be_born_in(string words, int year)
    {
        if (year == 2026)
        {
            Assert.Null(DateOfBirthReader.Read(words, Today)); // a baby, or somebody of a hundred
        }
        else
        {
            Reads(words, $"{year}-{words.Split('/')[1].PadLeft(2, '0')}-01");
        }
    }

    [Fact]
    public void The_evidence_is_the_persons_own_words()
    {
        var reading = DateOfBirthReader.Read("Hello it's the 9th of Nov '48 ok?", Today);
        Assert.Equal("9th of Nov '48", reading!.Value.Words);
    }

    private static void Reads(string words, string expected)
    {
        var reading = DateOfBirthReader.Read(words, Today);
        Assert.NotNull(reading);
        Assert.Equal(expected, DateOfBirthReader.Format(reading.Value.Value));
    }
}
