using Companion.Bot.LinkWorkers;
using Companion.Bot.Pages;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.Channels.Teams.Cards;

/// <summary>The cards beside those of a hand-off: what the person wrote, and which conversations somebody holds.</summary>
public sealed class SmallCards(PageWords words, LinkSettings links)
{
    private const int MostHeld = 15;

    private readonly CardTemplate heard = new("heard", words);
    private readonly CardTemplate held = new("held", words);

    /// <summary>The person has written, with a reply box bound to that hand-off.</summary>
    public Card Heard(CaseView seen, TalkedLine line, string key)
    {
        var (text, isCut) = DeskLines.Run(line.Words);
        var content = heard.Fill(Card.Line(
            ("who", seen.Who),
            ("writer", seen.Writer),
            ("at", Shown.At(line.At)),
            ("text", text),
            ("cut", isCut),
            ("files", line.Attachments > 0),
            ("act", Card.Act(seen.HandOff, seen.HandOff.Fence, key))));
        return new Card(content, words.With("teams.heard.summary", ("reference", seen.HandOff.Reference)));
    }

    /// <summary>What somebody who wrote loosely is answered: nothing was sent, and a button for each conversation they hold.</summary>
    public Card Held(IReadOnlyList<CaseView> mine, bool withFiles, string key)
    {
        var said = words[withFiles ? "teams.held.files" : mine.Count == 0 ? "teams.held.none" : "teams.held.loose"];
        var content = held.Fill(Card.Line(
            ("said", said),
            ("held", mine.Take(MostHeld).Select(one => Card.Line(("title", one.Who), ("act", Card.Act(one.HandOff, one.HandOff.Fence, key)))).ToList()),
            ("more", mine.Count > MostHeld),
            ("console", $"{links.BaseUrl.TrimEnd('/')}/console")));
        return new Card(content, words["teams.held.summary"]);
    }
}
