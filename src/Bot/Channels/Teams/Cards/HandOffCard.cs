using Companion.Bot.LinkWorkers;
using Companion.Bot.Pages;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>The card of a hand-off in the service's channel: everybody of the team reads it, so it has no name, number, date of birth or word of the person.</summary>
public sealed class HandOffCard(PageWords words, LinkSettings links)
{
    private readonly CardTemplate template = new("handoff", words);

    /// <summary>The card as the hand-off stands.</summary>
    /// <param name="seen">The hand-off.</param>
    /// <param name="now">The moment of showing.</param>
    /// <param name="said">What is said to whoever pressed a button, if anything.</param>
    public Card Of(CaseView seen, Instant now, string? said = null)
    {
        var handOff = seen.HandOff;
        var content = template.Fill(Card.Line(
            ("who", seen.Who),
            ("urgent", handOff is { Urgent: true, ClearedAt: null }),
            ("facts", Facts(handOff, now).ToList()),
            ("said", said is null ? null : CardTemplate.Plain(said)),
            ("waits", handOff is { OwnerId: null, ClearedAt: null }),
            ("act", Card.Act(handOff, handOff.Fence, "")),
            ("console", ConsoleOf(links, handOff.Id))));
        return new Card(content, words.With(SummaryKey(handOff), ("reference", handOff.Reference)));
    }

    /// <summary>Where a hand-off is in the console.</summary>
    internal static string ConsoleOf(LinkSettings links, long handOffId) => $"{links.BaseUrl.TrimEnd('/')}/console/handoffs/{handOffId}";

    private static string SummaryKey(HandOff handOff) => handOff switch
    {
        { ClearedAt: not null } => "teams.card.summary.closed",
        { OwnerId: not null } => "teams.card.summary.held",
        { Urgent: true } => "teams.card.summary.urgent",
        _ => "teams.card.summary",
    };

    private IEnumerable<Dictionary<string, object?>> Facts(HandOff handOff, Instant now)
    {
        yield return Fact("teams.fact.why", Shown.Capital(words[$"teams.reason.{handOff.Reason}"]));
        yield return Fact("teams.fact.since", Shown.At(handOff.OpenedAt));
        if (handOff.ClearedAt is { } closed)
        {
            yield return Fact("teams.fact.closed", words.With("teams.fact.closed.by", ("at", Shown.At(closed)), ("by", CardTemplate.Plain(handOff.ClearedBy ?? ""))));
            yield break;
        }

        if (handOff.OwnerId is null)
        {
            yield return Fact("teams.fact.waiting", words.With("teams.fact.waiting.at", ("age", words.Age(now - handOff.OpenedAt)), ("time", $"{now.Local().TimeOfDay:HH:mm}")));
            yield return Fact("teams.fact.due", Shown.At(handOff.DueAt));
        }
        else if (handOff.AcknowledgedAt is { } taken)
        {
            yield return Fact("teams.fact.waited", words.Age(taken - handOff.OpenedAt));
        }

        yield return Fact("teams.fact.holder", CardTemplate.Plain(handOff.Owner ?? words["teams.fact.nobody"]));
        if (handOff.CouldNotBeTexted)
        {
            yield return Fact("teams.fact.could-not-be-texted", words["teams.fact.phone"]);
        }
    }

    private Dictionary<string, object?> Fact(string key, string value) => Card.Line(("title", words[key]), ("value", value));
}
