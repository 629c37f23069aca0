using Companion.Dialogs.Understanding.Replies;
using NodaTime;

namespace Companion.Dialogs.Understanding;

/// <summary>What somebody answers when asked whether they are coming.</summary>
public enum Reply
{
    Other,
    Yes,
    No,
    Cancel,
    Reschedule,
    Stop,
    Start,
    Help,
}

/// <summary>
/// Reads replies to "Reply Y to confirm, N, C to cancel or R to change". <see cref="Reply.Other"/> is anything that does not answer:
/// ask again. Wishes about being texted are left to <see cref="ConsentReader"/>, except that CANCEL here is the appointment.
/// </summary>
public static class ConfirmReader
{
    private static readonly PhraseBook Phrases = new(
        Lexicon.Of("confirm"), "yes", "coming", "no", "not coming", "cancel", "reschedule", "unsure", "about", "correct");

    private static readonly HashSet<string> Asking = ["what", "which", "who", "where", "when", "why", "how", "is", "has", "did", "was", "do", "does",
        "will", "should", "am", "have"];

    /// <summary>
    /// Reads <paramref name="words"/> about an appointment on the weekday <paramref name="on"/>: "Thursday is fine" is a yes on a
    /// Thursday and a wish to change on any other day.
    /// </summary>
    public static Reading<Reply> Read(string words, IsoDayOfWeek on = IsoDayOfWeek.None)
    {
        var terms = TextTalk.Terms(Plain.Of(words));
        var day = on.ToString().ToLowerInvariant();
        var hits = Phrases.FindApart([.. terms.Select(Word)]);
        if (ConsentReader.Read(words) is { } wish && (wish.Confidence == Confidence.Clear || hits.TrueForAll(hit => hit.Section is "about" or "unsure")))
        {
            return new(ReplyOf(wish.Value.Act), wish.Confidence, wish.Words, wish.Rule);
        }

        var told = Decide(hits, terms);
        if (told is not { } hit || ReplyOf(hit.Section) is Reply.Other)
        {
            return new(Reply.Other, Confidence.Clear, words, told?.Section ?? "nothing");
        }

        var guessed = terms.Any(term => term.Guessed);
        return new(
            ReplyOf(hit.Section),
            guessed || Opposed(hits, hit) ? Confidence.Likely : Confidence.Clear,
            words[terms[hit.First].Start..terms[hit.Last].End],
            $"{hit.Section}: {hit.Phrase}");

        string Word(Term term) => term.IsNumber && terms.Count > 1 ? "#" : term.Text == day ? "theday" : term.Text;
    }

    /// <summary>The phrase that decides. What is plain outweighs what is weak, and a wish to change outweighs a plain no.</summary>
    private static Hit? Decide(List<Hit> hits, IReadOnlyList<Term> terms)
    {
        var correction = hits.FindLastIndex(hit => hit.Section == "correct");
        var after = correction < 0 ? [] : hits.Skip(correction + 1).Where(hit => ReplyOf(hit.Section) != Reply.Other).ToList();
        var spoken = after.Count > 0 ? after : hits;

        Hit? First(params ReadOnlySpan<string> sections)
        {
            foreach (var hit in spoken)
            {
                if (sections.Contains(hit.Section))
                {
                    return hit;
                }
            }

            return null;
        }

        if (First("about") is { } about && terms.Any(term => term.Text == "?") && Asking.Contains(terms[0].Text))
        {
            return about;
        }

        if (First("reschedule", "cancel") is not null && First("unsure") is { } torn && First("reschedule") is null)
        {
            return torn;
        }

        if (First("reschedule") is { } change)
        {
            return change;
        }

        if (First("cancel") is { } cancel)
        {
            return cancel;
        }

        return (First("coming"), First("not coming"), First("unsure")) switch
        {
            ({ } coming, null, _) => coming,
            (null, { } notComing, null) => notComing,
            ({ } coming, { } notComing, _) => coming.First > notComing.First ? null : notComing,
            (null, null, { } unsure) => unsure,
            (null, _, { } unsure) => unsure,
            _ => Weak(First("yes"), First("no"), First("about")),
        };
    }

    private static Hit? Weak(Hit? yes, Hit? no, Hit? about) => (yes, no) switch
    {
        ({ } one, null) => one,
        (null, { } one) => one,
        ({ } one, { } other) when one.Phrase is "ok" or "okay" or "right" or "good" or "great" or "sure" => other,
        ({ }, { }) => null,
        _ => about,
    };

    private static bool Opposed(List<Hit> hits, Hit told) =>
        hits.Exists(hit => ReplyOf(hit.Section) is not Reply.Other and var reply && reply != ReplyOf(told.Section));

    private static Reply ReplyOf(string section) => section switch
    {
        "yes" or "coming" => Reply.Yes,
        "no" or "not coming" => Reply.No,
        "cancel" => Reply.Cancel,
        "reschedule" => Reply.Reschedule,
        _ => Reply.Other,
    };

    private static Reply ReplyOf(ConsentAct act) => act switch
    {
        ConsentAct.Stop => Reply.Stop,
        ConsentAct.Start => Reply.Start,
        _ => Reply.Help,
    };
}
