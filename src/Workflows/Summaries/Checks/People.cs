using Companion.Workflows.Summaries.Wording;

namespace Companion.Workflows.Summaries.Checks;

/// <summary>
/// Who is who in an episode. Somebody is known by a key: the person the case is about, the link worker, a place in the family, or a
/// name; a name that stands beside a place in the family ("my son Colin") is that one.
/// </summary>
internal sealed class People
{
    /// <summary>The person the case is about.</summary>
    public const string Self = "self";

    /// <summary>Whoever writes for them.</summary>
    public const string Writer = "writer";

    /// <summary>The link worker.</summary>
    public const string Worker = "worker";

    /// <summary>Somebody else who writes on the phone, whoever that is.</summary>
    public const string Other = "other";

    private const int Beginning = 6;

    private readonly HashSet<string> _names;
    private readonly Dictionary<string, string> _keys = [];
    private string? _person;

    public People(Episode episode, IReadOnlyList<Utterance> all)
    {
        var own = episode.Names.Concat(Record(all, "name")).SelectMany(name => Passage.Of(name).Words).Where(IsName).ToList();
        _names = [.. episode.Known.SelectMany(name => Passage.Of(name).Words).Where(IsName).Concat(own).Select(word => word.Text)];
        foreach (var name in own)
        {
            _keys[name.Text] = Self;
        }

        var opening = all.FirstOrDefault(one => one.Speaker is Speaker.Bot or Speaker.LinkWorker);
        foreach (var name in all.SelectMany(one => Greeted(one, one == opening)))
        {
            _keys.TryAdd(name, Self);
        }

        foreach (var worker in all.Where(one => one.Speaker == Speaker.LinkWorker).SelectMany(Introduced))
        {
            _keys.TryAdd(worker, Worker);
        }

        Written = all.Any(one => one.Speaker == Speaker.Record && one.Passage.Says("writing for") || one.Speaker == Speaker.Person
            && IsForAnother(one.Passage));
        if (Written)
        {
            Place(all);
        }

        foreach (var passage in all.Where(one => one.Speaker is Speaker.Person or Speaker.Record).Select(one => one.Passage))
        {
            Join(passage);
        }
    }

    /// <summary>True when somebody writes for the person, so that "I" is not the person.</summary>
    public bool Written { get; }

    /// <summary>The key of a word that names somebody, or null.</summary>
    public string? Key(Word word) => _keys.GetValueOrDefault(word.Text) ?? Place(word.Text) ?? (_names.Contains(word.Text) ? word.Text : null);

    private string? Place(string word) => Family(word) is { } family && family == _person ? Self : Family(word);

    /// <summary>True for a word of a name that is known of somebody.</summary>
    public bool IsKnownName(string word) => _names.Contains(word);

    /// <summary>The place in the family that a word means, or null.</summary>
    public static string? Family(string word) => Families.GetValueOrDefault(word);

    private static readonly Dictionary<string, string> Families = Classes.Shipped.Under("family")
        .SelectMany(family => family.Words.Select(word => (word, family.Name)))
        .DistinctBy(pair => pair.word)
        .ToDictionary(pair => pair.word, pair => pair.Name);

    // "For my mum", but not "I care for my wife".
    private static bool IsForAnother(Passage passage) => passage.SaysOneOf("proxy") is not null && passage.SaysOneOf("caring") is null;

    // "For my mum Margaret": the mother is the person. "I'm Bisi": Bisi writes.
    private void Place(IReadOnlyList<Utterance> all)
    {
        foreach (var passage in all.Where(one => one.Speaker == Speaker.Person).Select(one => one.Passage.Words))
        {
            for (var at = 2; at < passage.Count; at++)
            {
                var (before, between) = (passage[at - 2].Text, passage[at - 1].Text);
                if (before is "for" or "of" or "about" && between == "my" && Family(passage[at].Text) is { } person)
                {
                    _person ??= person;
                }
                else if (before == "i" && between == "am" && passage.Skip(at).Take(3).FirstOrDefault(word => IsName(word)
                    && Family(word.Text) is null) is { } writer)
                {
                    _names.Add(writer.Text);
                    _keys.TryAdd(writer.Text, Writer);
                }
            }
        }
    }

    /// <summary>True for two places in the family that nobody holds at once: a son is no husband, but he is one of the children.</summary>
    public static bool AreTwo(string one, string other) => one != other && IsOnePlace(one) && IsOnePlace(other);

    private static bool IsOnePlace(string key) => Families.ContainsValue(key) && !Classes.Shipped["places.wide"].Contains(key);

    private void Join(Passage passage)
    {
        foreach (var (one, next) in passage.Words.Zip(passage.Words.Skip(1)))
        {
            if (one.Clause == next.Clause && Family(one.Text) is { } family && (_names.Contains(next.Text) || (next.IsCapital && IsName(next)
                && !Figures.IsFigure(next))))
            {
                _names.Add(next.Text);
                _keys.TryAdd(next.Text, family);
            }
        }
    }

    // "Sean here", "it's Omar, link worker", "I'm Parveen".
    private IEnumerable<string> Introduced(Utterance worker)
    {
        var words = worker.Passage.Words;
        for (var at = 0; at < words.Count; at++)
        {
            var introduced = (at + 1 < words.Count && words[at + 1].Text is "here" or "link")
                || (at > 0 && words[at - 1].Text is "am" or "is" or "s" && at > 1 && words[at - 2].Text is "i" or "it" or "name" or "this");
            if (introduced && words[at].IsCapital && _names.Contains(words[at].Text))
            {
                yield return words[at].Text;
            }
        }
    }

    // "Hi Shan, you've reached Companion", and "its shan" from their own phone; not who else may be holding it.
    private IEnumerable<string> Greeted(Utterance one, bool isOpening)
    {
        var words = one.Passage.Words;
        for (var at = 1; at < words.Count && at < Beginning; at++)
        {
            var before = words[at - 1].Text;
            var greeted = isOpening && words[at - 1].Is("greeting");
            var introduced = one.Speaker == Speaker.Person && !IsForAnother(one.Passage) && at > 1 && before is "is" or "s" && words[at - 2].Text is "it" or "this";
            if ((greeted || introduced) && _names.Contains(words[at].Text) && Family(words[at].Text) is null)
            {
                yield return words[at].Text;
            }
        }
    }

    private static IEnumerable<string> Record(IReadOnlyList<Utterance> all, string field) => all
        .Where(one => one.Speaker == Speaker.Record && one.Source.Words.StartsWith(field + ":", StringComparison.OrdinalIgnoreCase))
        .Select(one => one.Source.Words[(field.Length + 1)..]);

    private static bool IsName(Word word) => word.IsCapital && char.IsLetter(word.Text[0]) && word.Text.Length > 1;
}
