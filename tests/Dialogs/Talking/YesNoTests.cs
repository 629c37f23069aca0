using Companion.Dialogs.Talking;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Tests.Talking;

public sealed class YesNoTests
{
    [Theory]
    [InlineData("y")]
    [InlineData("Yes please")]
    [InlineData("yep that's right")]
    [InlineData("ok")]
    [InlineData("\U0001F44D")]
    [InlineData("Yes I do.")]
    [InlineData("of course")]
    public void A_yes_is_a_yes(string words) => Assert.True(YesNo.Read(Plain.Of(words)));

    [Theory]
    [InlineData("n")]
    [InlineData("No thanks")]
    [InlineData("nope, not at all")]
    [InlineData("no I don't")]
    [InlineData("not really")]
    public void A_no_is_a_no(string words) => Assert.False(YesNo.Read(Plain.Of(words)));

    [Theory]
    [InlineData("")]
    [InlineData("yes but not always")]
    [InlineData("no but sometimes")]
    [InlineData("yes no")]
    [InlineData("maybe")]
    [InlineData("Noah Hill")]
    [InlineData("12 March 1954")]
    public void Anything_else_is_neither(string words) => Assert.Null(YesNo.Read(Plain.Of(words)));
}
