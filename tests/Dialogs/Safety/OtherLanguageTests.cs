using System.Text.Json;
using Companion.Dialogs.Safety;
using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Safety;

public sealed class OtherLanguageTests
{
    private static readonly Listener Listener = new();

    [Theory]
    [InlineData("nie chce juz zyc")]
    [InlineData("Nie chcę już żyć")]
    [InlineData("mój mąż mnie bije, prosze o pomoc")]
    [InlineData("no quiero vivir mas")]
    [InlineData("tengo miedo de mi marido")]
    [InlineData("vreau sa mor, nu mai pot, ajutor")]
    [InlineData("je ne veux plus vivre, aide moi")]
    [InlineData("mujhe madad chahiye")]
    [InlineData("ich will nicht mehr leben")]
    [InlineData("quiero morir")]
    [InlineData("я не хочу жити")]
    [InlineData("لا أريد أن أعيش")]
    [InlineData("我不想活了")]
    [InlineData("ਮੈਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ")]
    public void Words_in_a_language_it_does_not_know_are_asked_about(string words)
    {
        var heard = Listener.Hear(words, []);

        Assert.Equal((Level.Amber, Kind.OtherLanguage), (heard.Level, heard.Kind));
        Assert.Equal("safety.question.language", SafetyWords.Question(heard));
    }

    [Theory]
    [InlineData("Maria de la Cruz")]
    [InlineData("merci")]
    [InlineData("gracias x")]
    [InlineData("my name is Mohammed Hussain, I speak urdu and a bit of english")]
    [InlineData("we went to La Casa for tapas")]
    [InlineData("ta duck, see thee Tuesday")]
    [InlineData("aye nae bother hen")]
    [InlineData("ok lor wat time u comin")]
    [InlineData("7")]
    [InlineData("SW1A 1AA")]
    [InlineData("\u2764\uFE0F\u2764\uFE0F\u2764\uFE0F")]
    public void English_names_and_a_word_of_thanks_are_not(string words) =>
        Assert.DoesNotContain(Listener.Hear(words, []).Hits, hit => hit.Kind == Kind.OtherLanguage);

    [Fact]
    public void No_ordinary_English_message_is_taken_for_another_language() =>
        Assert.DoesNotContain(
            File.ReadLines(Require.Shared("eval", "ordinary.jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!),
            words => Listener.Hear(words, []).Hits.Any(hit => hit.Kind == Kind.OtherLanguage));

    [Fact]
    public void A_line_that_cannot_be_read_is_named() =>
        Assert.Contains("nie jest", Assert.Throws<FormatException>(() => new OtherLanguage("nie jest")).Message, StringComparison.Ordinal);
}
