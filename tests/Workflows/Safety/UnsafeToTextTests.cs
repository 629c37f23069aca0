using Companion.Workflows.Consent;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Tests.Safety;

/// <summary>After abuse the wrong person may be reading: silence until a person has made contact.</summary>
public sealed class UnsafeToTextTests
{
    private const string Abuse = "my husband hits me";
    private const string AskSafe = "Is it safe to text you?";

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
    public async Task Cleared_as_safe_ordinary_words_are_no_answer_to_whether_it_is_safe()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);

        await Clear(rig, safe: true);
        await rig.Text("who is this??");

        Assert.Null((await Address(rig)).Trouble);
        Assert.StartsWith("Hello, this is", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cleared_without_her_answer_and_without_the_tick_the_number_is_unsafe()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text("hello");
        await rig.Text(Abuse);
        var sent = rig.SentTo(Rig.Anna).Count;

        await Clear(rig, safe: false);
        await rig.Text("who is this??");
        await rig.Pass(Duration.FromHours(72));

        Assert.Equal(sent, rig.SentTo(Rig.Anna).Count);
        Assert.Equal(AddressTrouble.UnsafeToText, (await Address(rig)).Trouble);
        Assert.Single(await rig.All<HandOffEvent>(), e => e.Kind == "UnsafeToText");
    }

    [Fact]
    public async Task Her_own_yes_outlasts_the_flag()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);
        await rig.Text("1");

        await Clear(rig, safe: false);
        await rig.Text("hello");

        Assert.StartsWith("Hello, this is", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public async Task Abuse_heard_under_another_flag_asks_whether_it_is_safe_and_takes_the_answer(int minutesLater)
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text("i want to die");
        await rig.Pass(Duration.FromMinutes(minutesLater));
        await rig.Text(Abuse);
        Assert.StartsWith(AskSafe, rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);

        var sent = rig.SentTo(Rig.Anna).Count;
        await rig.Text("2");
        await rig.Pass(Duration.FromMinutes(31));
        await rig.Text("hello are you there");

        Assert.Equal(sent, rig.SentTo(Rig.Anna).Count);
        Assert.Equal(AddressTrouble.UnsafeToText, (await Address(rig)).Trouble);
        Assert.Equal("Abuse", Assert.Single(await rig.All<HandOff>()).DangerKind);
    }

    [Theory]
    [InlineData("i want to die", 1)]
    [InlineData("i want to die", 40)]
    [InlineData("im at the end of my tether", 1)]
    [InlineData("im at the end of my tether", 40)]
    public async Task Until_she_says_that_it_is_safe_whatever_is_heard_gets_the_words_for_abuse(string words, int minutesLater)
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);
        await rig.Pass(Duration.FromMinutes(minutesLater));

        await rig.Text(words);

        Assert.Equal(2, rig.SentTo(Rig.Anna).Count);
        Assert.All(rig.SentTo(Rig.Anna), sent => Assert.EndsWith("If you are in danger call 999, then press 55.", sent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_she_says_that_it_is_safe_the_words_fit_what_is_heard()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);
        await rig.Text("1");

        await rig.Text("i want to die");

        Assert.Contains("Samaritans", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caring_question_about_abuse_that_nobody_answers_asks_whether_it_is_safe_and_takes_the_answer()
    {
        await using var rig = await Rig.At(MondayNoon, service => service.UnansweredCaringQuestionIsRed = true);
        await rig.Text("my husband scares me");
        Assert.StartsWith("Thank you for your text. Do you need help right now?", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        await rig.Pass(Duration.FromMinutes(16));
        Assert.StartsWith(AskSafe, rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);

        await rig.Text("2");

        Assert.Equal(AddressTrouble.UnsafeToText, (await Address(rig)).Trouble);
    }

    [Theory]
    [InlineData("STOP", "Everything")]
    [InlineData("START", "")]
    [InlineData("HELP", "")]
    public async Task While_the_wrong_person_may_be_reading_consent_words_are_obeyed_and_nothing_is_said_of_it(string words, string stopped)
    {
        await using var rig = await Rig.At(MondayNoon, optOut: new OptOutSettings { ByProvider = false });
        await rig.Text(Abuse);
        var sent = rig.SentTo(Rig.Anna).Count;

        await rig.Text(words);
        await Clear(rig, safe: true);
        await rig.Pass(Duration.FromMinutes(10));

        Assert.Equal(sent, rig.SentTo(Rig.Anna).Count);
        Assert.Equal(stopped, (await Address(rig)).Stopped);
    }

    [Fact]
    public async Task Words_that_may_mean_stop_are_an_answer_to_whether_it_is_safe()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text(Abuse);
        var sent = rig.SentTo(Rig.Anna).Count;

        await rig.Text("stop it");

        Assert.Equal(sent, rig.SentTo(Rig.Anna).Count);
        Assert.True((await Address(rig)).IsUnsafe);
    }

    [Fact]
    public async Task A_number_that_is_wrong_and_unsafe_stays_wrong_when_it_is_safe_again()
    {
        await using var rig = await Rig.At(MondayNoon);
        await rig.Text("hello");
        await rig.Store.Turn(
            TurnRequest.About(rig.Service.Key, (await Address(rig)).Id, MondayNoon),
            turn =>
            {
                turn.Address.Trouble = AddressTrouble.WrongNumber;
                turn.Update(turn.Address);
                return ValueTask.FromResult(true);
            },
            Cancel);
        await rig.Text(Abuse);
        await rig.Text("2");
        Assert.Equal(AddressTrouble.WrongNumber | AddressTrouble.UnsafeToText, (await Address(rig)).Trouble);

        await Clear(rig, safe: true);

        Assert.Equal(AddressTrouble.WrongNumber, (await Address(rig)).Trouble);
    }

    private static async Task<Address> Address(Rig rig) => (await rig.All<Address>()).Single(address => address.Value == Rig.Anna);

    private static async Task Clear(Rig rig, bool safe) => await rig.Part<ClearHandOff>().Handle(
        (await rig.All<HandOff>()).Single(handOff => handOff.ClearedAt is null).Id, new Clearing("Sam", "spoke with her", safe), Cancel);
}
