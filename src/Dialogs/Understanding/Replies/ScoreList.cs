namespace Companion.Dialogs.Understanding.Replies;

/// <summary>Several answers in one text: in the order of the questions, or each beside the question it belongs to.</summary>
internal static class ScoreList
{
    private static readonly Lexicon Words = Lexicon.Of("score");
    private static readonly Dictionary<string, int> Positions = Enumerable.Range(1, 4)
        .SelectMany(n => Words.Words($"position {n}").Concat(Words.Words($"topic {n}")).Select(word => (word, n)))
        .ToDictionary();

    /// <summary>Reads <paramref name="asked"/> answers from the numbers that may be answers.</summary>
    public static Reading<ScoreAnswer> Read(ScoreTalk talk, List<int> live, int asked)
    {
        if (Glued(talk, live, asked) is { } glued)
        {
            return glued;
        }

        var labels = talk.Text.Places.Where(at => talk.RoleOf(at) == "label").ToList();
        (labels, live) = labels.Count == 0 && IsNumbered(talk, live, asked)
            ? (live.Where((_, n) => n % 2 == 0).ToList(), live.Where((_, n) => n % 2 == 1).ToList())
            : (labels, live);

        if (talk.Hits.Any(hit => hit.Section == "every")
            && live is [var only]
            && talk.At(only).Form is FigureForm.Whole or FigureForm.OutOfTen)
        {
            return Told(talk, live, [.. Enumerable.Repeat(talk.At(live[0]).Value, asked)], "OneForAll");
        }

        if (live.Exists(at => talk.At(at).Form == FigureForm.Half) && live.Count <= asked)
        {
            var half = live.Find(at => talk.At(at).Form == FigureForm.Half);
            return ScoreReader.Between(talk, [half], talk.At(half).Value, talk.At(half).Value + 1);
        }

        if (live.Exists(at => talk.At(at).Form == FigureForm.Off))
        {
            return ScoreReader.Nothing(talk, NoScore.OffTheScale);
        }

        if (live.Count != asked)
        {
            return live.Count == 1 && labels.Count == 1
                ? ScoreReader.One(talk, live)
                : ScoreReader.Nothing(talk, NoScore.WrongCount);
        }

        if (asked == 2 && talk.Hits.Any(hit => hit.Section == "range" && hit.Phrase.Contains("or/to")))
        {
            return ScoreReader.One(talk, live);
        }

        return InOrder(talk, live, labels, asked) is { } scores
            ? Told(talk, live, scores, labels.Count > 0 ? "Labelled" : "InOrder")
            : ScoreReader.Nothing(talk, NoScore.NotTheAnswer);
    }

    /// <summary>"5562": as many digits as questions.</summary>
    private static Reading<ScoreAnswer>? Glued(ScoreTalk talk, List<int> live, int asked)
    {
        if (live is not [var place] || asked < 3)
        {
            return null;
        }

        var typed = ScoreReader.Quote(talk, live);
        return typed.Length == asked && typed.All(char.IsAsciiDigit)
            ? new(new ScoreAnswer.Several([.. typed.Select(digit => digit - '0')]), Confidence.Likely, typed, "RunTogether")
            : null;
    }

    /// <summary>"1: 7, 2: 8": every other number is the number of a question.</summary>
    private static bool IsNumbered(ScoreTalk talk, List<int> live, int asked) =>
        live.Count == 2 * asked && Enumerable.Range(0, asked).All(n => talk.At(live[2 * n]).Value == n + 1);

    private static List<int>? InOrder(ScoreTalk talk, List<int> live, List<int> labels, int asked)
    {
        // Three numbers or more in a row are answers whatever is said after them.
        var counting = asked > 2 ? live[..^1] : live;
        if (!BetweenIsSmallTalk(talk, live) || !counting.TrueForAll(talk.EndsThere))
        {
            return null;
        }

        var places = labels.Count == asked ? [.. labels.Select(at => talk.At(at).Value)] : NamedQuestions(talk, asked);
        return places.Count == asked && places.Order().SequenceEqual(Enumerable.Range(1, asked))
            ? [.. live.Zip(places).OrderBy(pair => pair.Second).Select(pair => talk.At(pair.First).Value)]
            : places.Count == 0 && labels.Count == 0 ? [.. live.Select(at => talk.At(at).Value)] : null;
    }

    private static bool BetweenIsSmallTalk(ScoreTalk talk, List<int> live) =>
        Enumerable.Range(live[0], live[^1] - live[0]).All(at =>
            talk.Text.Figures[at] is not null || talk.IsSmallTalk(at) || ScoreTalk.NamesQuestion(talk.Text.Words[at])
            || talk.Text.Words[at] is "number" or "answer" or "ans" or "th" or "st" or "nd" or "rd" or "with" or "then" or "one");

    /// <summary>
    /// The questions that are named by their place or subject ("happy 6, anxious 2"); empty when none is, or when a name or two
    /// only comment on a list ("4 for the worry one").
    /// </summary>
    private static List<int> NamedQuestions(ScoreTalk talk, int asked)
    {
        var words = talk.Text.Words;
        var named = words
            .Where(word => Positions.ContainsKey(word) && (word != "a" || words.Contains("b")))
            .Select(word => Positions[word])
            .Where(place => place <= asked)
            .Aggregate(new List<int>(), (list, place) => list.Count > 0 && list[^1] == place ? list : [.. list, place]);
        return named.Count < asked && named.SequenceEqual(named.Order()) ? [] : named;
    }

    private static Reading<ScoreAnswer> Told(ScoreTalk talk, List<int> live, List<int> scores, string rule) =>
        new(
            new ScoreAnswer.Several(scores),
            live.Exists(at => talk.At(at).Guessed) ? Confidence.Likely : Confidence.Clear,
            ScoreReader.Quote(talk, live),
            rule);
}
