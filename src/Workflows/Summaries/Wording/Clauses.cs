namespace Companion.Workflows.Summaries.Wording;

/// <summary>Reads each clause for what it denies and what it leaves open.</summary>
internal static class Clauses
{
    private const int Near = 2;
    private const int Back = 4;
    private const int Next = 2;

    /// <summary>The same words, each with its sign, its certainty and whether it is asked.</summary>
    public static IEnumerable<Word> Weighed(IReadOnlyList<Word> words, IReadOnlySet<int> questions) =>
        words.GroupBy(word => word.Clause).SelectMany(clause => Weighed([.. clause], questions));

    private static IEnumerable<Word> Weighed(List<Word> clause, IReadOnlySet<int> questions)
    {
        var soft = Has(clause, "not.soft") || clause.Exists(IsUndone) || clause.Zip(clause.Skip(1)).Any(pair => pair.First.Text == "no"
            && pair.Second.Is("not.good"));
        var hedged = Has(clause, "hedge");
        var doubted = Has(clause, "doubt");
        var asked = questions.Contains(clause[0].Sentence);
        var denied = Denied(clause);
        return clause.Select((word, at) => word with
        {
            Sign = asked ? Sign.Open : denied(at) ? Sign.Denied : soft ? Sign.Open : Sign.Said,
            Hedged = hedged || doubted,
            Doubted = doubted,
            Asked = asked,
        });
    }

    // A negation reaches to the end of its clause; one that ends the clause reaches back over it ("buses no good").
    private static Func<int, bool> Denied(List<Word> clause)
    {
        var first = clause.FindIndex(word => word.Is("not.hard"));
        if (first < 0 || IsAnswer(clause, first))
        {
            first = first < 0 ? -1 : clause.FindIndex(first + 1, word => word.Is("not.hard"));
        }

        if (first < 0)
        {
            return _ => false;
        }

        var contentAfter = clause.Skip(first + 1).Any(word => word.IsContent);
        // "Can't stop": whether it is done cannot be told.
        if (clause.Skip(first + 1).Take(Next).Any(word => word.Is("not.soft")))
        {
            return _ => false;
        }

        // "No seizure this year" denies the seizure; "not" and "never" reach further.
        var isNear = clause[first].Is("not.near") || (first == 0 && clause.Count > 1 && clause[1].Is("not.when"));
        var reach = isNear ? Near : clause.Count;
        return at => contentAfter ? at > first && at <= first + reach : at > first - Back;
    }

    // "No im fine": the no answers a question and denies nothing of what follows.
    private static bool IsAnswer(List<Word> clause, int at) =>
        at == 0 && clause[at].Text == "no" && (clause.Count == 1 || clause[1].Is("subject") || clause[1].Is("not.hard"));

    // "Unwanted", "unopened".
    private static bool IsUndone(Word word) => word.Text.Length > 5 && word.Text.StartsWith("un", StringComparison.Ordinal)
        && Meaning.Shipped.Rank(word.Text[2..]) is not null;

    private static bool Has(List<Word> clause, string kind) =>
        clause.Exists(word => word.Is(kind))
            || clause.Zip(clause.Skip(1)).Any(pair => Classes.Shipped[kind].Contains($"{pair.First.Text} {pair.Second.Text}"));
}
