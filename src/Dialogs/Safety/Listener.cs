using System.Reflection;
using Companion.Dialogs.Safety.Grammar;
using Companion.Dialogs.Safety.Spoken;

namespace Companion.Dialogs.Safety;

/// <summary>
/// Hears danger in what a person writes, before anything else reads it and whoever holds the conversation. It errs to hearing too
/// much. The rules are in Lexicons/*.txt, written for a clinical safety officer to read (docs/safety-case/listener.md). Safe to
/// share between threads.
/// </summary>
public sealed class Listener
{
    private static readonly Lazy<Lexicon> Shipped = new(() => LexiconReader.Read(Files()));

    private readonly Lexicon _lexicon;
    private readonly Speller _speller;

    /// <summary>A listener with the lexicons that ship; they are read once for all listeners.</summary>
    public Listener()
        : this(Shipped.Value)
    {
    }

    internal Listener(Lexicon lexicon)
    {
        _lexicon = lexicon;
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
        var hits = Reckoning.Hits(_lexicon, new TypedWords([now]), _ => true);
        if (recentWords.Count > 0 && now.Words.Count > 0)
        {
            hits.AddRange(new SplitTexts(_lexicon, _speller).Hits(now, recentWords));
        }

        return Reckoning.Heard(hits);
    }

    internal static IEnumerable<(string Name, string Text)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains(".Safety.Lexicons.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[(name.IndexOf(".Lexicons.", StringComparison.Ordinal) + ".Lexicons.".Length)..], Read(assembly, name)));
    }

#pragma warning disable RS0030 // An embedded resource is part of the program, not the outside world.
    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new System.IO.StreamReader(stream);
        return reader.ReadToEnd();
    }
#pragma warning restore RS0030
}
