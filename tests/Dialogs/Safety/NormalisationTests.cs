using Companion.Dialogs.Safety;

namespace Companion.Dialogs.Tests.Safety;

public sealed class NormalisationTests
{
    private static readonly Listener Listener = new();

    [Theory]
    [InlineData("I WANT TO DIE")]
    [InlineData("i  want \n to   die")]
    [InlineData("i wanna die")]
    [InlineData("i want to dieeee")]
    [InlineData("i want to d!e")]
    [InlineData("i want to d1e")]
    [InlineData("i want to d i e")]
    [InlineData("i w a n t t o d i e")]
    [InlineData("iwanttodie")]
    [InlineData("I. Want. To. Die.")]
    [InlineData("i want to... die")]
    [InlineData("i want 2 die")]
    [InlineData("k1ll myself")]
    [InlineData("k!ll my self")]
    [InlineData("k*ll myself")]
    [InlineData("k i l l myself")]
    [InlineData("k.i.l.l myself")]
    [InlineData("killmyself")]
    [InlineData("kil myslef")]
    [InlineData("killing mysen")]
    [InlineData("gonna kms")]
    [InlineData("su1cide")]
    [InlineData("$uicide")]
    [InlineData("s.u.i.c.i.d.a.l")]
    [InlineData("su*cidal")]
    [InlineData("feeling sucidial")]
    [InlineData("suicidle thorts")]
    [InlineData("comitting sucide")]
    [InlineData("unaliving myself")]
    [InlineData("cba living anymore")]
    [InlineData("i don`t want to be here any more")]
    [InlineData("i don’t want to be here anymore")]
    [InlineData("ｉ ｗａｎｔ ｔｏ ｄｉｅ")]
    [InlineData("i want\u200b to di\u200be")]
    [InlineData("i want to die 😭😭😭")]
    [InlineData("took an overdoes")]
    [InlineData("he strangeld me")]
    [InlineData("chest pian cant breath")]
    [InlineData("my dads unconcious")]
    public void However_it_is_typed_it_is_heard(string words) => Assert.True(Listener.Hear(words, []).Level >= Level.Amber, words);

    [Theory]
    [InlineData("strange weather")]
    [InlineData("my skills course")]
    [InlineData("the deadline is friday")]
    [InlineData("i studied there")]
    [InlineData("diet club")]
    [InlineData("a b c d e f")]
    [InlineData("p.s. i love the group")]
    [InlineData("OK!!! see you @ 5")]
    [InlineData("£5 * 3 is £15")]
    public void Ordinary_words_are_left_alone(string words) => Assert.True(Listener.Hear(words, []).Level == Level.None, words);
}
