using Companion.Dialogs.Understanding.Replies;

namespace Companion.Dialogs.Understanding;

/// <summary>
/// Reads answers on the scale from 0 to 10 as people type them. A number counts only when it plainly is the answer; what is not
/// clear is <see cref="ScoreAnswer.Range"/> (ask which) or <see cref="ScoreAnswer.Nothing"/> (ask again).
/// </summary>
public static class ScoreReader
{
    private static readonly HashSet<string> Asking = [.. Lexicon.Of("score").Words("asking")];

    /// <summary>
    /// Reads <paramref name="words"/> as the answer to <paramref name="asked"/> questions (one, or several at once).
    /// </summary>
    public static Reading<ScoreAnswer> Read(string words, int asked = 1)
    {
        var talk = new ScoreTalk(FigureFinder.Find(Plain.Of(words), asked));
        var live = talk.Live.ToList();
        if (live.Count == 0)
        {
            return Nothing(talk, talk.Text.Places.Count == 0 ? NoScore.NoNumber : NoScore.NotTheAnswer);
        }

        if (IsQuestion(talk.Text.Words))
        {
            return Nothing(talk, NoScore.NotTheAnswer);
        }

        return asked == 1 ? One(talk, live) : ScoreList.Read(talk, live, asked);
    }

    /// <summary>One answer among the numbers that may be it.</summary>
    internal static Reading<ScoreAnswer> One(ScoreTalk talk, List<int> live)
    {
        live = WithoutNumbering(talk, live);
        var answers = live.Where(at => talk.RoleOf(at) != "vague" && talk.IsAnswer(at)).ToList();
        if (answers.Exists(at => talk.RoleOf(at) != "then"))
        {
            answers.RemoveAll(at => talk.RoleOf(at) == "then");
        }

        if (Open(talk, live, answers) is { } range)
        {
            return range;
        }

        if (answers.Count == 0)
        {
            var off = live.Exists(at => talk.At(at).Form == FigureForm.Off);
            return Nothing(talk, off ? NoScore.OffTheScale : NoScore.NotTheAnswer);
        }

        if (answers.Exists(at => talk.At(at).Form == FigureForm.Off))
        {
            return Nothing(talk, NoScore.OffTheScale);
        }

        var values = answers.Select(at => talk.At(at).Value).Distinct().Order().ToList();
        return values switch
        {
            [var score] => Told(talk, answers, score, live.Count == answers.Count),
            [var low, var high] => Between(talk, answers, low, high),
            _ => Nothing(talk, NoScore.WrongCount),
        };
    }

    internal static Reading<ScoreAnswer> Nothing(ScoreTalk talk, NoScore reason) =>
        new(new ScoreAnswer.Nothing(reason), Confidence.Clear, talk.Text.Plain.Original, reason.ToString());

    internal static Reading<ScoreAnswer> Between(ScoreTalk talk, IReadOnlyList<int> places, int low, int high) =>
        new(new ScoreAnswer.Range(low, high), Confidence.Clear, Quote(talk, places), "TwoValues");

    /// <summary>The original words from the first to the last of some numbers.</summary>
    internal static string Quote(ScoreTalk talk, IReadOnlyList<int> places) =>
        talk.Text.Plain.Original[talk.At(places.Min()).Start..talk.At(places.Max()).End];

    /// <summary>Two values or a half that leave open which, unless another number then settles it ("6 or 7, say 7").</summary>
    private static Reading<ScoreAnswer>? Open(ScoreTalk talk, List<int> live, List<int> answers)
    {
        var open = talk.Hits.Where(hit => hit.Section == "range" && talk.EndsThere(hit.Last)).SelectMany(talk.Inside)
            .Concat(live.Where(at => talk.At(at).Form == FigureForm.Half))
            .Concat(live.Where(at => talk.RoleOf(at) == "vague" && answers.Count == 0))
            .Intersect(live).Order().ToList();
        if (open.Count == 0 || (open.Count == 1 && talk.At(open[0]).Form != FigureForm.Half))
        {
            return null;
        }

        var values = open.Select(at => talk.At(at).Value).ToList();
        if (values.Max() > 10 || IsWholeScale(values))
        {
            return Nothing(talk, NoScore.OffTheScale);
        }

        if (values.Min() == values.Max() && talk.At(open[0]).Form != FigureForm.Half)
        {
            return null;
        }

        var settled = answers.Except(open).Where(at => talk.RoleOf(at) == "cue" && at > open[^1]).ToList();
        if (settled is [var at] && talk.At(at).Form != FigureForm.Off)
        {
            return new(new ScoreAnswer.One(talk.At(at).Value), Confidence.Likely, Quote(talk, settled), "SettledAfterRange");
        }

        return Between(talk, open, values.Min(), values.Count == 1 ? values[0] + 1 : values.Max());
    }

    /// <summary>"1. 7": the first number is the question's.</summary>
    private static List<int> WithoutNumbering(ScoreTalk talk, List<int> live) =>
        live is [0, 2, ..] && talk.At(0).Value == 1 && talk.Text.Words[1] is "." or ")" or ":" ? live[1..] : live;

    private static bool IsWholeScale(List<int> values) => values is [0 or 1, 10];

    private static Reading<ScoreAnswer> Told(ScoreTalk talk, List<int> answers, int score, bool alone)
    {
        var figure = talk.At(answers[0]);
        var hesitant = answers[^1] + 1 < talk.Text.Words.Count && talk.Text.Words[answers[^1] + 1] == "?";
        var sure = alone && !hesitant && !figure.Guessed;
        var question = talk.Text.Places
            .Where(at => talk.RoleOf(at) == "label")
            .Select(at => (int?)talk.At(at).Value)
            .FirstOrDefault();
        return new(
            new ScoreAnswer.One(score, question, talk.Corrects, talk.TakesBackItsOwn),
            sure ? Confidence.Clear : Confidence.Likely,
            Quote(talk, answers),
            Rule(talk, answers[0]));
    }

    private static string Rule(ScoreTalk talk, int place) =>
        talk.Corrects ? "Correction"
        : talk.At(place).Form == FigureForm.OutOfTen ? "OutOfTen"
        : talk.RoleOf(place) == "cue" ? "Said"
        : "Bare";

    private static bool IsQuestion(IReadOnlyList<string> words) => Asking.Contains(words[0]) && words.Contains("?") && !(words.Count > 1 && words[1] == "not");
}
