using Companion.Dialogs.Consent;
using Companion.Dialogs.Understanding.Replies;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// Hears STOP, START and HELP in every state, bare or in people's own words. <see cref="Confidence.Clear"/> is acted on,
/// <see cref="Confidence.Likely"/> is asked about. A stop that is about something else ("bus stop changed") is not heard.
/// </summary>
public static class ConsentReader
{
    private static readonly Lexicon Words = Lexicon.Of("consent");
    private static readonly HashSet<string> Courtesies = [.. Words.Words("courtesy")];
    private static readonly PhraseBook Phrases = new(
        Words, "stop clear", "stop likely", "reminders clear", "checkins clear", "offers clear", "not stop",
        "start clear", "start likely", "help clear");

    /// <summary>Reads what <paramref name="words"/> say about being texted; null when they say nothing of it.</summary>
    public static Reading<ConsentWish>? Read(string words)
    {
        var terms = TextTalk.Terms(Plain.Of(words));
        var said = terms.Select(term => term.IsNumber ? "#" : term.Text).ToList();
        var whole = Trim(said);
        var bare = Phrases.Find(whole.Words).Where(hit => hit.Phrase[0] == '^' && hit.Length >= CountWords(whole.Words)).ToList();
        var hits = Phrases.FindApart(said)
            .Concat(bare.Select(hit => hit with { First = hit.First + whole.From, Last = hit.Last + whole.From }));
        return hits.Where(hit => hit.Section != "not stop")
            .OrderBy(Rank)
            .Select(hit => (Reading<ConsentWish>?)Reading(hit, terms, words))
            .FirstOrDefault();
    }

    /// <summary>Stop outweighs start and help, a topic outweighs everything, clear outweighs likely.</summary>
    private static int Rank(Hit hit) => hit.Section switch
    {
        "reminders clear" or "checkins clear" or "offers clear" => 0,
        "stop clear" => 1,
        "start clear" => 2,
        "help clear" => 3,
        "start likely" => 4,
        _ => 5,
    };

    private static Reading<ConsentWish> Reading(Hit hit, IReadOnlyList<Term> terms, string words)
    {
        var parts = hit.Section.Split(' ');
        var act = parts[0] switch { "start" => ConsentAct.Start, "help" => ConsentAct.Help, _ => ConsentAct.Stop };
        var topic = parts[0] switch
        {
            "reminders" => ConsentTopic.Reminders,
            "checkins" => ConsentTopic.CheckIns,
            "offers" => ConsentTopic.Offers,
            _ => ConsentTopic.Everything,
        };
        var confidence = parts[1] == "clear" ? Confidence.Clear : Confidence.Likely;
        return new(new ConsentWish(act, topic), confidence, words[terms[hit.First].Start..terms[hit.Last].End], hit.Phrase);
    }

    /// <summary>The words without the courtesies around them ("hi, stop please. Thank you").</summary>
    private static (IReadOnlyList<string> Words, int From) Trim(List<string> said)
    {
        var from = said.FindIndex(IsTelling);
        var last = said.FindLastIndex(IsTelling);
        return from < 0 ? ([], 0) : (said[from..(last + 1)], from);
    }

    private static bool IsTelling(string word) => char.IsLetterOrDigit(word[0]) && !Courtesies.Contains(word);

    private static int CountWords(IReadOnlyList<string> words) => words.Count(word => char.IsLetterOrDigit(word[0]));
}
