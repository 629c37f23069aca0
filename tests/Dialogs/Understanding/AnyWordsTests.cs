using System.Text;
using Companion.Dialogs.Understanding;
using FsCheck;
using FsCheck.Fluent;

namespace Companion.Dialogs.Tests.Understanding;

public sealed class AnyWordsTests
{
    private static readonly string[] Scraps = ["stop", "yes", "7", "/", "10", " ", "or", "can't", "\ud83d", "\udc4d", "👍🏽", "\0", "\n", "½", "7½",
        "-", "1:7", "out of", "sorry", "é", "\u0300", "7.5", "%", "cancel", "reschedule to", "tuesday", "don't", "٣", "𝟕", "no", "'", "q2", "."];

    [Fact]
    public void No_words_make_a_reader_throw() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(Words().ToArbitrary(), ReadEverything));

    [Theory]
    [InlineData("7")]
    [InlineData("stop . ")]
    [InlineData("7/")]
    [InlineData("sorry 5 i mean 6 ")]
    [InlineData("i do not want any more of these ")]
    [InlineData("on a scale from ")]
    [InlineData("!")]
    [InlineData("\ud83d")]
    [InlineData("cancle ")]
    [InlineData("call me at ")]
    public void A_very_long_text_is_read_to_its_end(string scrap) =>
        ReadEverything(new StringBuilder().Insert(0, scrap, 100_000 / scrap.Length).ToString());

    private static Gen<string> Words() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(Scraps).ListOf().Select(scraps => string.Join(' ', scraps)),
        Gen.Elements(Scraps).ListOf().Select(string.Concat),
        Gen.Choose(0, char.MaxValue).Select(letter => (char)letter).ListOf().Select(letters => string.Concat(letters)));

    private static void ReadEverything(string words)
    {
        Assert.NotNull(ScoreReader.Read(words).Value);
        Assert.NotNull(ScoreReader.Read(words, asked: 4).Value);
        Assert.True(Enum.IsDefined(ConfirmReader.Read(words).Value));
        Assert.NotEqual("", ConsentReader.Read(words)?.Words);
    }
}
