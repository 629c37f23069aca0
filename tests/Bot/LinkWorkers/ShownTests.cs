using Companion.Bot.LinkWorkers;
using Companion.Bot.Tests.Pages;
using Companion.Dialogs.Understanding;
using Companion.Workflows.People;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

public sealed class ShownTests
{
    [Fact]
    public void Times_are_local_to_the_people_we_serve() =>
        Assert.Equal("Wed 1 Jul 2026, 13:30", Shown.At(Instant.FromUtc(2026, 7, 1, 12, 30)));

    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(1, "1 minute")]
    [InlineData(12, "12 minutes")]
    [InlineData(185, "3 h 5 min")]
    [InlineData(1500, "1 day 1 h")]
    [InlineData(4500, "3 days 3 h")]
    public void Ages_are_read_in_their_two_largest_units(int minutes, string shown) =>
        Assert.Equal(shown, ShippedWords.Pages.Age(Duration.FromMinutes(minutes)));

    [Theory]
    [InlineData("domestic_abuse", "domestic abuse")]
    [InlineData("LegalImmigration", "legal or immigration")]
    [InlineData("CouldNotTell", "could not tell")]
    [InlineData("7", "7")]
    [InlineData("Over 55 in A&E", "Over 55 in A&E")]
    public void What_a_row_keeps_is_called_by_its_words_and_an_unknown_name_by_itself(string kept, string called) =>
        Assert.Equal(called, ShippedWords.Pages.Called<Need>(kept));

    [Fact]
    public void The_token_of_a_chat_is_not_shown() => Assert.Equal("web chat", ShippedWords.Pages.Address(Channel.WebChat, "c0ffee"));

    [Fact]
    public void Pages_link_to_their_neighbours_and_keep_the_filter()
    {
        var query = new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["status"] = "Refused", ["page"] = "2" });
        var links = new PageLinks(2, HasMore: true, query);
        Assert.Equal(("?status=Refused&page=1", "?status=Refused&page=3"), (links.Before, links.After));
        Assert.Null(new PageLinks(1, HasMore: false, query).Before);
    }
}
