namespace Companion.Dialogs.Understanding.Replies;

/// <summary>
/// A text with the role of each of its numbers, by <c>Lexicons/score.txt</c>: the answer, not an answer ("call me after 5"),
/// taken
/// back ("5, no 6"), or not told.
/// </summary>
internal sealed class ScoreTalk
{
    private static readonly Lexicon Words = Lexicon.Of("score");
    private static readonly PhraseBook Traps = new(Words, "no trap", "trap");
    private static readonly PhraseBook Marks = new(
        Words, "age", "then", "vague", "change", "range", "cue", "label", "every", "was");
    private static readonly PhraseBook Padding = new(Words, "pad phrases");
    private static readonly PhraseBook Corrections = new(Words, "correct");
    private static readonly HashSet<string> Pads = [.. Words.Words("pad")];
    private static readonly HashSet<string> Moods = [.. Words.Words("mood")];
    private static readonly HashSet<string> Connectors = [.. Words.Words("connector")];
    private static readonly HashSet<string> Joins = [.. Words.Words("join")];
    private static readonly HashSet<string> Positions = [.. Enumerable.Range(1, 4)
        .SelectMany(n => Words.Words($"position {n}").Concat(Words.Words($"topic {n}"))), "q", "question"];
    private const int LongForAGuess = 8;
    private const int LongForANumber = 25;

    /// <summary>Marks that tie a number to what stands before it.</summary>
    private static readonly HashSet<string> Unfit = ["/", "£", "@", "+", "\\", "_", "€"];

    private static readonly HashSet<string> Things = [.. Words.Words("things")];
    private static readonly HashSet<string> Counted = [.. Words.Words("counted")];

    private readonly bool[] _padded;
    private readonly bool[] _correcting;
    private readonly Dictionary<int, string> _roles = [];

    public ScoreTalk(FiguredText text)
    {
        Text = text;
        var padding = Padding.Find(text.Words);
        _padded = Cover(padding);
        var longest = new int[text.Words.Count]; // "no idea" takes nothing back: the longer phrase silences the "no" in it
        foreach (var hit in padding.Where(hit => hit.Length > longest[hit.First]))
        {
            longest[hit.First] = hit.Length;
        }

        _correcting = Cover(Corrections.Find(text.Words).FindAll(hit => hit.Length >= longest[hit.First]));
        Hits = Marks.Find(text.Words);
        foreach (var hit in Traps.FindApart(text.Words).Where(hit => hit.Section == "trap"))
        {
            Give("trap", Inside(hit));
        }

        foreach (var hit in Hits.Where(hit => hit.Section is "was" or "age" or "then" or "vague" or "label"))
        {
            GiveLast(hit);
        }

        foreach (var hit in Hits.Where(hit => hit.Section == "change"))
        {
            var places = Inside(hit).ToList();
            _roles[places[0]] = "trap";
            _roles[places[^1]] = "cue";
        }

        foreach (var hit in Hits.Where(hit => hit.Section == "cue"))
        {
            GiveLast(hit);
        }

        Withdraw();
    }

    public FiguredText Text { get; }

    /// <summary>The phrases about numbers that were found.</summary>
    public IReadOnlyList<Hit> Hits { get; }

    /// <summary>True when the words take back an earlier answer.</summary>
    public bool Corrects { get; private set; }

    /// <summary>True when a number of this text is taken back in it.</summary>
    public bool TakesBackItsOwn => Text.Places.Any(at => RoleOf(at) == "withdrawn");

    /// <summary>The places of the numbers that may be an answer.</summary>
    public IEnumerable<int> Live =>
        Text.Places.Where(at => At(at).Form != FigureForm.Other && RoleOf(at) is not ("trap" or "label" or "withdrawn"));

    public Figure At(int place) => Text.Figures[place]!.Value;

    public string RoleOf(int place) => _roles.GetValueOrDefault(place, "");

    /// <summary>The numbers inside a phrase.</summary>
    public IEnumerable<int> Inside(Hit hit) => Enumerable.Range(hit.First, hit.Length).Where(at => Text.Figures[at] is not null);

    /// <summary>
    /// True when a number stands where an answer stands: nothing counts it, and it is announced or begins a thought.
    /// </summary>
    public bool IsAnswer(int place) =>
        At(place).Form == FigureForm.OutOfTen
        || (EndsThere(place) && (RoleOf(place) == "cue" || (BeginsThere(place) && StandsOut(place))));

