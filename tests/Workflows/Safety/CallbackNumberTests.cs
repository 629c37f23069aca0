using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using NodaTime;

namespace Companion.Workflows.Tests.Safety;

public sealed class CallbackNumberTests
{
    private const string Danger = "i want to kill myself";
    private const string Chat = "chat-1";
    private const string AskNumber = "What phone number can we call you on?";

    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 10, 0);

    [Fact]
    public async Task A_number_given_in_web_chat_after_a_red_flag_goes_onto_the_hand_off_and_is_thanked_for()
    {
        await using var rig = await Rig.At(Monday);
        await rig.Text(Danger, Chat, Channel.WebChat);
        Assert.Equal(AskNumber, rig.SentTo(Chat)[^1]);

        await rig.Text("oh ok its 07700 900 456", Chat, Channel.WebChat);

        var handOff = Assert.Single(await rig.All<HandOff>());
        Assert.Equal("+447700900456", handOff.CallbackNumber);
        Assert.StartsWith("Thank you. We have your number.", rig.SentTo(Chat)[^1], StringComparison.Ordinal);
        Assert.Single(await rig.All<HandOffEvent>(), e => e.Kind == "NumberGiven");
        Assert.DoesNotContain(await rig.All<HandOffEvent>(), e => e.Detail?.Contains("900456", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_number_in_the_dangerous_words_themselves_is_not_asked_for()
    {
        await using var rig = await Rig.At(Monday);

        await rig.Text(Danger + ". call me on 01632 960123", Chat, Channel.WebChat);

        Assert.Equal("+441632960123", Assert.Single(await rig.All<HandOff>()).CallbackNumber);
        Assert.DoesNotContain(AskNumber, rig.SentTo(Chat));
    }

    [Fact]
    public async Task Whoever_accepted_the_hand_off_is_told_that_there_is_a_number_now()
    {
        await using var rig = await Rig.At(Monday);
        await rig.Text(Danger, Chat, Channel.WebChat);
        await rig.Part<AcknowledgeHandOff>().Handle((await rig.All<HandOff>())[0].Id, "Sam", alarms: null, TestContext.Current.CancellationToken);

        await rig.Text("07700900456", Chat, Channel.WebChat);

        Assert.Equal(2, rig.SentTo(TestService.FirstOnCall).Count);
    }

    [Fact]
    public async Task Words_without_a_number_are_kept_and_a_number_by_text_is_not_taken_for_one_to_call()
    {
        await using var rig = await Rig.At(Monday);
        await rig.Text(Danger, Chat, Channel.WebChat);
        await rig.Text("i dont have one", Chat, Channel.WebChat);
        await rig.Text(Danger);
        await rig.Text("my sister is on 07700 900 789");

        Assert.All(await rig.All<HandOff>(), handOff => Assert.Null(handOff.CallbackNumber));
    }
}
