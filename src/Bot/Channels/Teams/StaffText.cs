using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Companion.Bot.Channels.Teams;

/// <summary>What a member of staff wrote in Teams, as plain words: without the bot's mention, without mark-up, without characters that no text can carry.</summary>
public static partial class StaffText
{
    /// <summary>The words of a message.</summary>
    public static string Of(TeamsActivity activity)
    {
        var written = activity.Text ?? "";
        var words = activity.MentionsOfBot.Aggregate(written, (rest, mention) => rest.Replace(mention, " ", StringComparison.Ordinal));

        // The mention may be the only tag: what is left without it is mark-up all the same, with entities in it.
        var isMarkup = written.Contains('<', StringComparison.Ordinal) || activity.TextFormat == "xml";
        return Clean(isMarkup ? WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(words, "\n"), "")) : words);
    }

    /// <summary>Words of an input, without characters that no text can carry.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune != Rune.ReplacementChar))
            {
                kept.Append(rune);
            }
            else if (rune.Value == '\r')
            {
                continue;
            }
        }

        return kept.Replace('\u00A0', ' ').ToString().Trim();
    }

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"<(br|/p|/div|/li)\s*/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Breaks();
}
