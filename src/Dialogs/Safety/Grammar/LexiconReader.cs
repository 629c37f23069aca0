namespace Companion.Dialogs.Safety.Grammar;

/// <summary>
/// Reads the lexicon files. A line that begins at the margin opens an entry (class, rule, soften, spell, near, plain, glue); indented
/// lines belong to it; lines indented further (six spaces) go on from the line before; "//" begins a remark. Errors name the file and the line.
/// </summary>
internal sealed class LexiconReader
{
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, Choice> _classes = [];
    private readonly PatternParser _parser;
    private Action<string> _entry;
    private string _file = "";

    private LexiconReader(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _parser = new PatternParser(lexicon.Symbols, lexicon.Spelling.Rewritten, ClassNamed);
        _entry = NoEntry;
    }

    /// <summary>Builds a lexicon from (name, text) pairs. Throws <see cref="FormatException"/> naming file and line.</summary>
    public static Lexicon Read(IEnumerable<(string Name, string Text)> files)
    {
        var lexicon = new Lexicon();
        var reader = new LexiconReader(lexicon);

        // Spelling first: patterns are spelled the way typed words are.
        foreach (var (name, text) in files.OrderBy(file => !IsSpelling(file.Name)))
        {
            reader.ReadFile(name, text);
        }

        var missing = reader._classes.Where(pair => !pair.Value.IsFilled).Select(pair => pair.Key).ToList();
        if (missing.Count > 0)
        {
            throw new FormatException($"classes used but never written: {string.Join(", ", missing)}");
        }

        lexicon.SelfWords = reader.ClassNamed("who-self");
        lexicon.OtherWords = reader.ClassNamed("who-other");
        foreach (var node in reader._parser.Made)
        {
            _ = node.First;
        }

        lexicon.Seal();
        return lexicon;
    }

    private static bool IsSpelling(string name) => name.StartsWith("spelling", StringComparison.Ordinal);

    private void ReadFile(string name, string text)
    {
        _file = name;
        _entry = NoEntry;
        foreach (var (number, line) in LexiconLines.Of(text))
        {
            try
            {
                if (char.IsWhiteSpace(line[0]))
                {
                    _entry(line.Trim());
                }
                else
                {
                    Open(line);
                }
            }
            catch (FormatException wrong)
            {
                throw new FormatException($"{name} line {number}: {wrong.Message}", wrong);
            }
        }
    }

    private static void NoEntry(string line) => throw new FormatException($"'{line}' belongs to no entry");

    private void Open(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _entry = words switch
        {
            ["class", var name] => OpenClass(name),
            ["rule", var name, var level, var kind] => OpenRule(new Rule(name, OneOf<Level>(level), OneOf<Kind>(kind), _file)),
            ["soften", var name, "to", var level] => OpenSoftener(new Softener(name, OneOf<Level>(level), _file)),
            ["spell"] => _lexicon.Spelling.AddRewriting,
            ["near"] => _lexicon.Spelling.AddNear,
            ["plain"] => more => _lexicon.Spelling.Plain.UnionWith(more.Split(' ')),
            ["glue"] => more => _lexicon.Spelling.Glue.UnionWith(more.Split(' ')),
            _ => throw new FormatException($"'{line}' opens no entry: class NAME, rule NAME LEVEL KIND, soften NAME to LEVEL, spell, near, plain, glue"),
        };
    }

    private Action<string> OpenClass(string name)
    {
        var node = ClassNamed(name);
        return line => node.Add(_parser.Read(line.TrimEnd('|').TrimStart('|')));
    }

    private Action<string> OpenRule(Rule rule)
    {
        if (_lexicon.Rules.Any(known => string.Equals(known.Name, rule.Name, StringComparison.Ordinal)))
        {
            throw new FormatException($"rule {rule.Name} is written twice");
        }

        _lexicon.Rules.Add(rule);
        return line =>
        {
            var (verb, rest) = Cut(line);
            switch (verb)
            {
                case "say":
                    Say(rule, rest, About.Anyone);
                    break;
                case "say-self":
                    Say(rule, rest, About.Self);
                    break;
                case "say-other":
                    Say(rule, rest, About.Other);
                    break;
                case "other":
                    rule.Other = OneOf<Level>(rest);
                    break;
                case "only":
                    rule.Only = OneOf<About>(rest);
                    break;
                case "deaf":
                    rule.Deaf.UnionWith(rest.Split(' '));
                    break;
                default:
                    Example(rule.Examples, verb, rest);
                    break;
            }
        };
    }

    private Action<string> OpenSoftener(Softener softener)
    {
        _lexicon.Softeners.Add(softener);
        return line =>
        {
            var (verb, rest) = Cut(line);
            switch (verb)
            {
                case "before" or "over" or "after" or "sentence" or "message":
                    softener.Sayings.AddRange(_parser.Read(rest).Select(node => (OneOf<Place>(verb), node)));
                    break;
                case "also":
                    softener.Also.AddRange(_parser.Read(rest));
                    break;
                case "unless":
                    softener.Unless.AddRange(_parser.Read(rest));
                    break;
                case "for":
                    softener.For.AddRange(rest.Split(' '));
                    break;
                case "who":
                    softener.Who = OneOf<About>(rest);
                    break;
                default:
                    Example(softener.Examples, verb, rest);
                    break;
            }
        };
    }

    private void Say(Rule rule, string pattern, About about) =>
        rule.Sayings.AddRange(_parser.Read(pattern).Select(node => new Saying(node, about)));

    private static void Example(Examples examples, string verb, string text)
    {
        var list = verb switch
        {
            "yes" => examples.Yes,
            "no" => examples.No,
            _ => throw new FormatException($"'{verb}' is not known here"),
        };
        list.Add(text);
    }

    private Choice ClassNamed(string name)
    {
        if (!_classes.TryGetValue(name, out var node))
        {
            _classes[name] = node = new Choice([], name);
        }

        return node;
    }

    private static (string Verb, string Text) Cut(string line)
    {
        var space = line.IndexOf(' ');
        return space < 0 ? (line, "") : (line[..space], line[space..].Trim());
    }

    private static T OneOf<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"'{word}' is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
}
