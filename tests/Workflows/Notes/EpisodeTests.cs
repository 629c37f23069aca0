using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.Referrals;
using Companion.Workflows.Summaries;
using Companion.Workflows.Tests.HandOffs;
using NodaTime;

namespace Companion.Workflows.Tests.Notes;

public sealed class EpisodeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_stands_before_its_answer_and_the_record_before_both()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.DraftedForACase();

        var episode = rig.Summariser.Read[^1];
        var sources = episode.Sources.ToList();
        Assert.Equal(sources.Count, sources.Select(one => one.Id).Distinct().Count());
        Assert.True(sources.FindLastIndex(one => one.Speaker == Speaker.Record) < sources.FindIndex(one => one.Speaker != Speaker.Record));
        var alone = sources.FindIndex(one => one.Words == "I live alone");
        Assert.Equal((Speaker.Person, Speaker.Bot), (sources[alone].Speaker, sources[alone - 1].Speaker));
        Assert.Contains("live", sources[alone - 1].Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(sources, one => one.Words == "Reason for referral: I am lonely and worried about bills");
        Assert.Contains(sources, one => one.Words == "Needs: loneliness, money");
        Assert.Contains(sources, one => one.Words == "Agreed to tell their GP: yes");
        Assert.Contains(sources, one => one.Words == "Risks: No known risks");
    }

    [Fact]
    public async Task Every_identifier_is_known_in_the_ways_it_is_written()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.DraftedForACase();

        string[] all = ["Sam", "Hill", "Sam Hill", "+447700900123", "07700900123", "M1 1AE", "M11AE", "12 March 1954", "1954-03-12", "12/03/1954", "9990000018", "999 000 0018", "Oak Lane Surgery", "Sam Okoye"];
        Assert.All(all, one => Assert.Contains(one, rig.Summariser.Read[^1].Known));
        Assert.DoesNotContain("Surgery", rig.Summariser.Read[^1].Known);
        Assert.Equal(["Sam", "Hill"], rig.Summariser.Read[^1].Names); // and Okoye is the link worker
    }

    [Fact]
    public async Task What_the_listener_raised_is_carried_in_the_persons_words()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Text("I want to kill myself");
        var flag = Assert.Single(await rig.All<HandOff>());
        await rig.PickedUpBy(flag, await rig.Employ("Sam Okoye"));
        await rig.Draft();

        var episode = rig.Summariser.Read[^1];
        var raised = Assert.Single(episode.Raised);
        Assert.Equal("suicide", raised.Kind);
        Assert.Equal("want to kill myself", raised.Words);
        Assert.Equal("I want to kill myself", episode.Find(raised.SourceId)!.Words);
    }

    [Fact]
    public async Task Danger_that_came_in_two_texts_is_carried_from_both()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Text("I want to kill");
        await rig.Text("myself");
        await rig.PickedUpBy(Assert.Single(await rig.All<HandOff>()), await rig.Employ("Sam Okoye"));
        await rig.Draft();

        var episode = rig.Summariser.Read[^1];
        Assert.NotEmpty(episode.Raised);
        Assert.All(episode.Raised, one => Assert.Contains(one.Words, episode.Find(one.SourceId)!.Words, StringComparison.Ordinal));
        Assert.Contains("myself", string.Concat(episode.Raised.Select(one => one.Words)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_off_begins_where_the_one_before_it_was_closed()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var first = await rig.AskedForAPerson();
        var sam = await rig.Employ("Sam Okoye");
        var hold = await rig.PickedUpBy(first, sam);
        await rig.Draft();
        await rig.Text("my boiler is broken");
        await rig.Part<ClearHandOff>().Handle(first.Id, new Clearing("Sam Okoye", "Landlord phoned.") { Hold = hold }, Cancel);
        rig.Clock.Now += Duration.FromHours(1);
        await rig.Text("I want to kill myself");
        var second = Assert.Single(await rig.All<HandOff>(), one => one.ClearedAt is null);
        await rig.PickedUpBy(second, sam);
        await rig.Draft();

        var closed = rig.Summariser.Read.Single(one => one.Sources.Any(source => source.Words == "Closed with: Landlord phoned."));
        Assert.Contains(closed.Sources, one => one.Words == "my boiler is broken");
        Assert.DoesNotContain(rig.Summariser.Read[^1].Sources, one => one.Words == "my boiler is broken");
    }

    [Fact]
    public async Task A_week_of_silence_ends_an_episode()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Text("something from long ago");
        rig.Clock.Now += Duration.FromDays(8);
        var handOff = await rig.AskedForAPerson();
        await rig.PickedUpBy(handOff, await rig.Employ("Sam Okoye"));
        await rig.Draft();

        Assert.DoesNotContain(rig.Summariser.Read[^1].Sources, one => one.Words == "something from long ago");
        Assert.Contains(rig.Summariser.Read[^1].Sources, one => one.Words == "9");
    }

    [Fact]
    public async Task Of_500_messages_the_newest_are_read_and_any_danger_and_the_rest_is_counted()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Text("I want to kill myself");
        var flag = Assert.Single(await rig.All<HandOff>());
        await rig.PickedUpBy(flag, await rig.Employ("Sam Okoye"));
        for (var at = 1; at <= 500; at++)
        {
            rig.Clock.Now += Duration.FromSeconds(20);
            await rig.Text($"and then number {at} happened");
        }

        await rig.Draft();
        var episode = rig.Summariser.Read[^1];
        var said = episode.Sources.Where(one => one.Speaker == Speaker.Person).Select(one => one.Words).ToList();
        Assert.Equal(Budget.MostMessages, said.Count);
        Assert.Equal(("I want to kill myself", "and then number 500 happened"), (said[0], said[^1]));
        Assert.Contains(episode.Sources, one => one.Words == "Earlier messages that are not in this draft: 351");
    }

    [Fact]
    public async Task Whoever_was_referred_by_another_is_read_at_their_own_number_once_it_has_said_yes()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await CheckIns.Enrolled.Texts(rig, Referrals.WholeReferralTests.ForMyMother);
        var referral = Assert.Single(await rig.All<Case>());
        await rig.Text("who is this, I am a stranger", "+447700900456");
        var ask = rig.Part<AskForNote>();
        await ask.OfCase(rig.Service.Key, referral.Id, "Sam Okoye", "one", Cancel);
        await rig.Draft();
        Assert.DoesNotContain(rig.Summariser.Read[^1].Sources, one => one.Words.Contains("stranger", StringComparison.Ordinal));
        Assert.Contains(rig.Summariser.Read[^1].Sources, one => one is { Words: "She is lonely and has damp in the flat", Speaker: Speaker.Person });

        await rig.Store.Write(
            session =>
            {
                session.Execute(
                    "INSERT INTO \"PersonAddresses\" (\"Id\", \"ServiceId\", \"PersonId\", \"AddressId\", \"CreatedAt\") SELECT 999999, 'shire', @p0, \"Id\", 0 FROM \"Addresses\" WHERE \"Value\" = '+447700900456'",
                    referral.PersonId);
                return ValueTask.FromResult(0);
            },
            Cancel);
        await rig.Text("I would like some company", "+447700900456");
        await ask.OfCase(rig.Service.Key, referral.Id, "Sam Okoye", "two", Cancel);
        await rig.Draft();
        Assert.Contains(rig.Summariser.Read[^1].Sources, one => one.Words == "I would like some company");
    }

    [Fact]
    public async Task Without_a_message_there_is_a_note_of_the_record_alone()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var note = await rig.DraftedForACase();
        var referral = (await rig.All<Case>()).Single();
        await rig.Store.Write(
            session =>
            {
                session.Execute("DELETE FROM \"Inbound\"");
                session.Execute("DELETE FROM \"Outbound\"");
                return ValueTask.FromResult(0);
            },
            Cancel);
        await rig.Ask(note, "empty");

        Assert.All(rig.Summariser.Read[^1].Sources, one => Assert.Equal(Speaker.Record, one.Speaker));
        Assert.Contains(rig.Summariser.Read[^1].Sources, one => one.Words == $"Reason for referral: {referral.Reason}");
    }
}
