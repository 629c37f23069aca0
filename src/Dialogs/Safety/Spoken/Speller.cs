using System.Collections.Concurrent;
using Companion.Dialogs.Safety.Grammar;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Safety.Spoken;

/// <summary>Turns typed words into the words that were meant: letters apart or run together, leet, slips, text-speak.</summary>
internal sealed class Speller(Lexicon lexicon)
{
    // What was made of a word, words people type being few; forgotten when it grows beyond what an attacker should fill.
    private const int MostRemembered = 20_000;

    private readonly Guess _guess = new(lexicon);
    private readonly ConcurrentDictionary<string, string[]> _meant = new(StringComparer.Ordinal);

    public Spelled Spell(string words)
    {
        var plain = Plain.Of(words);
        var pieces = Rewritten(Joined(Pieces.Of(plain, _guess)));
        return new Spelled(
            plain,
            pieces.ConvertAll(piece => new Word(piece.Text, lexicon.Symbols.Of(piece.Text), piece.Start, piece.End, piece.Breaks)));
    }

    /// <summary>Letters typed apart are put together where that makes words: "k i l l", "s.u.i.c.i.d.e".</summary>
    private List<Piece> Joined(List<Piece> pieces)
    {
        var joined = new List<Piece>(pieces.Count);
        for (var at = 0; at < pieces.Count;)
        {
            var run = at;
            while (run < pieces.Count && run - at <= Guess.LongestWord && pieces[run].Text.Length == 1)
            {
                run++;
            }

            var letters = run - at >= 3 ? _guess.Cut(string.Concat(pieces.Skip(at).Take(run - at).Select(piece => piece.Text))) : null;
            if (letters is not null)
            {
                joined.AddRange(letters.Select(word => new Piece(word, pieces[at].Start, pieces[run - 1].End, pieces[at].Breaks)));
                at = run;
            }
            else
            {
                joined.AddRange(Meant(pieces[at].Text).Select(word => pieces[at] with { Text = word }));
                at++;
            }
        }

        return joined;
    }

    private string[] Meant(string word)
    {
        if (_meant.TryGetValue(word, out var known))
        {
            return known;
        }

        if (_meant.Count >= MostRemembered)
        {
            _meant.Clear();
        }

        return _meant[word] = Guessed(word);
    }

    private string[] Guessed(string word) =>
        lexicon.Symbols.Holds(word) || lexicon.Spelling.Plain.Contains(word) ? [word]
        : _guess.RunTogether(word) is { } words ? [.. words]
        : [_guess.Mended(word) ?? word];

    private List<Piece> Rewritten(List<Piece> pieces)
    {
        var written = new List<Piece>(pieces.Count);
        for (var at = 0; at < pieces.Count;)
        {
            if (lexicon.Spelling.Rewriting(pieces, at) is not { } rewriting)
            {
                written.Add(pieces[at++]);
                continue;
            }

            var last = at + rewriting.From.Length - 1;
            for (var word = 0; word < rewriting.To.Length; word++)
            {
                written.Add(new Piece(rewriting.To[word], pieces[at].Start, pieces[last].End, pieces[at].Breaks && word == 0));
            }

            at = last + 1;
        }

        return written;
    }
}
