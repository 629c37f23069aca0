using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using NodaTime;

namespace Companion.Workflows.Tests.Safety;

/// <summary>After abuse the wrong person may be reading: silence until a person has made contact.</summary>
public sealed class UnsafeToTextTests
{
    private const string Abuse = "my husband hits me";

    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2")]
    [InlineData("no")]
    [InlineData("who is this??")]
    public async Task Anything_but_a_clear_yes_is_silence_even_when_danger_is_heard_again(string words)
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);
        await rig.Text(words);
        var sent = rig.SentTo(Rig.Anna).Count;

        await rig.Text("he says he will kill me");
        await rig.Pass(Duration.FromHours(1));

        Assert.Equal(sent, rig.SentTo(Rig.Anna).Count);
        Assert.Equal(AddressTrouble.UnsafeToText, (await Address(rig)).Trouble);
        Assert.Equal(2, Assert.Single(await rig.All<HandOff>()).Alarms);
        Assert.Contains(await rig.All<StaffTask>(), task => task.Kind == "Phone");
    }

    [Fact]
    public async Task Who_clears_it_can_say_that_texting_is_safe_again()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);
        await rig.Text("2");

        await Clear(rig, safe: true);
        await rig.Text("hello");

        Assert.Null((await Address(rig)).Trouble);
        Assert.StartsWith("Hello, this is", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cleared_without_a_word_about_it_the_number_stays_unsafe()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);
        await rig.Text("2");
        var sent = rig.SentTo(Rig.Anna).Count;

        await Clear(rig, safe: false);
        await rig.Text("hello");
        await rig.Pass(Duration.FromHours(1));

        Assert.Equal(sent, rig.SentTo(Rig.Anna).Count);
        Assert.Equal(AddressTrouble.UnsafeToText, (await Address(rig)).Trouble);
    }

    [Fact]
    public async Task After_it_is_cleared_ordinary_words_are_no_answer_to_whether_it_is_safe()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);

        await Clear(rig, safe: false);
        await rig.Text("who is this??");

        Assert.Null((await Address(rig)).Trouble);
        Assert.StartsWith("Hello, this is", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    private static async Task<Address> Address(Rig rig) => (await rig.All<Address>()).Single(address => address.Value == Rig.Anna);

    private static async Task Clear(Rig rig, bool safe) => await rig.Part<ClearHandOff>().Handle(
        (await rig.All<HandOff>()).Single(handOff => handOff.ClearedAt is null).Id, new Clearing("Sam", "spoke with her", safe), Cancel);
}
