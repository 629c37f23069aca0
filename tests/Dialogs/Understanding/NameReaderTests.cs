using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class NameReaderTests
{
    [Theory]
    [InlineData("Ann Lee", "Ann", "Lee")]
    [InlineData("my name is ann lee", "Ann", "Lee")]
    [InlineData("Hi, I'm Ann Lee", "Ann", "Lee")]
    [InlineData("its ann lee x", "Ann", "Lee")]
    [InlineData("This is Ann Lee.", "Ann", "Lee")]
    [InlineData("yes its ANN LEE thanks", "Ann", "Lee")]
    [InlineData("Name: Ann Lee", "Ann", "Lee")]
    [InlineData("ann lee here", "Ann", "Lee")]
    [InlineData("Ann Lee, 12/3/54", "Ann", "Lee")]
    [InlineData("Lee, Ann", "Ann", "Lee")]
    [InlineData("first name ann surname lee", "Ann", "Lee")]
    [InlineData("surname is Lee, first name is Ann", "Ann", "Lee")]
    [InlineData("patrick o'brien", "Patrick", "O'Brien")]
    [InlineData("PATRICK O\u2019BRIEN", "Patrick", "O'Brien")]
    [InlineData("ronald mcdonald", "Ronald", "McDonald")]
    [InlineData("RONALD MCDONALD", "Ronald", "McDonald")]
    [InlineData("jan van der berg", "Jan", "van der Berg")]
    [InlineData("Jan Van Der Berg", "Jan", "Van Der Berg")]
    [InlineData("anne-marie smith-jones", "Anne-Marie", "Smith-Jones")]
    [InlineData("Mary Jane Watson", "Mary Jane", "Watson")]
    [InlineData("J. Smith", "J", "Smith")]
    [InlineData("ren\u00E9e d'souza", "Ren\u00E9e", "D'Souza")]
    [InlineData("Zo\u00EB \u0141ukasz", "Zo\u00EB", "\u0141ukasz")]
    [InlineData("DeShawn MacDonald", "DeShawn", "MacDonald")]
    [InlineData("Will May", "Will", "May")]
    [InlineData("Grace Young", "Grace", "Young")]
    [InlineData("mohammed al hassan", "Mohammed", "al Hassan")]
    [InlineData("my mums name is Joan Bright", "Joan", "Bright")]
    [InlineData("SAM HILL.", "Sam", "Hill")]
    [InlineData("Mrs Ann-Marie O'Brien", "Ann-Marie", "O'Brien")]
    [InlineData("Maria de Souza", "Maria", "de Souza")]
    [InlineData("Sam David Hill", "Sam David", "Hill")]
    [InlineData("Zo\u00EB McDonald", "Zo\u00EB", "McDonald")]
    [InlineData("Sam Hill, dob", "Sam", "Hill")]
    [InlineData("Sam Hill, my date of birth is", "Sam", "Hill")]
    [InlineData("Sam Hill. Born on", "Sam", "Hill")]
    [InlineData("Sam Hill his dob", "Sam", "Hill")]
    [InlineData("Sam Hill birthday", "Sam", "Hill")]
    [InlineData("dob  Sam Hill", "Sam", "Hill")]
    [InlineData("mum Jane Hill", "Jane", "Hill")]
    [InlineData("her name Ann Lee", "Ann", "Lee")]
    [InlineData("patients name Ann Lee", "Ann", "Lee")]
    [InlineData("Smith, Ann Marie", "Ann Marie", "Smith")]
    [InlineData("Doris Day", "Doris", "Day")]
    [InlineData("courtney love", "Courtney", "Love")]
    [InlineData("Guy Smith", "Guy", "Smith")]
    [InlineData("K Smith", "K", "Smith")]
    [InlineData("Happy Singh", "Happy", "Singh")]
    public void First_and_last_name_are_told_apart(string words, string given, string family)
    {
        var name = NameReader.Read(words)?.Value;
        Assert.Equal(given, name?.Given);
        Assert.Equal(family, name?.Family);
    }

    [Theory]
    [InlineData("Mrs Ann Lee", "Mrs", "Ann")]
    [InlineData("dr. ann lee", "Dr", "Ann")]
    [InlineData("im Mr John Smith", "Mr", "John")]
    [InlineData("mrs patel", "Mrs", "Patel")]
    public void A_title_is_kept_apart(string words, string title, string given)
    {
        var name = NameReader.Read(words)?.Value;
        Assert.Equal(title, name?.Title);
        Assert.Equal(given, name?.Given);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("im ann")]
    [InlineData("Ann.")]
    [InlineData("call me ann")]
    public void One_name_is_taken_but_asked_about(string words)
    {
        var reading = NameReader.Read(words);
        Assert.Equal("Ann", reading?.Value.Given);
        Assert.Null(reading?.Value.Family);
        Assert.Equal(Confidence.Likely, reading?.Confidence);
    }

    [Theory]
    [InlineData("Elizabeth Lee but everyone calls me Bet", "Elizabeth", "Bet")]
    [InlineData("my name is elizabeth lee, known as bet", "Elizabeth", "Bet")]
    [InlineData("Elizabeth Lee, I prefer Bet", "Elizabeth", "Bet")]
    [InlineData("everyone calls me Bet", "Bet", null)]
    public void What_they_are_called_is_kept(string words, string given, string? preferred)
    {
        var name = NameReader.Read(words)?.Value;
        Assert.Equal(given, name?.Given);
        Assert.Equal(preferred, name?.Preferred);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("why do you need that")]
    [InlineData("why do you need my name?")]
    [InlineData("Ann Lee?")]
    [InlineData("id rather not say")]
    [InlineData("im not telling you")]
    [InlineData("im lonely")]
    [InlineData("im her carer")]
    [InlineData("Ann & Bob Smith")]
    [InlineData("Ann Smith/Bob Smith")]
    [InlineData("Ann Smith, Bob Smith")]
    [InlineData("n/a")]
    [InlineData("jog on")]
    [InlineData("I refuse")]
    [InlineData("x")]
    [InlineData("Sam Hill 07700 900123")]
    [InlineData("happy birthday")]
    [InlineData("my best")]
    [InlineData("fuck off")]
    [InlineData("72")]
    [InlineData("07700 900123")]
    [InlineData("12/03/1954")]
    [InlineData("M1 4AB")]
    [InlineData("xxxx")]
    [InlineData("John's wife")]
    [InlineData("Mr and Mrs Smith")]
    [InlineData("John Smith and Mary Smith")]
    [InlineData("what is this about")]
    [InlineData("i need help with my housing please")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("STOP")]
    [InlineData("hello")]
    public void What_is_no_name_is_nothing(string words) => Assert.Null(NameReader.Read(words));

    [Fact]
    public void Two_plain_words_are_clear_and_quoted()
    {
        var reading = NameReader.Read("hiya my name is ann o'neill thanks");
        Assert.Equal(Confidence.Clear, reading?.Confidence);
        Assert.Equal("ann o'neill", reading?.Words);
        Assert.Equal("Ann O'Neill", reading?.Value.Full);
    }

    [Fact]
    public void A_name_does_not_print_itself() => Assert.Equal("a name", NameReader.Read("Ann Lee")!.Value.Value.ToString());
}
