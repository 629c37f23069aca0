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
/// Reads replies to "Reply Y to confirm, N, C to cancel or R to change". <see cref="Reply.Other"/> is anything that does not
/// answer: ask again. Wishes about being texted are left to <see cref="ConsentReader"/>, except that CANCEL here is the appointment.
/// </summary>
public static class ConfirmReader
{
    private static readonly Lexicon Words = Lexicon.Of("confirm");
    private static readonly PhraseBook Phrases = new(
        Words,
        "yes", "coming", "not late", "no", "not coming", "cancel", "reschedule", "another day", "not another day", "unsure", "about", "help", "correct");

    /// <summary>The phrase of a message that opens with STOP: whatever it goes on to say, that comes first.</summary>
    private const string StopFirst = "^ stop";

    private static readonly HashSet<string> NumberWords = [.. Words.Words("numbers")];
    private static readonly HashSet<string> Changing = [.. Words.Words("changing")];
    private static readonly HashSet<string> Asking = [.. Words.Words("asking")];
    private static readonly HashSet<string> Wondering = [.. Words.Words("wondering")];

    /// <summary>
    /// Reads <paramref name="words"/> about an appointment on the weekday <paramref name="on"/>: "Thursday is fine" is a yes on a
    /// Thursday and a wish to change on any other day.
    /// </summary>
    public static Reading<Reply> Read(string words, IsoDayOfWeek on = IsoDayOfWeek.None)
    {
        var terms = Courtesy.WithoutGreeting(TextTalk.Terms(Plain.Of(words)));
        var day = on.ToString().ToLowerInvariant();
        var whole = Read(words, terms, day);
        if (whole.Value is not Reply.Other || whole.Rule is "unsure")
        {
            return whole;
        }

        // Thanks mean something in some answers ("I'm fine thanks"), so they are only left out when nothing was understood with them.
        var core = Read(words, Courtesy.WithoutFarewell(terms), day);
        return core.Value is Reply.Other ? whole : core;
    }

    private static Reading<Reply> Read(string words, IReadOnlyList<Term> terms, string day)
    {
        var isAlone = terms.Count(term => term.IsWord) == 1;
        List<string> said = [.. terms.Select(Word)];
        var hits = Phrases.FindApart(said).ConvertAll(hit => Negated(hit, said));
        var core = Courtesy.WithoutFarewell(terms);
        if (core.Count > 0 && ConsentReader.Read(words[core[0].Start..core[^1].End]) is { } wish
            && (wish.Confidence == Confidence.Clear || wish.Rule == StopFirst || !hits.Exists(IsPlain)))
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

        string Word(Term term) =>
            (term.IsNumber && !isAlone) || NumberWords.Contains(term.Text) ? "#"
            : term.Text == day || term.Text == day + "s" ? "theday"
            : term.Text;
    }

    /// <summary>A plain answer about the appointment outweighs what may be a wish about texts.</summary>
    private static bool IsPlain(Hit hit) => hit.Section is "coming" or "not coming" or "cancel" or "reschedule";

    /// <summary>A "not" just before a phrase turns it round ("I do not consent"), unless the phrase has one of its own.</summary>
    private static Hit Negated(Hit hit, List<string> said)
    {
        var at = hit.First - 1;
        if (at < 0 || said[at] is not ("not" or "never") || (at > 0 && said[at - 1] is "why" or "if"))
        {
            return hit;
        }

        return ReplyOf(hit.Section) switch
        {
            Reply.Yes => hit with { Section = said[hit.Last] is "late" or "long" ? "not late" : "not coming" },
            Reply.Cancel => hit with { Section = "coming" },
            Reply.Help => hit with { Section = "about" },
            Reply.Reschedule when Changing.Contains(said[hit.First]) => hit with { Section = "coming" },
            _ => hit,
        };
    }

    /// <summary>
    /// The phrase that decides. What is plain outweighs what is weak, and a wish to change outweighs a plain no.
    /// </summary>
    private static Hit? Decide(List<Hit> hits, IReadOnlyList<Term> terms)
    {
        var correction = hits.FindLastIndex(hit => hit.Section == "correct");
        var after = correction < 0 ? [] : hits.Skip(correction + 1).Where(hit => ReplyOf(hit.Section) != Reply.Other).ToList();
        var spoken = after.Count > 0 ? after : hits;

        // "I can't do mornings but I'll be there": what follows the "but" counts.
        bool IsTurned(Hit before, Hit after) => terms.Take(after.First).Skip(before.Last + 1).Any(term => term.Text is "but" or "still");

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

        if (First("about") is { } about
            && (terms.Any(term => term.Text == "?") ? Asking : about.First == 0 ? Wondering : []).Contains(terms[0].Text))
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

        if (First("help") is { } plea && First("coming") is null && !(First("yes") is { } before && before.First < plea.First))
        {
            return plea;
        }

        return (First("coming") ?? (First("not coming") is null ? First("not late") : null), First("not coming"), First("unsure")) switch
        {
            ({ } coming, null, _) => coming,
            (null, { }, null) when First("another day") is { } instead => instead,
            (null, { } notComing, null) => notComing,
            ({ } coming, { } notComing, _) => coming.First < notComing.First ? notComing : IsTurned(notComing, coming) ? coming : null,
            (null, null, { } unsure) => unsure,
            (null, _, { } unsure) => unsure,
            _ when First("yes") is null && First("no") is not null && First("another day") is { } instead => instead,
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
        "yes" or "coming" or "not late" => Reply.Yes,
        "no" or "not coming" => Reply.No,
        "cancel" => Reply.Cancel,
        "reschedule" or "another day" => Reply.Reschedule,
        "help" => Reply.Help,
        _ => Reply.Other,
    };

    private static Reply ReplyOf(ConsentAct act) => act switch
    {
        ConsentAct.Stop => Reply.Stop,
        ConsentAct.Start => Reply.Start,
        _ => Reply.Help,
    };
}
