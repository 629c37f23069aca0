using System.Text.Json.Nodes;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Pages;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Settings;
using NodaTime;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>What is added to a desk card for one showing, after a button was pressed.</summary>
/// <param name="Key">Makes the buttons of this showing their own: the same words pressed twice on one showing are one reply.</param>
public sealed record Showing(string Key)
{
    /// <summary>What is said to whoever pressed.</summary>
    public string? Said { get; init; }

    /// <summary>What was typed and neither sent nor kept: it stays in its boxes.</summary>
    public Unsent Unsent { get; init; } = new(null, null);

    /// <summary>The quick reply that was pressed; empty when it was none.</summary>
    public string Quick { get; init; } = "";

    /// <summary>True when they may be sent at this hour after all.</summary>
    public bool MayGoAtNight { get; init; }
}

/// <summary>The conversation's card in the personal chat of whoever holds it, with everything one does in it. A worker who lost the hold sees who has it, and no actions.</summary>
public sealed class DeskCard(PageWords words, ServiceBook services, DeskFacts facts, DeskLines lines, LinkSettings links)
{
    private readonly CardTemplate template = new("desk", words);

    /// <summary>The card of somebody who holds the conversation; where it would be too large the history gives way first.</summary>
    public Card Mine(CaseView seen, CaseFacts known, Showing showing, Instant now)
    {
        var all = lines.Of(known.Talked);
        for (var from = Math.Max(0, all.Count - DeskLines.Most); ; from++)
        {
            var card = Mine(seen, known, showing, now, all.Skip(from).ToList(), isCut: from > 0);
            if (from >= all.Count || card.Fits)
            {
                return card;
            }
        }
    }

    /// <summary>The card of somebody who does not, or no longer.</summary>
    /// <param name="seen">The hand-off.</param>
    /// <param name="wasRetaken">True when they took it up again since: a newer card of theirs is below.</param>
    /// <param name="unsent">Words of theirs that were not sent.</param>
    public Card Lost(CaseView seen, bool wasRetaken, string? unsent = null)
    {
        var handOff = seen.HandOff;
        var why = handOff switch
        {
            { ClearedAt: not null } => words["teams.desk.lost.closed"],
            _ when wasRetaken => words["teams.desk.lost.newer"],
            { Owner: { } holder } => words.With("teams.desk.lost.held", ("holder", CardTemplate.Plain(holder))),
            _ => words["teams.desk.lost.nobody"],
        };
        var content = template.Fill(Card.Line(
            ("who", seen.Who),
            ("lost", why),
            ("unsent", unsent),
            ("links", Links(handOff, known: null))));
        return new Card(content, words.With("teams.desk.summary", ("reference", handOff.Reference)));
    }

    private Card Mine(CaseView seen, CaseFacts known, Showing showing, Instant now, IReadOnlyList<Dictionary<string, object?>> shown, bool isCut)
    {
        var handOff = seen.HandOff;
        var act = Card.Act(handOff, handOff.Fence, showing.Key);
        var content = template.Fill(Card.Line(
            ("who", seen.Who),
            ("urgent", handOff.Urgent),
            ("said", showing.Said is null ? null : CardTemplate.Plain(showing.Said)),
            ("mine", true),
            ("facts", facts.Of(seen, known, now)),
            ("lines", shown),
            ("earlier", isCut),
            ("sent", known.LastSent is { } sent
                ? words.With("teams.desk.sent", ("who", seen.Who), ("at", Shown.At(sent.CreatedAt)), ("status", words.Called(sent.Status)))
                : null),
            ("draft", showing.Unsent.Words),
            ("note", showing.Unsent.Note),
            ("accept", handOff is { Urgent: true, AcknowledgedAt: null }),
            ("act", act),
            ("night", showing.MayGoAtNight ? AtNight(act, showing.Quick) : null),
            ("nightVerb", showing.Quick.Length > 0 ? "quick" : "reply"),
            ("quick", services.Of(handOff.ServiceId).HandOffs.QuickReplies.Select(reply => Card.Line(("title", reply.Value), ("value", reply.Key))).ToList()),
            ("colleagues", known.Colleagues.Select(one => Card.Line(("title", one.Label(words)), ("value", one.Worker.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))).ToList()),
            ("outcomes", HandOffOutcomes.All.Select(outcome => Card.Line(("title", HandOffOutcomes.Words(outcome)), ("value", outcome))).ToList()),
            ("unsafe", seen.Address.IsUnsafe || handOff.IsAbuse),
            ("links", Links(handOff, known.Case?.Case.Id))));
        return new Card(content, words.With("teams.desk.summary", ("reference", handOff.Reference)));
    }

    // Not under the name of the list they chose from: that is empty when the card is shown anew.
    private static JsonObject AtNight(JsonObject act, string quick)
    {
        var night = act.DeepClone().AsObject();
        (night["evenAtNight"], night["chosen"]) = (true, quick);
        return night;
    }

    private List<Dictionary<string, object?>> Links(HandOff handOff, long? known)
    {
        var console = Card.Line(("title", words["teams.desk.console"]), ("url", HandOffCard.ConsoleOf(links, handOff.Id)));
        var referral = $"{links.BaseUrl.TrimEnd('/')}/console/referrals/{known}";
        return known is null
            ? [console]
            : [console, Card.Line(("title", words["teams.desk.book"]), ("url", referral + "#appointments")), Card.Line(("title", words["teams.desk.scores"]), ("url", referral + "#check-ins"))];
    }
}
