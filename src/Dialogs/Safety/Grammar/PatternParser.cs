using System.Globalization;
using System.Text;

namespace Companion.Dialogs.Safety.Grammar;

/// <summary>
/// Reads one pattern of the notation that docs/safety-case/listener.md explains: words, begin*, #, &lt;class&gt;, (this|that), [maybe],
/// {none to four}, .. and ..5 for a gap, !x for "not followed by", ^ and $ for the two ends of the message.
/// </summary>
internal sealed class PatternParser(Symbols symbols, Func<IReadOnlyList<string>, IReadOnlyList<string>> spell, Func<string, Node> classNamed)
{
    private const int UsualGap = 2;
    private const int MostOfMany = 4;

    private readonly List<Node> _made = [];
    private string _text = "";
    private int _at;

    /// <summary>Every sequence and choice read so far, for whoever settles them before they are shared between threads.</summary>
    public IReadOnlyList<Node> Made => _made;

    /// <summary>The alternatives that a top-level "|" separates. Throws <see cref="FormatException"/> when the notation is broken.</summary>
    public IReadOnlyList<Node> Read(string text)
    {
        _text = text;
        _at = 0;
        var pieces = Alternatives();
        return _at == _text.Length ? pieces : throw new FormatException($"unexpected '{_text[_at]}' at column {_at + 1} of: {_text}");
    }

    private List<Node> Alternatives()
    {
        var all = new List<Node>();
        do
        {
            all.Add(Sequence());
        }
        while (Take('|'));
        return all;
    }

    private Node Sequence()
    {
        var pieces = new List<Node>();
        while (Next() is { } next && next is not ('|' or ')' or ']' or '}'))
        {
            if (IsWord(next))
            {
                pieces.AddRange(spell(Run()).Select(word => new Literal(symbols.Declare(word))));
            }
            else
            {
                pieces.Add(Piece(next));
            }
        }

        return pieces.Count switch
        {
            0 => throw new FormatException($"an empty alternative in: {_text}"),
            1 => pieces[0],
            _ => Kept(new Sequence(pieces)),
        };
    }

    private Node Piece(char next)
    {
        switch (next)
        {
            case '(':
                return Inside(')');
            case '[':
                return new Maybe(Inside(']'), 1);
            case '{':
                return new Maybe(Inside('}'), MostOfMany);
            case '<':
                return classNamed(ClassName());
            case '.':
                return GapOf();
            case '!':
                _at++;
                return new Unless(Piece(Next() ?? throw new FormatException($"nothing after '!' in: {_text}")));
            case '^' or '$':
                _at++;
                return new Edge(next == '$', classNamed("polite"));
            default:
                return new Literal(symbols.Declare(spell([WordHere()])[0]));
        }
    }

    private static bool IsWord(char next) => !"([{<.!^$".Contains(next);

    /// <summary>Words side by side, so that they can be spelled as typed words are: "i am" and "im" are one.</summary>
    private List<string> Run()
    {
        var words = new List<string>();
        while (Next() is { } next && IsWord(next) && next is not ('|' or ')' or ']' or '}'))
        {
            words.Add(WordHere());
        }

        return words;
    }

    private Node Inside(char close)
    {
        _at++;
        var pieces = Alternatives();
        if (!Take(close))
        {
            throw new FormatException($"'{close}' is missing in: {_text}");
        }

        return pieces.Count == 1 ? pieces[0] : Kept(new Choice(pieces));
    }

    private Node Kept(Node node)
    {
        _made.Add(node);
        return node;
    }

    private string ClassName()
    {
        var close = _text.IndexOf('>', _at);
        if (close < 0)
        {
            throw new FormatException($"'>' is missing in: {_text}");
        }

        var name = _text[(_at + 1)..close];
        _at = close + 1;
        return name;
    }

    private Gap GapOf()
    {
        var digits = _at + 2;
        if (digits > _text.Length || _text[_at + 1] != '.')
        {
            throw new FormatException($"a gap is written '..' or '..3' in: {_text}");
        }

        var end = digits;
        while (end < _text.Length && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        var most = end == digits ? UsualGap : int.Parse(_text.AsSpan(digits, end - digits), CultureInfo.InvariantCulture);
        _at = end;
        return new Gap(most, classNamed("turns"));
    }

    private string WordHere()
    {
        var word = new StringBuilder();
        for (; _at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !"|()[]{}<>".Contains(_text[_at]); _at++)
        {
            if (_text[_at] != '\'')
            {
                word.Append(_text[_at]);
            }
        }

        var whole = word.ToString();
        return whole.Length > 0 && !whole.Any(char.IsUpper)
            ? whole
            : throw new FormatException($"words are lower case: '{whole}' in: {_text}");
    }

    private bool Take(char wanted)
    {
        if (Next() != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }

    private char? Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _at < _text.Length ? _text[_at] : null;
    }
}
