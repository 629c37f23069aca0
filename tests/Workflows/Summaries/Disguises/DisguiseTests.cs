using Companion.Workflows.Summaries.Disguises;

namespace Companion.Workflows.Tests.Summaries.Disguises;

/// <summary>What tells who somebody is never leaves, however it is written; what a note is about stays to be read.</summary>
public sealed class DisguiseTests
{
    private static readonly string[] Known =
    [
        "Margaret Okafor", "Margaret", "Okafor", "Zoë Bell", "+447700900123", "9990000018", "1947-03-12", "12 Oak Lane, Wythenshawe, M22 4AB", "anna@example.org",
    ];

    [Theory]
    [InlineData("hi its margaret okafor here", "margaret", "okafor")]
    [InlineData("MARGARET SPEAKING", "margaret")]
    [InlineData("this is Maggie, Margarets neighbour calls me Peggy", "maggie", "peggy", "margaret")]
    [InlineData("m a r g a r e t or mar-garet or MargaretOkafor or margret", "m a r g", "mar-g", "margret")]
    [InlineData("zoe came round, Zoë's lovely", "zoe", "zoë")]
    [InlineData("ring me on 07700 900123 or +44 7700 900 123 or 0 7 7 0 0 9 0 0 1 2 3", "900123", "900 123", "9 0 0")]
    [InlineData("oh seven seven double oh nine double oh one two three thats my number", "double oh")]
    [InlineData("my nhs no is 999 000 0018", "0018")]
    [InlineData("born 12/3/47, 12th of March 1947, 12-03-1947, 12 mar, march the 12th", "47", "12")]
    [InlineData("i was born twelfth of march nineteen forty seven", "twelfth", "seven")]
    [InlineData("im at 12 oak lane, m22 4ab in wythenshawe", "oak", "4ab", "wythenshawe")]
    [InlineData("we live at 7 Station Road now", "station")]
    [InlineData("mail ANNA@EXAMPLE.ORG or anna at example dot org or see www.anna.example.org/me or @anna_b", "anna", "example")]
    [InlineData("My son Darius and his mate Kowalczyk drink at The Crown", "darius", "kowalczyk", "crown")]
    [InlineData("Dave hits me when he is drunk", "dave")]
    [InlineData("Kowalski hits me when he is drunk", "kowalski")]
    [InlineData("my husband darren left and my son daz is in stockport", "darren", "daz", "stockport")]
    [InlineData("DAVE KEEPS SHOUTING AT KEELEY", "dave", "keeley")]
    [InlineData("My Daughter Aaliyah Does Not Talk To Me Any More", "aaliyah")]
    [InlineData("my ni number is QQ 12 34 56 C and the sort code 08-99-99", "34", "99")]
    [InlineData("my daughter April stopped calling", "april")]
    [InlineData("أنا من دمشق and i feel alone", "دمشق")]
    public void What_tells_who_somebody_is_does_not_stand_in_the_words_that_leave(string words, params string[] gone)
    {
        var hidden = new Disguise(Known).Hide(words);
        var rest = Disguise.Worn().Replace(hidden, " ");

        Assert.All(gone, one => Assert.DoesNotContain(one, rest, StringComparison.OrdinalIgnoreCase));
        Assert.False(LeakGuard.Leaks([hidden], Known), hidden);
    }

    [Theory]
    [InlineData("I feel lonely since my husband died. Struggling with the rent and PIP was stopped")]
    [InlineData("i said 3 for happy and 8 for anxious, 7 8 6 5 4 3 2")]
    [InlineData("Can we meet on Tuesday 3 March at 10:30? My GP said so")]
    [InlineData("Will you ring me? May I bring my sister. I'd like an Urdu interpreter")]
    [InlineData("I AM SO ALONE SINCE SHE DIED")]
    [InlineData("8")]
    [InlineData("I owe 1,200 pounds, 45 a week for the gas")]
    [InlineData("")]
    public void What_a_note_is_about_stays_to_be_read(string words) => Assert.Equal(words, new Disguise(Known).Hide(words));

    [Fact]
    public void One_person_keeps_one_number_and_each_way_of_writing_comes_back_as_it_stood()
    {
        var disguise = new Disguise(Known);

        Assert.Equal("i am [PERSON 1]", disguise.Hide("i am Margaret Okafor"));
        Assert.Equal("[PERSON 1.2] again, [PERSON 1.3]'s phone", disguise.Hide("margaret again, Maggie's phone"));
        Assert.Equal("Maggie told margaret", disguise.PutBack("[PERSON 1.3] told [PERSON 1.2]"));
    }

    [Fact]
    public void A_placeholder_that_was_never_given_stays_and_is_found()
    {
        var disguise = new Disguise(Known);
        disguise.Hide("i am Margaret");

        Assert.Equal("[PERSON 9] is lonely", disguise.PutBack("[PERSON 9] is lonely"));
        Assert.All(
            ["[PERSON 9] is lonely", "PERSON 1 is lonely", "Person 1 is lonely", "[person 1] is lonely", "(NAME 2)", "[PERSON_1]", "{PLACE 3}"],
            sentence => Assert.NotNull(Disguise.FirstLeft(disguise.PutBack(sentence))));
        Assert.All(["They met a person.", "He gave 1 date.", "She scored 3."], sentence => Assert.Null(Disguise.FirstLeft(sentence)));
    }

    // Somebody who writes "[PERSON 1]" means nobody of ours.
    [Fact]
    public void What_looks_like_a_placeholder_in_a_message_is_hidden_like_a_name()
    {
        var disguise = new Disguise(Known);
        var hidden = disguise.Hide("Margaret says [PERSON 1] and [PERSON 2] and PERSON 3");

        Assert.Equal("[PERSON 1] says [TEXT 1] and [TEXT 2] and [TEXT 3]", hidden);
        Assert.Equal("Margaret says [PERSON 1] and [PERSON 2] and PERSON 3", disguise.PutBack(hidden));
    }

    [Theory]
    [InlineData("Margaret is here")]
    [InlineData("07700 900123")]
    [InlineData("anna@example.org")]
    [InlineData("she lives at 12 Oak Lane, Wythenshawe, M22 4AB")]
    [InlineData("1947-03-12")]
    [InlineData("it is Okafor")]
    public void The_guard_finds_what_a_mistake_would_have_left(string words) => Assert.True(LeakGuard.Leaks(["nothing here", words], Known));
}
