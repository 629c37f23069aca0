using Companion.Dialogs.Safety.Spoken;

namespace Companion.Dialogs.Safety.Grammar;

/// <summary>All rules, ready to be matched: every saying is found by the words it can begin with and by its rarest word.</summary>
internal sealed class Lexicon
{
    private const int WeightOfCommonWord = 50;

    // Words so frequent in any text that a rule must not be woken by them while it also needs a rarer one.
    private static readonly HashSet<string> Common =
    [
        .. ("i im ive id ill me my a an the to and or of in on at for with is am are was be been it its that this he she they you we "
            + "him her them do dont not no cant have has had get got go going want just so really feel what if but up out off all any "
            + "will would can could can't never now when there from by about like know think need one more today his your our # us as").Split(' '),
    ];

    private Dictionary<int, int[]> _beginning = [];
    private Dictionary<int, int[]> _waking = [];

    public Symbols Symbols { get; } = new();

    public Spelling Spelling { get; } = new();

    public List<Rule> Rules { get; } = [];

    public List<Softener> Softeners { get; } = [];

    /// <summary>Words that say the person writes of themselves.</summary>
    public Node SelfWords { get; set; } = new Choice([]);

    /// <summary>Words that say they write of somebody else.</summary>
    public Node OtherWords { get; set; } = new Choice([]);

    /// <summary>Every way of saying every rule; its place in this list is its number.</summary>
    public IReadOnlyList<(Rule Rule, Saying Saying)> Sayings { get; private set; } = [];

    /// <summary>Numbers of the sayings that can begin with this symbol.</summary>
    public ReadOnlySpan<int> Beginning(int symbol) => _beginning.GetValueOrDefault(symbol);

    /// <summary>Numbers of the sayings whose rarest word this may be.</summary>
    public ReadOnlySpan<int> Waking(int symbol) => _waking.GetValueOrDefault(symbol);

    /// <summary>Call once, after the last rule.</summary>
    public void Seal()
    {
        Spelling.Seal(Symbols);
        Symbols.Seal();
        var common = Common.Where(Symbols.Holds).SelectMany(Symbols.Of).ToHashSet();
        Sayings = [.. Rules.SelectMany(rule => rule.Sayings.Select(saying => (rule, saying)))];
        _beginning = Index((rule, saying) => saying.Node.First
            ?? throw new FormatException($"rule {rule.Name}: a saying must begin with a word or a class, not with a gap or a maybe alone"));
        _waking = Index((rule, saying) => saying.Node.Anchor(Weigh)
            ?? throw new FormatException($"rule {rule.Name}: a saying needs at least one word that must occur"));
        int Weigh(IReadOnlySet<int> symbols) => symbols.Sum(symbol => common.Contains(symbol) ? WeightOfCommonWord : 1);
    }

    private Dictionary<int, int[]> Index(Func<Rule, Saying, IReadOnlySet<int>> keys) =>
        Sayings
            .SelectMany((pair, number) => keys(pair.Rule, pair.Saying).Select(symbol => (symbol, number)))
            .GroupBy(pair => pair.symbol, pair => pair.number)
            .ToDictionary(group => group.Key, group => group.ToArray());
}