    /// <summary>
    /// A bare number in a long text is its answer only at the beginning or the end; a guessed one in a short text only.
    /// </summary>
    private bool StandsOut(int place) => Text.Words.Count <= (At(place).Guessed ? LongForAGuess : LongForANumber)
        || (!At(place).Guessed && (place < 3 || place >= Text.Words.Count - 3));

    /// <summary>True when what follows a number does not belong to it ("7 thanks", "7 ducky", not "7 cats").</summary>
    public bool EndsThere(int place)
    {
        var next = place + 1;
        return next == Text.Words.Count || !IsCountable(next) || (Text.Figures[place]?.Value != 1 && IsKindness(next));
    }

    /// <summary>More than one of anything is told by its plural: any other last word is a name or a kindness.</summary>
    private bool IsKindness(int at)
    {
        var word = Text.Words[at];
        var isLast = at + 1 == Text.Words.Count || IsSmallTalk(at + 1) || Connectors.Contains(Text.Words[at + 1]);
        var isPlural = word[^1] == 's' && !word.EndsWith("ss");
        return isLast && !isPlural && word.Length > 2 && char.IsAsciiLetter(word[0]) && !Counted.Contains(word) && !Things.Contains(word);
    }

    /// <summary>True for a word that names one of the questions ("q", "first", "happy").</summary>
    public static bool NamesQuestion(string word) => Positions.Contains(word);

    /// <summary>True for a word that may stand about a score and says nothing else.</summary>
    public bool IsSmallTalk(int at) =>
        _padded[at] || _correcting[at] || !char.IsLetterOrDigit(Text.Words[at][0]) || Pads.Contains(Text.Words[at])
        || Moods.Contains(Text.Words[at]) || Joins.Contains(Text.Words[at]);

    private bool IsCountable(int at)
    {
        var word = Text.Words[at];
        var known = IsSmallTalk(at) || Connectors.Contains(word) || word == "#" || NamesQuestion(word);
        var tellsHow = (word.EndsWith("ing") || word.EndsWith("ly")) && word.Length > 4 && !Things.Contains(word);
        return !known && !tellsHow;
    }

    private bool BeginsThere(int place)
    {
        for (var at = place - 1; at >= 0; at--)
        {
            var word = Text.Words[at];
            if (Unfit.Contains(word))
            {
                return false;
            }

            if (IsAnnounced(place, at) || Text.Figures[at] is not null || Joins.Contains(word) || !char.IsLetterOrDigit(word[0]))
            {
                return true;
            }

            if (!IsSmallTalk(at) && !(word.EndsWith("ly") && !Things.Contains(word)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whoever says "a 7" or "a generous 7" gives a mark.</summary>
    private bool IsAnnounced(int place, int at) =>
        Text.Words[at] is "a" or "an" || (at == place - 1 && at > 0 && Text.Words[at - 1] is "a" or "an");

    private void GiveLast(Hit hit)
    {
        var last = Inside(hit).Last();
        if (hit.Section != "age" || At(last).Value > 10)
        {
            Give(hit.Section is "age" or "was" ? "trap" : hit.Section, [last]);
        }
    }

    private void Give(string role, IEnumerable<int> places)
    {
        foreach (var place in places)
        {
            _roles.TryAdd(place, role);
        }
    }

    /// <summary>"5, no 6": a number is taken back when only words of correction part it from the next.</summary>
    private void Withdraw()
    {
        var live = Live.ToList();
        foreach (var (from, to) in live.Zip(live.Skip(1)))
        {
            var between = Enumerable.Range(from + 1, to - from - 1).ToList();
            if (between.Exists(at => _correcting[at]) && between.TrueForAll(at => IsSmallTalk(at)))
            {
                _roles[from] = "withdrawn";
                _roles[to] = "cue";
                Corrects = true;
            }
        }

        Corrects |= live.Count == 1
            && Corrections.Find(Text.Words).Exists(hit => hit.Length > 1 || hit.Phrase is "meant" or "oops" or "*");
    }

    private bool[] Cover(List<Hit> hits)
    {
        var covered = new bool[Text.Words.Count];
        foreach (var hit in hits)
        {
            Array.Fill(covered, true, hit.First, hit.Length);
        }

        return covered;
    }
}
