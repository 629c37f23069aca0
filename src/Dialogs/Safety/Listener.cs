using Companion.Dialogs.Safety.Grammar;
using Companion.Dialogs.Safety.Spoken;
using Companion.Dialogs.Safety.Weighing;

namespace Companion.Dialogs.Safety;

/// <summary>
/// Hears danger in what a person writes, before anything else reads it and whoever holds the conversation. It errs to hearing too
/// much. The rules are in Lexicons/*.txt, written for a clinical safety officer to read (docs/safety-case/listener.md). Safe to
/// share between threads.
/// </summary>
public sealed class Listener
{
    private static readonly Lazy<Lexicon> Shipped = new(() => LexiconReader.Read(Files()));
    private static readonly Lazy<Scales> ShippedScales = new(() => Scales.Read(Embedded.Text("Safety.Weighing", "scales.txt")));

    private static readonly Lazy<OtherLanguage> Languages = new(() => new OtherLanguage(Embedded.Text("Safety.Languages", "words.txt")));

    private readonly Lexicon _lexicon;
    private readonly Speller _speller;
    private readonly Scales? _scales;

    /// <summary>A listener with the lexicons that ship; they are read once for all listeners.</summary>
    public Listener()
        : this(Shipped.Value, ShippedScales.Value)
    {
    }

    internal Listener(Lexicon lexicon, Scales? scales = null)
    {
        _lexicon = lexicon;
        _scales = scales;
        _speller = new Speller(lexicon);
    }

    /// <summary>Listens to one text. Never throws, whatever the text holds.</summary>
    /// <param name="words">What was just written.</param>
    /// <param name="recentWords">
    /// The person's last few texts of the last ten minutes, oldest first, without <paramref name="words"/>: danger split over texts is
    /// heard, in any order, but what one of them says alone is not raised again.
    /// </param>
    public Heard Hear(string words, IReadOnlyList<string> recentWords)
    {
        var now = _speller.Spell(words);
        var typed = new TypedWords([now]);
        var hits = Lightened(Reckoning.Hits(_lexicon, typed, _ => true), now.Words);
        if (hits.Count == 0 && Languages.Value.Of(words) is { } language)
        {
            hits.Add(new Hit("language." + language, Level.Amber, Kind.OtherLanguage, ThirdParty: false, words));
        }
        else if (hits.TrueForAll(hit => hit.Level < Level.Amber) && _scales?.Hear(now.Words, doubted: hits.Count > 0) is { } heavy)
        {
            hits.Add(Weighed(typed, heavy));
        }

        if (recentWords.Count > 0 && now.Words.Count > 0)
        {
            hits.AddRange(new SplitTexts(_lexicon, _speller).Hits(now, recentWords));
        }

        return Reckoning.Heard(hits);
    }

    // Two or three words that only ask to be asked about, and that no other rule bears out, are left at noted when the text as a whole
    // weighs like ordinary talk. What is said plainly (red), in this text or beside it, is never weighed against.
    private List<Hit> Lightened(List<Hit> hits, IReadOnlyList<Word> words) =>
        hits.Count(hit => hit.Level >= Level.Amber) == 1 && hits.TrueForAll(hit => hit.Level < Level.Red) && _scales?.IsLight(words) == true
            ? hits.ConvertAll(hit => hit.Level == Level.Amber ? hit with { Level = Level.Noted, SoftenedBy = "weighed.light" } : hit)
            : hits;

    // What is only weighed is asked about, never acted upon; so is what a rule took for negated or past ("need help not to kill myself").
    private Hit Weighed(TypedWords words, Weighty heavy) => new(
        "weighed." + heavy.Kind.ToString().ToLowerInvariant(),
        Level.Amber,
        heavy.Kind,
        new Softening(_lexicon, words).IsOther(heavy.First, heavy.Last + 1),
        words.Quote(heavy.First, heavy.Last));

    internal static IEnumerable<(string Name, string Text)> Files() =>
        Embedded.In("Safety.Lexicons").Select(file => (file, Embedded.Text("Safety.Lexicons", file)));
}
