using Companion.Tests.Support;
using Companion.Tests.Support.Load;
using Companion.Workflows.Conversations;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;

namespace Companion.Bot.Tests.Load;

/// <summary>A hundred people at once, impatient providers and thumbs, over HTTP.</summary>
public abstract class ManyPeopleTests
{
    private const int People = 100;

    protected abstract string? Database { get; }

    [Fact]
    public async Task A_hundred_people_whose_texts_come_twice_and_two_at_once_have_one_referral_each()
    {
        await using var host = await LoadHost.Start(Database);

        var sids = (await Task.WhenAll(Enumerable.Range(0, People).Select(person => Refer(host, person)))).SelectMany(mine => mine).ToList();
        await host.Rest();

        Assert.Equal(sids.Order(), (await host.All<InboundMessage>()).Select(text => text.ProviderId).Order());
        Assert.Equal(People, (await host.All<Address>()).Count);
        Assert.Equal(People, (await host.All<Case>()).Select(referral => referral.AddressId).Distinct().Count());
        Assert.Equal(People, (await host.All<Case>()).Count);
        Assert.Equal(People, (await host.All<Conversation>()).Count(talk => talk.Dialog == "referral"));
        var texts = (await host.All<OutboundMessage>()).Where(row => row.Channel == Channel.Sms).ToList(); // in opening hours those on call read of hand-offs by e-mail
        Answered(await host.All<InboundMessage>(), texts, await host.All<Case>());
        HandedOverOnceAndInOrder(host.Twilio.Taken, texts);
    }

    // Each text is posted twice at the same time; the first, and every fifth after it, together with another from the same person.
    private static async Task<IReadOnlyList<string>> Refer(LoadHost host, int person)
    {
        var sids = new List<string>();
        for (var at = 0; at < SelfReferral.Texts.Count; at++)
        {
            var text = Text(SelfReferral.Texts[at]);
            SignedText[] posted = at % 5 == 0 ? [text, text, Text(at == 0 ? "Hi" : "START")] : [text, text];
            Assert.All(await Task.WhenAll(posted.Select(host.Post)), status => Assert.Equal(200, status));
        }

        return sids;

        SignedText Text(string words)
        {
            sids.Add(SignedText.SidOf((person * 1000L) + sids.Count));
            return new SignedText(sids[^1], SelfReferral.Number(person), words);
        }
    }

    // An answer may stand in an earlier reply that had not gone yet, so the reference is looked for in the words.
    private static void Answered(List<InboundMessage> inbound, List<OutboundMessage> outbound, List<Case> cases)
    {
        var references = cases.ToDictionary(made => made.AddressId, made => made.Reference);
        var replies = outbound.GroupBy(text => text.AddressId!.Value).ToDictionary(texts => texts.Key, texts => texts.ToList());
        Assert.All(inbound.GroupBy(text => text.AddressId), texts =>
        {
            var mine = replies[texts.Key];
            // A START soon after another is confirmed with it; which come soon depends on who was first of two at once.
            Assert.InRange(mine.Count(reply => reply.Class == SendClass.StopOrStart), 1, texts.Count(text => text.Words == "START"));
            Assert.All(mine, reply => Assert.Contains(texts, text => text.Id == reply.InReplyTo));
            Assert.Single(mine, reply => reply.Words.Contains(references[texts.Key], StringComparison.Ordinal));
        });
    }

    private static void HandedOverOnceAndInOrder(IReadOnlyList<HandedOver> taken, List<OutboundMessage> outbound)
    {
        Assert.Equal(outbound.Select(text => text.Id).Order(), taken.Select(text => text.Row).Order());
        var classes = outbound.ToDictionary(text => text.Id, text => text.Class);
        Assert.All(taken.Where(text => classes[text.Row] == SendClass.Reply).GroupBy(text => text.To), replies =>
            Assert.Equal(replies.Select(text => text.Row).Order(), replies.Select(text => text.Row)));
    }
}

public sealed class ManyPeopleOnSqliteTests : ManyPeopleTests
{
    protected override string? Database => null;
}

public sealed class ManyPeopleOnPostgresTests : ManyPeopleTests
{
    protected override string? Database => PostgresServer.NewDatabase();
}
