using Companion.Dialogs.Safety.Grammar;
using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Safety.Spoken;

/// <summary>Turns typed words into the words that were meant: letters apart or run together, leet, slips, text-speak.</summary>
internal sealed class Speller(Lexicon lexicon)
{
    private readonly Guess _guess = new(lexicon);

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
                Meant(pieces[at], joined);
                at++;
            }
        }

        return joined;
    }

    private void Meant(Piece piece, List<Piece> to)
    {
        if (lexicon.Symbols.Holds(piece.Text) || lexicon.Spelling.Plain.Contains(piece.Text))
        {
            to.Add(piece);
        }
        else if (_guess.RunTogether(piece.Text) is { } words)
        {
            to.AddRange(words.Select(word => piece with { Text = word }));
        }
        else
        {
            to.Add(piece with { Text = _guess.Mended(piece.Text) ?? piece.Text });
        }
    }

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
