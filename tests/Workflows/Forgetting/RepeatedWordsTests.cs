using Companion.Workflows.Forgetting;

namespace Companion.Workflows.Tests.Forgetting;

public sealed class RepeatedWordsTests
{
    [Theory]
    [InlineData("I can't sleep since Quentin left", "They wrote: \"I can’t sleep since QUENTIN left.\"", "They wrote: \"[forgotten].\"")]
    [InlineData("I can't sleep since Quentin left", "cant sleep since quentin, he said", "[forgotten], he said")]
    [InlineData("I can't sleep since Quentin left", "She sleeps since Quentin went", "She sleeps since Quentin went")]
    [InlineData("methadone", "On Methadone; methadone daily", "On [forgotten]; [forgotten] daily")]
    [InlineData("methadone", "methadones", "methadones")]
    [InlineData("one two three four five six", "one two three four and three four five six", "[forgotten] and [forgotten]")]
    [InlineData("one two three four five six", "one two three four five six seven", "[forgotten] seven")]
    [InlineData("日本語で話す", "日本語で話す。", "[forgotten]。")]
    [InlineData("😢😢", "😢😢 again", "[forgotten] again")]
    [InlineData("yes", "yes, they agreed", "yes, they agreed")]
    [InlineData("7", "Score: 7", "Score: 7")]
    [InlineData("ok thanks", "ok thanks", "ok thanks")]
    [InlineData("", "anything", "anything")]
    [InlineData("HIV", "hiv clinic", "[forgotten] clinic")]
    public void Words_are_taken_out_where_they_are_repeated_and_nowhere_else(string words, string text, string left) =>
        Assert.Equal(left, new RepeatedWords(words).Without(text));

    [Fact]
    public void Wholly_only_all_of_them_count()
    {
        var words = new RepeatedWords("They live alone with a dog", wholly: true);
        Assert.Equal("They live alone with a cat", words.Without("They live alone with a cat"));
        Assert.Equal("[forgotten].", words.Without("They live alone with a dog."));
    }
}
