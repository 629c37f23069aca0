using Companion.Bot.Channels.Teams;
using Companion.Bot.Hosting;
using Companion.Bot.Tests.Hosting;
using Microsoft.Extensions.Hosting;

namespace Companion.Bot.Tests.Teams;

public sealed class TeamsSettingsTests
{
    [Theory]
    [InlineData("Teams:TenantId", "--Teams:AppId=22222222-2222-4222-8222-222222222222")]
    [InlineData("Teams__ClientSecret", "--Teams:AppId=22222222-2222-4222-8222-222222222222")]
    [InlineData("Teams:AppId", "--Teams:ClientSecret=secret")]
    [InlineData("Teams:AppId", "--Teams:AppId=companion")]
    [InlineData("Services:sample:TeamsChannel", "--Services:sample:TeamsChannel=19:c@thread.tacv2")]
    public void Half_a_bot_stops_the_start_outside_Development_with_a_sentence_that_says_what_is_missing(string named, string setting)
    {
        var wrong = Assert.Throws<WrongConfiguration>(() => Serve.Build([setting], environment: Environments.Production));
        Assert.Contains(wrong.Sentences, sentence => sentence.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_bot_and_none_at_all_are_both_right()
    {
        Assert.Empty(new TeamsSettings().Missing());
        Assert.Empty(new TeamsSettings().Wrong());
        var whole = new TeamsSettings { AppId = TokenMint.App, TenantId = TeamsRig.Tenant, ManagedIdentity = TokenMint.App };
        Assert.Empty(whole.Missing().Concat(whole.Wrong()));
        Assert.True(whole.HasCredential);
    }

    [Theory]
    [InlineData("--Teams:OpenIdMetadata=http://keys.example/", "Teams:OpenIdMetadata")]
    [InlineData("--Teams:LoginAuthority=login", "Teams:LoginAuthority")]
    [InlineData("--Teams:Secret=x", "Teams")]
    public void A_setting_that_cannot_be_right_stops_the_start_anywhere(string setting, string named)
    {
        var wrong = Assert.Throws<WrongConfiguration>(() => Serve.Build([setting], environment: Environments.Development));
        Assert.Contains(wrong.Sentences, sentence => sentence.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_start_says_whether_hand_offs_reach_Teams_and_what_makes_them()
    {
        await using var without = await CompanionApp.Start();
        Assert.Contains("Teams__AppId", without.Part<StartReport>().Parts().Single(part => part.Name == "hand-offs").ToMakeReal, StringComparison.Ordinal);
        await using var rig = await TeamsRig.Start();
        Assert.StartsWith("in Teams, in the channels of 1 of 1 services", rig.App.Part<StartReport>().Parts().Single(part => part.Name == "hand-offs").Now, StringComparison.Ordinal);
    }
}
