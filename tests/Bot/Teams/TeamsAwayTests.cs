using Companion.Bot.Tests.Pages;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

/// <summary>Teams answers nothing in the middle of a conversation: it goes on in the console, and Teams shows all of it afterwards.</summary>
public sealed class TeamsAwayTests
{
    private const string Anna = "+447700900123";

    [Fact]
    public async Task A_conversation_goes_on_in_the_console_and_stands_in_Teams_when_Teams_is_back()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var amal = await rig.Employ("Amal Idris");
        var handOff = await rig.AskedForAPerson(Anna);
        var card = await TeamsRig.Until(() => rig.Teams.In(TeamsRig.Channel).SingleOrDefault(), "a card");
        await rig.Press(amal, card.Card!, "pickUp");
        await TeamsRig.Until(() => rig.Teams.In(amal.Chat).FirstOrDefault(post => post.Card is not null), "the desk");
        await rig.Rest();
        var away = new TaskCompletionSource();
        rig.Teams.Away = away;

        await rig.App.Text(Anna, "my boiler is broken");
        using var console = new Visitor(rig.App.Address);
        await console.SignIn("Amal Idris");
        await console.Open($"/console/handoffs/{handOff.Id}");
        Assert.Contains("my boiler is broken", console.Page.QuerySelector("#talked")!.TextContent, StringComparison.Ordinal);
        await console.SubmitForm("Reply", ("typed", "I will ring your landlord"), ("evenAtNight", "true"));
        await TeamsRig.Until(async () => (await rig.SentTo(Anna)) == "Amal, link worker: I will ring your landlord", "the reply");
        Assert.DoesNotContain(rig.Teams.Posts, post => post.Everything.Contains("landlord", StringComparison.Ordinal));

        rig.Teams.Away = null;
        away.SetResult();
        rig.App.Part<CompanionClock>().MoveForward(Duration.FromMinutes(6)); // what was put off is due
        await TeamsRig.Until(() => rig.Teams.In(amal.Chat).FirstOrDefault(post => post.Everything.Contains(" wrote at ", StringComparison.Ordinal)), "what the person wrote");
        await TeamsRig.Until(() => rig.Teams.In(amal.Chat).FirstOrDefault(post => post.Everything.Contains("I will ring your landlord", StringComparison.Ordinal)), "the reply on the desk");
        await rig.Rest();
        Assert.Single(rig.Teams.In(amal.Chat), post => post.Everything.Contains(" wrote at ", StringComparison.Ordinal));
        Assert.Single(await rig.App.All<OutboundMessage>(), row => row.Class == SendClass.LinkWorker);
    }
}
