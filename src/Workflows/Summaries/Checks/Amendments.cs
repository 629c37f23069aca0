using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>Something that was put right.</summary>
/// <param name="Kind">The kind of figure, or null for a word.</param>
/// <param name="Old">What it was said to be.</param>
/// <param name="New">What it is.</param>
/// <param name="By">The place in the episode of the utterance that puts it right.</param>
internal sealed record Amendment(FigureKind? Kind, string Old, string New, int By);

/// <summary>Finds what somebody put right in the same message or soon after it.</summary>
internal static class Amendments
{
    /// <summary>A message of so few words puts a figure right by naming another.</summary>
    private const int Short = 6;

    public static IEnumerable<Amendment> Of(Heard heard, Utterance first, int later)
    {
        foreach (var amendment in Inside(first))
        {
            yield return amendment;
        }

        var following = heard.All.Skip(first.Order + 1).Where(one => one.Speaker == first.Speaker).Take(later).ToList();
        foreach (var (second, place) in following.Select((second, place) => (second, place)))
        {
            var adjoins = place == 0 && heard.All[first.Order + 1] == second;
            var amends = HasCue(second.Passage.Words) || (adjoins && (IsAmending(second.Passage.Words) || IsRestated(first, second)));
            if ((amends || IsConfirmed(heard, first, second, adjoins)) && !Inside(second).Any())
            {
                var kinds = following.Take(place).SelectMany(between => between.Figures).Select(figure => figure.Kind).ToHashSet();
                var old = first.Figures.Where(figure => !kinds.Contains(figure.Kind) || second.Figures.Any(now => now.Kind == figure.Kind
                    && now.Value == figure.Value)).ToList();
                foreach (var amendment in Between(adjoins ? first.Passage.Words : [], old, second.Passage.Words, second.Figures, second.Order, byAnother: true))
                {
                    yield return amendment;
                }
            }
        }
    }

    // "10 minutes. no sorry 5 minutes", "paid 500. 550 sorry", "3 weeks ago. 2 weeks.": each clause against those before it.
    private static IEnumerable<Amendment> Inside(Utterance one)
    {
        var words = one.Passage.Words;
        for (var at = 1; at < words.Count; at++)
        {
            if (words[at].Clause == words[at - 1].Clause)
            {
                continue;
            }

            var rest = words.Skip(at).TakeWhile(word => word.Sentence == words[at].Sentence || word.Clause <= words[at].Clause + 1).ToList();
            var clause = rest.TakeWhile(word => word.Clause == words[at].Clause).ToList();
            if (!IsAmending(rest) && !IsBare(one, at, clause))
            {
                continue;
            }

            var before = words.Take(at).Where(word => word.Sentence >= words[at - 1].Sentence).ToList();
            foreach (var amendment in Between(
                before, [.. one.Figures.Where(figure => figure.At < at && words[figure.At].Sentence >= words[at - 1].Sentence)],
                rest, [.. one.Figures.Where(figure => figure.At >= at && figure.At < at + rest.Count)], one.Order))
            {
                yield return amendment;
            }
        }
    }

    // "3 weeks ago. 2 weeks.": the same thing counted again; "31 years there. 57 so who wants me" is another.
    private static bool IsBare(Utterance one, int at, List<Word> clause) =>
        clause.Count <= 2 && clause[0].First && one.Figures.FirstOrDefault(figure => figure.At >= at && figure.At < at + clause.Count) is { } now
        && one.Figures.LastOrDefault(figure => figure.At < at && figure.Kind == now.Kind) is { } old && Unit(one, old) == Unit(one, now);

    private static IEnumerable<Amendment> Between(
        IReadOnlyList<Word> before, IReadOnlyList<Figure> old, IReadOnlyList<Word> after, IReadOnlyList<Figure> now, int by, bool byAnother = false)
    {
        foreach (var kind in old.Select(figure => figure.Kind).Distinct())
        {
            var (was, becomes) = (old.Last(figure => figure.Kind == kind), now.Where(figure => figure.Kind == kind
                && figure is not { Value: "1", Written: "one" }).ToList());
            var replaced = becomes.Find(figure => figure.Value != was.Value);
            var namesAnother = byAnother && becomes.Select(figure => figure.Value).Distinct().Count() > 1
                && !becomes.Exists(figure => figure.Value == was.Value);
            if (replaced is not null && !namesAnother)
            {
                yield return new Amendment(kind, was.Value, replaced.Value, by);
            }
        }

        var (oldName, newName) = (before.LastOrDefault(Names), after.FirstOrDefault(Names));
        if (oldName is not null && newName is not null)
        {
            var replacement = after.FirstOrDefault(word => Names(word) && word.Text != oldName.Text);
            if (replacement is not null)
            {
                yield return new Amendment(null, oldName.Text, replacement.Text, by);
            }
        }
    }

    private static bool Names(Word word) => People.Family(word.Text) is not null || word.Is("firstname") || word.Is("unit");

    private static bool IsAmending(IReadOnlyList<Word> words) => HasCue(words) || (words.Count > 1 && words[0].Text is "no" or "not" or "actually");

    private static bool HasCue(IReadOnlyList<Word> words)
    {
        var text = $" {string.Join(' ', words.Take(12).Select(word => word.Text))} ";
        return Classes.Shipped["amend"].Any(cue => text.Contains($" {cue} ", StringComparison.Ordinal));
    }

    // "Two stairs, Suresh measured": the same thing counted again.
    private static bool IsRestated(Utterance first, Utterance second) =>
        second.Passage.Words.Count <= Short && first.Figures.Any(old => second.Figures.Any(now =>
            now.Kind == old.Kind && now.Value != old.Value && Unit(first, old) is { } unit && unit == Unit(second, now)));

    private static string? Unit(Utterance one, Figure figure) =>
        figure.At + 1 < one.Passage.Words.Count ? one.Passage.Words[figure.At + 1].Root : null;

    // "Thank you, 8 May": Companion repeats what it now takes to be right.
    private static bool IsConfirmed(Heard heard, Utterance first, Utterance second, bool adjoins)
    {
        var next = heard.All.ElementAtOrDefault(second.Order + 1);
        return adjoins && next?.Speaker == Speaker.Bot && next.Passage.Words.Take(2).Any(word => word.Text is "thank" or "thanks")
            && second.Figures.Any(now => next.Figures.Any(bot => bot.Kind == now.Kind && bot.Value == now.Value)
                && first.Figures.Any(old => old.Kind == now.Kind && old.Value != now.Value));
    }
}
