using Companion.Workflows.Groups;

namespace Companion.Workflows.Tests.Groups;

public sealed class TellingWordsTests
{
    [Theory]
    [InlineData("Debt advice", "Debt")]
    [InlineData("The carers' cafe", "carers")]
    [InlineData("Carer's coffee", "Carer's")]
    [InlineData("CANCER CHAT", "CANCER")]
    [InlineData("Chat (dementia)", "dementia")]
    [InlineData("Drug-free Friday", "Drug-free")]
    [InlineData("self-harm talk", "self-harm")]
    [InlineData("Mind and body", "Mind")]
    [InlineData("Tea:grief", "grief")]
    [InlineData("Strokes", "Strokes")]
    [InlineData("Hospital Road club", "Hospital")]
    public void A_name_that_tells_is_found_out_by_its_word(string name, string word) => Assert.Equal(word, TellingWords.In(name));

    [Theory]
    [InlineData("Mindy's cafe")]
    [InlineData("Painters")]
    [InlineData("Drinks at Lossie")]
    [InlineData("Supporters of Town FC")]
    [InlineData("Patience and tea")]
    [InlineData("Benedict's table")]
    [InlineData("Tuesday tea")]
    [InlineData("")]
    public void A_word_that_only_begins_so_tells_nothing(string name) => Assert.Null(TellingWords.In(name));

    [Theory]
    [InlineData("12 Hospital Road")]
    [InlineData("Library, Hospital Rd")]
    [InlineData("Old Hospital Lane hall")]
    [InlineData("Mindy's, 3 Mill Street")]
    public void A_place_may_be_in_a_street_that_is_named_so(string place) => Assert.Null(TellingWords.InPlace(place));

    [Theory]
    [InlineData("Mental Health Unit", "Mental")]
    [InlineData("Mental Health Unit, Hospital Road", "Mental")]
    [InlineData("Pain clinic, Hospital Road", "Pain")]
    [InlineData("St Mary's Hospital", "Hospital")]
    [InlineData("Hospital, Road End", "Hospital")]
    [InlineData("Recovery centre", "Recovery")]
    public void A_place_that_says_what_happens_there_is_found_out(string place, string word) => Assert.Equal(word, TellingWords.InPlace(place));
}
